package net.diag.netlink.nftables;

import net.diag.netlink.AttributeSet;

/**
 * A table.
 *
 * @param family {@code NFPROTO_*}: 1 inet, 2 ip, 3 arp, 5 netdev, 7 bridge, 10 ip6
 * @param name its name, unique in the family
 * @param flags 1 dormant, 2 owned by a process
 * @param handle the kernel's number
 * @param comment set by the user, or empty
 */
public record NftTable(int family, String name, int flags, long handle, String comment) {
    public static final int NFT_TABLE_F_DORMANT = 1;

    static NftTable decode(int family, AttributeSet a) {
        return new NftTable(
                family, a.string(1), a.be32(2), a.be64(4), NftUserData.text(a.bytes(6), NftUserData.COMMENT));
    }

    /** The family's name in nft's language. */
    public String familyName() {
        return familyName(family);
    }

    /** A family's name in nft's language. */
    public static String familyName(int family) {
        return switch (family) {
            case 1 -> "inet";
            case 2 -> "ip";
            case 3 -> "arp";
            case 5 -> "netdev";
            case 7 -> "bridge";
            case 10 -> "ip6";
            default -> Integer.toString(family);
        };
    }
}

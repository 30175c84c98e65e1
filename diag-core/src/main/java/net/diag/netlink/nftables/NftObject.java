package net.diag.netlink.nftables;

import net.diag.netlink.AttributeSet;

/**
 * A named, stateful object: a counter, a quota, a limit, a connection tracking helper …
 *
 * @param family of its table
 * @param table its table
 * @param name its name
 * @param type {@code NFT_OBJECT_*}
 * @param data its attributes
 * @param comment set by the user, or empty
 */
public record NftObject(int family, String table, String name, int type, AttributeSet data, String comment) {
    public static final int NFT_OBJECT_COUNTER = 1;
    public static final int NFT_OBJECT_QUOTA = 2;
    public static final int NFT_OBJECT_CT_HELPER = 3;
    public static final int NFT_OBJECT_LIMIT = 4;
    public static final int NFT_OBJECT_CONNLIMIT = 5;
    public static final int NFT_OBJECT_TUNNEL = 6;
    public static final int NFT_OBJECT_CT_TIMEOUT = 7;
    public static final int NFT_OBJECT_SECMARK = 8;
    public static final int NFT_OBJECT_CT_EXPECT = 9;
    public static final int NFT_OBJECT_SYNPROXY = 10;

    static NftObject decode(int family, AttributeSet a) {
        return new NftObject(
                family,
                a.string(1),
                a.string(2),
                a.be32(3),
                a.nested(4),
                NftUserData.text(a.bytes(8), NftUserData.COMMENT));
    }
}

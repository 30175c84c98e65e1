package net.diag.netlink.nftables;

import net.diag.netlink.AttributeSet;

/**
 * What becomes of a packet.
 *
 * @param code {@code NF_*} (0 up) or {@code NFT_*} (below 0)
 * @param chain where a jump or goto leads, else empty
 */
public record NftVerdict(int code, String chain) {
    public static final int NF_DROP = 0;
    public static final int NF_ACCEPT = 1;
    public static final int NF_QUEUE = 3;
    public static final int NFT_CONTINUE = -1;
    public static final int NFT_BREAK = -2;
    public static final int NFT_JUMP = -3;
    public static final int NFT_GOTO = -4;
    public static final int NFT_RETURN = -5;

    /** Decode a verdict's attributes. */
    public static NftVerdict decode(AttributeSet a) {
        return new NftVerdict(a.be32(1), a.string(2));
    }

    /** In nft's language. */
    @Override
    public String toString() {
        return switch (code) {
            case NF_DROP -> "drop";
            case NF_ACCEPT -> "accept";
            case 2 -> "stolen";
            case NF_QUEUE -> "queue";
            case NFT_CONTINUE -> "continue";
            case NFT_BREAK -> "break";
            case NFT_JUMP -> "jump " + chain;
            case NFT_GOTO -> "goto " + chain;
            case NFT_RETURN -> "return";
            default -> "verdict " + code;
        };
    }
}

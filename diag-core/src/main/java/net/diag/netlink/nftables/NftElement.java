package net.diag.netlink.nftables;

import java.util.List;
import net.diag.netlink.AttributeSet;

/**
 * An element of a set or map.
 *
 * @param key its key, or the start of its range; empty for the catch-all element
 * @param keyEnd the end of a concatenation's ranges, inclusive, or empty
 * @param data a map's value; empty if there is none
 * @param verdict a verdict map's verdict, or null
 * @param object the object's name in an object map, or empty
 * @param flags 1: the end of an interval, exclusive; 2: catch-all
 * @param timeoutMillis its own time-out, or -1
 * @param expirationMillis time left, or -1
 * @param expressions its statements: counters, limits
 * @param userData what nft keeps with it
 */
public record NftElement(
        byte[] key,
        byte[] keyEnd,
        byte[] data,
        NftVerdict verdict,
        String object,
        int flags,
        long timeoutMillis,
        long expirationMillis,
        List<NftExpression> expressions,
        byte[] userData) {
    public static final int NFT_SET_ELEM_INTERVAL_END = 1;
    public static final int NFT_SET_ELEM_CATCHALL = 2;

    static NftElement decode(AttributeSet a) {
        AttributeSet data = a.nested(2);
        List<NftExpression> expressions =
                a.has(7) ? List.of(NftExpression.of(a.nested(7))) : List.copyOf(NftExpression.list(a.reader(11)));
        return new NftElement(
                a.nested(1).bytes(1),
                a.nested(10).bytes(1),
                data.bytes(1),
                data.has(2) ? NftVerdict.decode(data.nested(2)) : null,
                a.string(9),
                a.be32(3),
                a.has(4) ? a.be64(4) : -1,
                a.has(5) ? a.be64(5) : -1,
                expressions,
                a.bytes(6));
    }

    /** Whether it only ends the interval before it. */
    public boolean isIntervalEnd() {
        return (flags & NFT_SET_ELEM_INTERVAL_END) != 0;
    }

    /** Whether it stands for every key that no other element has. */
    public boolean isCatchAll() {
        return (flags & NFT_SET_ELEM_CATCHALL) != 0;
    }
}

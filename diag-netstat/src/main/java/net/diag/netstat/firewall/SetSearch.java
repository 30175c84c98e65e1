package net.diag.netstat.firewall;

import java.util.Arrays;
import net.diag.netlink.nftables.NftElement;
import net.diag.netlink.nftables.NftSet;

/** Finds the element of a set that a key belongs to, as the kernel does. */
final class SetSearch {
    private SetSearch() {}

    /** The element, the catch-all one, or null. */
    static NftElement find(NftSet s, byte[] key) {
        NftElement best = null;
        NftElement catchAll = null;
        boolean interval = s.is(NftSet.NFT_SET_INTERVAL);
        for (NftElement e : s.elements()) {
            if (e.isCatchAll()) {
                catchAll = e;
            } else if (e.keyEnd().length > 0) {
                if (between(s, e, key)) {
                    return e;
                }
            } else if (!interval || s.is(NftSet.NFT_SET_CONCAT)) {
                if (Arrays.equals(e.key(), key)) {
                    return e;
                }
            } else if (Arrays.compareUnsigned(e.key(), key) <= 0) {
                // The nearest boundary at or below the key says whether it is inside.
                int c = best == null ? 1 : Arrays.compareUnsigned(e.key(), best.key());
                if (c > 0 || c == 0 && best.isIntervalEnd()) {
                    best = e;
                }
            }
        }
        return best == null || best.isIntervalEnd() ? catchAll : best;
    }

    /** Each part of a concatenation within its range. */
    private static boolean between(NftSet s, NftElement e, byte[] key) {
        int at = 0;
        if (s.fieldLengths().size() < 2) {
            return Arrays.compareUnsigned(e.key(), key) <= 0 && Arrays.compareUnsigned(key, e.keyEnd()) <= 0;
        }
        for (int length : s.fieldLengths()) {
            int end = at + length;
            if (length < 0 || end > key.length || end > e.key().length || end > e.keyEnd().length) {
                return false;
            }
            if (Arrays.compareUnsigned(e.key(), at, end, key, at, end) > 0
                    || Arrays.compareUnsigned(key, at, end, e.keyEnd(), at, end) > 0) {
                return false;
            }
            at += length + 3 & ~3;
        }
        return true;
    }
}

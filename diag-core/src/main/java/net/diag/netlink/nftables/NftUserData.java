package net.diag.netlink.nftables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What nft keeps with an object for itself: a list of type u8, length u8 and value (libnftnl's
 * {@code udata.h}). The kernel doesn't look inside, so anything may be there.
 */
public final class NftUserData {
    /** The comment of a rule, a table, a chain, an object or a set element. */
    public static final int COMMENT = 0;

    private NftUserData() {}

    /** The value of {@code type}, or null. */
    public static byte[] value(byte[] userData, int type) {
        int at = 0;
        while (at + 2 <= userData.length) {
            int length = userData[at + 1] & 0xff;
            if (at + 2 + length > userData.length) {
                return null;
            }
            if ((userData[at] & 0xff) == type) {
                return Arrays.copyOfRange(userData, at + 2, at + 2 + length);
            }
            at += 2 + length;
        }
        return null;
    }

    /** The value of {@code type} as text up to a zero byte; empty when absent. */
    public static String text(byte[] userData, int type) {
        byte[] v = value(userData, type);
        if (v == null) {
            return "";
        }
        int n = 0;
        while (n < v.length && v[n] != 0) {
            n++;
        }
        return new String(v, 0, n, StandardCharsets.UTF_8);
    }

    /** The value of {@code type} as 32 bits in host order, or {@code absent}. */
    public static int number(byte[] userData, int type, int absent) {
        byte[] v = value(userData, type);
        if (v == null || v.length != 4) {
            return absent;
        }
        return java.nio.ByteBuffer.wrap(v)
                .order(java.nio.ByteOrder.nativeOrder())
                .getInt();
    }
}

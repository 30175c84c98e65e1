package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * A 48-bit IEEE 802 address, held in the low bits of a {@code long}; and link-layer addresses of any length as text.
 */
public final class MacAddress {
    /** Bytes of an Ethernet address. */
    public static final int LENGTH = 6;

    public static final long BROADCAST = 0xffff_ffff_ffffL;

    private MacAddress() {}

    /** Is this a group address (multicast or broadcast)? */
    public static boolean isGroup(long address) {
        return (address >>> 40 & 1) != 0;
    }

    /** The text form {@code 02:00:5e:10:00:01}. */
    public static String format(long address) {
        StringBuilder out = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            if (shift != 40) {
                out.append(':');
            }
            Hex.octet(out, (int) (address >>> shift));
        }
        return out.toString();
    }

    /** A link-layer address of any length, its bytes in hexadecimal and joined by colons. */
    public static String format(ByteBuffer b, int off, int length) {
        StringBuilder out = new StringBuilder(length * 3);
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                out.append(':');
            }
            Hex.octet(out, b.get(off + i));
        }
        return out.toString();
    }

    /**
     * Parse six groups of one or two hexadecimal digits, separated by {@code :} or {@code -}.
     *
     * @return the address, or -1 if the text is none
     */
    public static long parse(String text) {
        long address = 0;
        int groups = 0;
        int digits = 0;
        int group = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ':' : text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit >= 0) {
                if (++digits > 2) {
                    return -1;
                }
                group = group << 4 | digit;
            } else if ((c == ':' || c == '-') && digits > 0 && groups < LENGTH) {
                address = address << 8 | group;
                groups++;
                digits = 0;
                group = 0;
            } else {
                return -1;
            }
        }
        return groups == LENGTH ? address : -1;
    }
}

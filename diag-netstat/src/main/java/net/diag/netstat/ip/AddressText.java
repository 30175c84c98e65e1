package net.diag.netstat.ip;

import net.diag.record.IpAddress;

/** Address bytes as text. */
final class AddressText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private AddressText() {}

    /** An internet address of 4 or 16 bytes, else its bytes in hexadecimal. */
    static String ip(byte[] b) {
        return b.length == 4 || b.length == 16 ? IpAddress.of(b).toString() : link(b);
    }

    /** A link-layer address; an internet one where the link type has those (tunnels). */
    static String link(byte[] b, int linkType) {
        boolean tunnel = linkType == 768 || linkType == 776 || linkType == 778;
        boolean tunnel6 = linkType == 769 || linkType == 823;
        return tunnel && b.length == 4 || tunnel6 && b.length == 16 ? ip(b) : link(b);
    }

    /** Bytes in hexadecimal with colons. */
    static String link(byte[] b) {
        StringBuilder s = new StringBuilder(b.length * 3);
        for (int i = 0; i < b.length; i++) {
            if (i > 0) {
                s.append(':');
            }
            s.append(HEX[b[i] >> 4 & 15]).append(HEX[b[i] & 15]);
        }
        return s.toString();
    }
}

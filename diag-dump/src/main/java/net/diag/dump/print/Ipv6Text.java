package net.diag.dump.print;

/** The text form of an IPv6 address (RFC 5952): the longest run of zero groups becomes {@code ::}. */
final class Ipv6Text {
    private Ipv6Text() {}

    static void append(TextOut<?> out, byte[] b, int o) {
        int best = -1;
        int bestLength = 1;
        int run = -1;
        for (int i = 0; i <= 8; i++) {
            boolean zero = i < 8 && b[o + 2 * i] == 0 && b[o + 2 * i + 1] == 0;
            if (zero && run < 0) {
                run = i;
            } else if (!zero && run >= 0) {
                if (i - run > bestLength) {
                    best = run;
                    bestLength = i - run;
                }
                run = -1;
            }
        }
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.ch(':');
                i += bestLength - 1;
                if (i == 7) {
                    out.ch(':');
                }
                continue;
            }
            if (i > 0) {
                out.ch(':');
            }
            if (i == 6 && best == 0 && (bestLength == 6 || bestLength == 5 && b[o + 10] == -1 && b[o + 11] == -1)) {
                out.octet(b[o + 12] & 255)
                        .ch('.')
                        .octet(b[o + 13] & 255)
                        .ch('.')
                        .octet(b[o + 14] & 255);
                out.ch('.').octet(b[o + 15] & 255);
                return;
            }
            out.hex((b[o + 2 * i] & 0xff) << 8 | b[o + 2 * i + 1] & 0xff);
        }
    }
}

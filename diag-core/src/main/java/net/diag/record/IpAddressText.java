package net.diag.record;

/** The text form of addresses: {@code inet_pton(3)} in, RFC 5952 out. */
final class IpAddressText {
    private IpAddressText() {}

    static IpAddress parse(String text) {
        if (text.indexOf(':') < 0) {
            long v4 = parseV4(text, 0, text.length());
            return v4 < 0 ? null : IpAddress.v4((int) v4);
        }
        int percent = text.indexOf('%');
        if (percent < 0) {
            return parseV6(text, text.length());
        }
        IpAddress a = percent + 1 == text.length() ? null : parseV6(text, percent);
        return a == null ? null : a.withZone(text.substring(percent + 1));
    }

    /** Four decimal numbers without leading zeros, or -1. */
    private static long parseV4(String s, int from, int to) {
        long address = 0;
        int parts = 0;
        int i = from;
        while (i < to) {
            int start = i;
            int n = 0;
            while (i < to && s.charAt(i) >= '0' && s.charAt(i) <= '9' && i - start < 3) {
                n = n * 10 + s.charAt(i++) - '0';
            }
            if (i == start || n > 255 || (i - start > 1 && s.charAt(start) == '0')) {
                return -1;
            }
            address = address << 8 | n;
            parts++;
            if (i == to) {
                return parts == 4 ? address : -1;
            }
            if (s.charAt(i++) != '.' || parts == 4) {
                return -1;
            }
        }
        return -1;
    }

    private static IpAddress parseV6(String s, int to) {
        int[] groups = new int[8];
        int n = 0;
        int gap = -1;
        int i = 0;
        if (to >= 2 && s.charAt(0) == ':') {
            if (s.charAt(1) != ':') {
                return null;
            }
            gap = 0;
            i = 2;
        }
        while (i < to) {
            if (n == 8) {
                return null;
            }
            int start = i;
            int value = 0;
            while (i < to && i - start < 4 && Character.digit(s.charAt(i), 16) >= 0 && s.charAt(i) < 0x80) {
                value = value << 4 | Character.digit(s.charAt(i++), 16);
            }
            if (i == start) {
                return null;
            }
            if (i < to && s.charAt(i) == '.') {
                long v4 = n <= 6 ? parseV4(s, start, to) : -1;
                if (v4 < 0) {
                    return null;
                }
                groups[n++] = (int) (v4 >>> 16);
                groups[n++] = (int) v4 & 0xffff;
                i = to;
                break;
            }
            groups[n++] = value;
            if (i == to) {
                break;
            }
            if (s.charAt(i++) != ':' || i == to) {
                return null;
            }
            if (s.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = n;
                i++;
            }
        }
        return assemble(groups, n, gap);
    }

    private static IpAddress assemble(int[] groups, int n, int gap) {
        if (gap < 0 ? n != 8 : n > 7) {
            return null;
        }
        long high = 0;
        long low = 0;
        int zeros = 8 - n;
        for (int k = 0; k < 8; k++) {
            int g;
            if (gap < 0 || k < gap) {
                g = groups[k];
            } else {
                g = k < gap + zeros ? 0 : groups[k - zeros];
            }
            if (k < 4) {
                high = high << 16 | g;
            } else {
                low = low << 16 | g;
            }
        }
        return IpAddress.v6(high, low);
    }

    static void print(IpAddress a, TextOut out) {
        if (!a.isV6()) {
            printV4((int) a.low(), out);
            return;
        }
        printV6(a.high(), a.low(), out);
        if (!a.zone().isEmpty()) {
            out.print('%').print(a.zone());
        }
    }

    private static void printV4(int bits, TextOut out) {
        out.print(bits >>> 24).print('.').print(bits >>> 16 & 0xff).print('.');
        out.print(bits >>> 8 & 0xff).print('.').print(bits & 0xff);
    }

    private static void printV6(long high, long low, TextOut out) {
        // As glibc's inet_ntop: IPv4-mapped and the old IPv4-compatible form end in a dotted quad.
        if (high == 0 && low >>> 32 == 0xffff) {
            out.print("::ffff:");
            printV4((int) low, out);
            return;
        }
        if (high == 0 && low >>> 32 == 0 && low >>> 16 != 0) {
            out.print("::");
            printV4((int) low, out);
            return;
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int j = i;
            while (j < 8 && group(high, low, j) == 0) {
                j++;
            }
            if (j - i > gapLength) {
                gapStart = i;
                gapLength = j - i;
            }
            i = Math.max(i, j - 1);
        }
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                out.print(i + gapLength == 8 ? "::" : ":");
                i += gapLength - 1;
                continue;
            }
            if (i > 0) {
                out.print(':');
            }
            out.printHex(group(high, low, i), 1);
        }
    }

    private static int group(long high, long low, int i) {
        return (int) ((i < 4 ? high : low) >>> (48 - (i & 3) * 16)) & 0xffff;
    }
}

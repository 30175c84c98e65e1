package net.diag.record;

/** How many columns a text takes on a terminal, as {@code wcwidth(3)} counts. */
public final class DisplayWidth {
    /** First and last code points of wide (East Asian W and F, emoji) ranges, ascending. */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x2648, 0x2653,
        0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x2705, 0x2705, 0x270a, 0x270b, 0x274c, 0x274c,
        0x2753, 0x2755, 0x2795, 0x2797, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf,
        0x4e00, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff00, 0xff60,
        0xffe0, 0xffe6, 0x16fe0, 0x18aff, 0x1b000, 0x1b2ff, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e,
        0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca,
        0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc,
        0x1f4ff, 0x1f53d, 0x1f54b, 0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f,
        0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6d7, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc,
        0x1f7e0, 0x1f7eb, 0x1f90c, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd,
    };

    private DisplayWidth() {}

    /** The width of {@code s}, which has no control characters. */
    public static int of(String s) {
        int n = s.length();
        int width = 0;
        for (int i = 0; i < n; i++) {
            char c = s.charAt(i);
            if (c < 0x300) {
                width++;
                continue;
            }
            int point = s.codePointAt(i);
            i += Character.charCount(point) - 1;
            width += of(point);
        }
        return width;
    }

    /** The width of one code point: 0 for what joins the one before, 2 for wide ones, else 1. */
    public static int of(int point) {
        switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {
                return isWide(point) ? 2 : 1;
            }
        }
    }

    private static boolean isWide(int point) {
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int mid = (low + high) >>> 1;
            if (point < WIDE[mid * 2]) {
                high = mid - 1;
            } else if (point > WIDE[mid * 2 + 1]) {
                low = mid + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** The beginning of {@code s} that fits into {@code width} columns, with {@code …} if it was cut. */
    public static String cut(String s, int width) {
        if (of(s) <= width) {
            return s;
        }
        int used = 0;
        int i = 0;
        while (i < s.length()) {
            int point = s.codePointAt(i);
            int w = of(point);
            if (used + w > width - 1) {
                break;
            }
            used += w;
            i += Character.charCount(point);
        }
        return s.substring(0, i) + '\u2026';
    }
}

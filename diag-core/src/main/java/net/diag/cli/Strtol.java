package net.diag.cli;

/**
 * {@code strtol(3)}: leading blanks, a sign, {@code 0x} and {@code 0} prefixes for base 0, and where
 * the number ended, so that each tool can word its own complaint.
 */
public final class Strtol {
    private final long value;
    private final int end;
    private final int length;
    private final boolean overflow;

    private Strtol(long value, int end, int length, boolean overflow) {
        this.value = value;
        this.end = end;
        this.length = length;
        this.overflow = overflow;
    }

    /** Read the number at the beginning of {@code s}; base 0, or 2 to 36. */
    public static Strtol parse(String s, int base) {
        int n = s.length();
        int i = 0;
        while (i < n && isSpace(s.charAt(i))) {
            i++;
        }
        boolean negative = false;
        if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
            negative = s.charAt(i++) == '-';
        }
        int radix = base;
        boolean hex =
                i + 2 < n && s.charAt(i) == '0' && (s.charAt(i + 1) | 0x20) == 'x' && digit(s.charAt(i + 2), 16) >= 0;
        if ((base == 0 || base == 16) && hex) {
            i += 2;
            radix = 16;
        } else if (base == 0) {
            radix = i < n && s.charAt(i) == '0' ? 8 : 10;
        }
        int start = i;
        long limit = negative ? Long.MIN_VALUE : -Long.MAX_VALUE;
        long v = 0;
        boolean overflow = false;
        for (int d; i < n && (d = digit(s.charAt(i), radix)) >= 0; i++) {
            // Counted below zero, where there is room for one more.
            if (v < limit / radix || v * radix < limit + d) {
                overflow = true;
            } else if (!overflow) {
                v = v * radix - d;
            }
        }
        if (i == start) {
            return new Strtol(0, 0, n, false);
        }
        if (overflow) {
            return new Strtol(negative ? Long.MIN_VALUE : Long.MAX_VALUE, i, n, true);
        }
        return new Strtol(negative ? v : -v, i, n, false);
    }

    /** Read a decimal number. */
    public static Strtol parse(String s) {
        return parse(s, 10);
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static int digit(char c, int radix) {
        return c < 0x80 ? Character.digit(c, radix) : -1;
    }

    /** The number; the nearest limit if it {@link #overflow}s; 0 if there is none. */
    public long value() {
        return value;
    }

    /** Where it ended: the index of the first character that doesn't belong to it; 0 if there is none. */
    public int end() {
        return end;
    }

    /** Whether it is outside the range of a {@code long} ({@code ERANGE}). */
    public boolean overflow() {
        return overflow;
    }

    /** Whether the text is a number and nothing else. */
    public boolean isWhole() {
        return end == length && length > 0;
    }

    /** Whether it is whole and lies between the limits. */
    public boolean isWithin(long least, long most) {
        return isWhole() && !overflow && value >= least && value <= most;
    }
}

package net.diag.cli;

/**
 * {@code strtod(3)} in the C locale: decimal ({@code 1}, {@code .2}, {@code 1e3}) and hexadecimal
 * ({@code 0x1.8p1}) numbers, {@code inf} and {@code nan}, and where the number ended.
 */
public final class Strtod {
    private final double value;
    private final int end;
    private final int length;

    private Strtod(double value, int end, int length) {
        this.value = value;
        this.end = end;
        this.length = length;
    }

    /** Read the number at the beginning of {@code s}. */
    public static Strtod parse(String s) {
        int n = s.length();
        int i = 0;
        while (i < n && Strtol.isSpace(s.charAt(i))) {
            i++;
        }
        int begin = i;
        boolean negative = false;
        if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
            negative = s.charAt(i++) == '-';
        }
        double sign = negative ? -1 : 1;
        if (s.regionMatches(true, i, "infinity", 0, 8)) {
            return new Strtod(sign * Double.POSITIVE_INFINITY, i + 8, n);
        } else if (s.regionMatches(true, i, "inf", 0, 3)) {
            return new Strtod(sign * Double.POSITIVE_INFINITY, i + 3, n);
        } else if (s.regionMatches(true, i, "nan", 0, 3)) {
            return new Strtod(Double.NaN, i + 3, n);
        }
        if (i + 1 < n && s.charAt(i) == '0' && (s.charAt(i + 1) | 0x20) == 'x') {
            int end = mantissa(s, i + 2, 16);
            if (end > i + 2) {
                int e = exponent(s, end, 'p');
                String text = s.substring(i, e) + (e == end ? "p0" : "");
                return new Strtod(sign * Double.parseDouble(text), e, n);
            }
        }
        int end = mantissa(s, i, 10);
        if (end == i) {
            return new Strtod(0, 0, n);
        }
        end = exponent(s, end, 'e');
        return new Strtod(Double.parseDouble(s.substring(begin, end)), end, n);
    }

    /** The end of digits with at most one point among them; {@code from} if there is no digit. */
    private static int mantissa(String s, int from, int radix) {
        int i = from;
        boolean point = false;
        boolean digits = false;
        while (i < s.length()) {
            char c = s.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c < 0x80 && Character.digit(c, radix) >= 0) {
                digits = true;
            } else {
                break;
            }
            i++;
        }
        return digits ? i : from;
    }

    private static int exponent(String s, int from, char mark) {
        int i = from;
        if (i < s.length() && (s.charAt(i) | 0x20) == mark) {
            i++;
            if (i < s.length() && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
                i++;
            }
            int digits = i;
            while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
                i++;
            }
            return i > digits ? i : from;
        }
        return from;
    }

    /** The number; infinite if it is too large; 0 if there is none. */
    public double value() {
        return value;
    }

    /** Where it ended; 0 if there is none. */
    public int end() {
        return end;
    }

    /** Whether the text is a number and nothing else. */
    public boolean isWhole() {
        return end == length && length > 0;
    }
}

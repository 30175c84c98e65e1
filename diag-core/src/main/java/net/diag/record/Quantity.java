package net.diag.record;

import java.math.BigDecimal;

/**
 * A number with its unit as people write it: {@code 50ms}, {@code 1.5s}, {@code 10MB}, {@code 1KiB},
 * {@code 100Mbit}, {@code 5%}, {@code 10k}.
 *
 * @param value the number in the dimension's base unit
 * @param dimension what it measures
 */
public record Quantity(BigDecimal value, Dimension dimension) {
    /** What a quantity measures, and its base unit. */
    public enum Dimension {
        /** Nothing: a number, perhaps with a factor ({@code 10k}). */
        NUMBER("a number"),
        /** Time, in nanoseconds. */
        DURATION("a duration"),
        /** Data, in bytes; also a second. */
        SIZE("an amount of data"),
        /** Data, in bits; also a second. */
        BITS("an amount of data in bits"),
        /** A share, in hundredths. */
        PERCENT("a percentage");

        private final String phrase;

        Dimension(String phrase) {
            this.phrase = phrase;
        }

        /** For messages: {@code a duration}. */
        public String phrase() {
            return phrase;
        }
    }

    private static final int MAX_LENGTH = 64;

    /** The quantity that {@code text} writes, or null if it isn't one. */
    public static Quantity parse(String text) {
        int n = text.length();
        int end = numberEnd(text);
        if (end == 0 || n > MAX_LENGTH) {
            return null;
        }
        BigDecimal number;
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        if (hex) {
            if (end != n) {
                return null;
            }
            number = new BigDecimal(new java.math.BigInteger(text.substring(2), 16));
        } else {
            number = new BigDecimal(text.substring(0, end));
        }
        String unit = text.substring(end);
        if (unit.endsWith("/s") && unit.length() > 2) {
            Quantity q = withUnit(number, unit.substring(0, unit.length() - 2));
            return q == null || q.dimension == Dimension.DURATION || q.dimension == Dimension.PERCENT ? null : q;
        }
        return withUnit(number, unit);
    }

    /** Where the leading number ends; 0 if there is none. A sign, digits, a point, an exponent. */
    private static int numberEnd(String s) {
        int n = s.length();
        int i = 0;
        if (n > 2 && s.charAt(0) == '0' && (s.charAt(1) | 0x20) == 'x') {
            i = 2;
            while (i < n && isHex(s.charAt(i))) {
                i++;
            }
            return i > 2 ? i : 0;
        }
        if (i < n && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
            i++;
        }
        boolean digits = false;
        boolean point = false;
        while (i < n && (isDigit(s.charAt(i)) || (s.charAt(i) == '.' && !point))) {
            point |= s.charAt(i) == '.';
            digits |= s.charAt(i) != '.';
            i++;
        }
        if (!digits) {
            return 0;
        }
        int e = i;
        if (e < n && (s.charAt(e) | 0x20) == 'e') {
            e++;
            if (e < n && (s.charAt(e) == '-' || s.charAt(e) == '+')) {
                e++;
            }
            int start = e;
            // Two digits: no field needs more, and a long exponent makes a number of gigabytes.
            while (e < n && isDigit(s.charAt(e)) && e - start < 2) {
                e++;
            }
            if (e > start) {
                i = e;
            }
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHex(char c) {
        return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    private static Quantity withUnit(BigDecimal n, String unit) {
        return switch (unit) {
            case "" -> new Quantity(n, Dimension.NUMBER);
            case "%" -> new Quantity(n, Dimension.PERCENT);
            case "k", "K" -> times(n, 1_000L, Dimension.NUMBER);
            case "M" -> times(n, 1_000_000L, Dimension.NUMBER);
            case "G" -> times(n, 1_000_000_000L, Dimension.NUMBER);
            case "T" -> times(n, 1_000_000_000_000L, Dimension.NUMBER);
            case "ns", "nsec" -> times(n, 1, Dimension.DURATION);
            case "us", "\u00b5s", "\u03bcs", "usec" -> times(n, 1_000L, Dimension.DURATION);
            case "ms", "msec" -> times(n, 1_000_000L, Dimension.DURATION);
            case "s", "sec" -> times(n, 1_000_000_000L, Dimension.DURATION);
            case "m", "min" -> times(n, 60_000_000_000L, Dimension.DURATION);
            case "h", "hr" -> times(n, 3_600_000_000_000L, Dimension.DURATION);
            case "d", "day" -> times(n, 86_400_000_000_000L, Dimension.DURATION);
            default -> data(n, unit);
        };
    }

    private static Quantity data(BigDecimal n, String unit) {
        boolean bits = unit.endsWith("bit") || unit.endsWith("bps");
        boolean bytes = unit.endsWith("B") || unit.endsWith("b");
        if (!bits && !bytes) {
            return null;
        }
        String prefix = unit.substring(0, unit.length() - (bits ? 3 : 1));
        long factor = switch (prefix) {
            case "" -> 1;
            case "k", "K" -> 1_000L;
            case "M", "m" -> 1_000_000L;
            case "G", "g" -> 1_000_000_000L;
            case "T", "t" -> 1_000_000_000_000L;
            case "Ki", "ki" -> 1L << 10;
            case "Mi", "mi" -> 1L << 20;
            case "Gi", "gi" -> 1L << 30;
            case "Ti", "ti" -> 1L << 40;
            default -> 0;
        };
        return factor == 0 ? null : times(n, factor, bits ? Dimension.BITS : Dimension.SIZE);
    }

    private static Quantity times(BigDecimal n, long factor, Dimension d) {
        return new Quantity(n.multiply(BigDecimal.valueOf(factor)), d);
    }

    /**
     * The value as a whole number of the base unit, rounded half up.
     *
     * @throws ArithmeticException if it is outside the range of a {@code long}
     */
    public long toLong() {
        return value.setScale(0, java.math.RoundingMode.HALF_UP).longValueExact();
    }
}

package net.diag.record;

/** Durations as people write them: {@code 50ms}, {@code 1.5s}, {@code 2min}. */
public final class DurationText {
    private static final long MICRO = 1_000L;
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private DurationText() {}

    /**
     * Nanoseconds of {@code text}, which names its unit; a number alone is taken in {@code bareUnitNanos}
     * (0: a unit is required).
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static long parse(String text, long bareUnitNanos) {
        Quantity q = Quantity.parse(text);
        boolean bare = q != null && q.dimension() == Quantity.Dimension.NUMBER && bareUnitNanos > 0;
        if (q == null || (!bare && q.dimension() != Quantity.Dimension.DURATION)) {
            throw new IllegalArgumentException("not a duration: '" + Escape.text(text) + "' (write 50ms, 1.5s, 2min)");
        }
        try {
            long nanos = bare
                    ? new Quantity(q.value().multiply(java.math.BigDecimal.valueOf(bareUnitNanos)), q.dimension())
                            .toLong()
                    : q.toLong();
            if (nanos >= 0) {
                return nanos;
            }
        } catch (ArithmeticException e) {
            // Reported below.
        }
        throw new IllegalArgumentException("duration out of range: '" + Escape.text(text) + "'");
    }

    /** Nanoseconds of {@code text}; the unit is required. */
    public static long parse(String text) {
        return parse(text, 0);
    }

    /** A short text with a unit that fits: {@code 850 ns}, {@code 12.3 µs}, {@code 1.52 ms}, {@code 2.05 s}. */
    public static String format(long nanos) {
        long n = Math.abs(nanos);
        TextBuffer b = new TextBuffer(64);
        if (nanos < 0) {
            b.print('-');
        }
        if (n < MICRO) {
            b.print(n).print(" ns");
        } else if (n < MILLI) {
            significant(b, n, MICRO).print(" \u00b5s");
        } else if (n < SECOND) {
            significant(b, n, MILLI).print(" ms");
        } else if (n < 120 * SECOND) {
            significant(b, n, SECOND).print(" s");
        } else {
            long s = n / SECOND;
            if (s >= 86400) {
                b.print(s / 86400).print("d ");
            }
            if (s >= 3600) {
                b.print(s / 3600 % 24).print("h ");
            }
            b.print(s / 60 % 60).print("min ").print(s % 60).print('s');
        }
        return b.toString();
    }

    /** Three significant digits. */
    private static TextOut significant(TextBuffer b, long n, long unit) {
        int decimals = n >= 100 * unit ? 0 : n >= 10 * unit ? 1 : 2;
        long step = unit / (decimals == 0 ? 1 : decimals == 1 ? 10 : 100);
        return b.printFixed((n + step / 2) / step, decimals);
    }
}

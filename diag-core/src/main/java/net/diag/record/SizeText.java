package net.diag.record;

/** Amounts of data as people write them: {@code 10MB} (powers of 1000), {@code 1KiB} (powers of 1024). */
public final class SizeText {
    private static final String[] SI = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    private SizeText() {}

    /**
     * Bytes of {@code text}; a number alone is in bytes.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static long parse(String text) {
        Quantity q = Quantity.parse(text);
        boolean known =
                q != null && (q.dimension() == Quantity.Dimension.SIZE || q.dimension() == Quantity.Dimension.NUMBER);
        if (!known) {
            throw new IllegalArgumentException("not a size: '" + Escape.text(text) + "' (write 512, 10kB, 1MiB)");
        }
        try {
            long bytes = q.toLong();
            if (bytes >= 0) {
                return bytes;
            }
        } catch (ArithmeticException e) {
            // Reported below.
        }
        throw new IllegalArgumentException("size out of range: '" + Escape.text(text) + "'");
    }

    /** Three significant digits and a unit of powers of 1000: {@code 999 B}, {@code 1.50 kB}. */
    public static String format(long bytes) {
        long n = bytes == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(bytes);
        int unit = 0;
        long scale = 1;
        while (unit < SI.length - 1 && n / scale >= 1000) {
            scale *= 1000;
            unit++;
        }
        TextBuffer b = new TextBuffer(64);
        if (bytes < 0) {
            b.print('-');
        }
        if (unit == 0) {
            return b.print(n).print(" B").toString();
        }
        long whole = n / scale;
        int decimals = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
        long step = scale / (decimals == 0 ? 1 : decimals == 1 ? 10 : 100);
        long rounded = n / step + (n % step >= (step + 1) / 2 ? 1 : 0);
        return b.printFixed(rounded, decimals).print(' ').print(SI[unit]).toString();
    }
}

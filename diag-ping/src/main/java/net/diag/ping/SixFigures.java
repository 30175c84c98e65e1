package net.diag.ping;

/** A number as C's {@code %g} prints a percentage: six significant figures, no trailing zeros. */
final class SixFigures {
    private static final int FIGURES = 6;

    private SixFigures() {}

    static void append(StringBuilder out, float value) {
        if (value == (long) value && Math.abs(value) < 1e6) {
            out.append((long) value);
            return;
        }
        java.math.BigDecimal d = new java.math.BigDecimal((double) value)
                .round(new java.math.MathContext(FIGURES, java.math.RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = d.precision() - d.scale() - 1;
        if (exponent >= -4 && exponent < FIGURES) {
            out.append(d.toPlainString());
            return;
        }
        String digits = d.unscaledValue().abs().toString();
        out.append(value < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append(exponent < 0 ? "e-" : "e+");
        int e = Math.abs(exponent);
        out.append(e < 10 ? "0" : "").append(e);
    }
}

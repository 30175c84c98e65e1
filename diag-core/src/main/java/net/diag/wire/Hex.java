package net.diag.wire;

/** Numbers in hexadecimal, without {@code String.format}. */
final class Hex {
    private static final char[] DIGITS = "0123456789abcdef".toCharArray();

    private Hex() {}

    /** {@code 0x} and four digits. */
    static String word(int value) {
        StringBuilder out = new StringBuilder(6).append("0x");
        octet(out, value >>> 8);
        octet(out, value);
        return out.toString();
    }

    /** Append two digits. */
    static void octet(StringBuilder out, int value) {
        out.append(DIGITS[value >>> 4 & 0xf]).append(DIGITS[value & 0xf]);
    }

    /** Append a 16-bit value without leading zeros. */
    static void trimmed(StringBuilder out, int value) {
        boolean started = false;
        for (int shift = 12; shift >= 0; shift -= 4) {
            int digit = value >>> shift & 0xf;
            if (started || digit != 0 || shift == 0) {
                out.append(DIGITS[digit]);
                started = true;
            }
        }
    }
}

package net.diag.ping;

/** {@code -p}: up to 16 bytes that fill the payload, given in hexadecimal; an odd last digit is a byte of its own. */
record PayloadPattern(byte[] bytes) {
    private static final int MOST = 16;

    static PayloadPattern parse(String text) throws PingException {
        for (int i = 0; i < text.length(); i++) {
            if (digit(text.charAt(i)) < 0) {
                throw PingException.fatal("patterns must be specified as hex digits: " + text.substring(i));
            }
        }
        byte[] bytes = new byte[Math.min(MOST, (text.length() + 1) / 2)];
        for (int i = 0; i < bytes.length; i++) {
            int high = digit(text.charAt(2 * i));
            bytes[i] = (byte) (2 * i + 1 < text.length() ? high << 4 | digit(text.charAt(2 * i + 1)) : high);
        }
        return new PayloadPattern(bytes);
    }

    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** The bytes to repeat, or null when there are none. */
    byte[] orNull() {
        return bytes.length == 0 ? null : bytes;
    }

    /** The line that iputils prints. */
    String line() {
        StringBuilder b = new StringBuilder("PATTERN: 0x");
        for (byte x : bytes) {
            b.append(Character.forDigit(x >> 4 & 0xf, 16)).append(Character.forDigit(x & 0xf, 16));
        }
        return b.append('\n').toString();
    }
}

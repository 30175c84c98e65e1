package net.diag.proc;

/** A cursor over the fields of a line, divided by blanks or by other given bytes. A missing field reads as 0 or empty. */
public final class Fields {
    private byte[] bytes;
    private int at;
    private int end;

    /** Begin with the bytes from {@code from} to {@code to}. */
    public Fields over(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
        return this;
    }

    /** Begin with the current line. */
    public Fields over(ProcLines lines) {
        return over(lines.buffer(), lines.start(), lines.end());
    }

    private void skipBlanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** Whether another field follows. */
    public boolean hasMore() {
        skipBlanks();
        return at < end;
    }

    /** The offset of the next byte. */
    public int at() {
        return at;
    }

    /** Pass over a field. */
    public void skip() {
        skipBlanks();
        while (at < end && bytes[at] != ' ' && bytes[at] != '\t') {
            at++;
        }
    }

    /** Pass over {@code separator} if it is the next byte. */
    public boolean take(char separator) {
        if (at < end && bytes[at] == separator) {
            at++;
            return true;
        }
        return false;
    }

    /** A hexadecimal number; stops at the first byte that is no digit. Wider than 64 bits: the low ones. */
    public long hex() {
        skipBlanks();
        long value = 0;
        while (at < end) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    /** Eight hexadecimal digits: a 32-bit word; fewer where there are not so many. */
    public int hexWord() {
        int value = 0;
        for (int i = 0; i < 8 && at < end; i++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    /** How many hexadecimal digits follow. */
    public int hexDigits() {
        skipBlanks();
        int i = at;
        while (i < end && Character.digit(bytes[i], 16) >= 0) {
            i++;
        }
        return i - at;
    }

    /** A decimal number with an optional sign; stops at the first byte that is no digit. */
    public long decimal() {
        skipBlanks();
        boolean negative = take('-');
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        return negative ? -value : value;
    }

    /** A field as text, a byte a character. */
    public String text() {
        skipBlanks();
        int from = at;
        skip();
        return new String(bytes, from, at - from, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** All that is left, without the blank in front. */
    public byte[] rest() {
        if (at < end && bytes[at] == ' ') {
            at++;
        }
        byte[] rest = java.util.Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }
}

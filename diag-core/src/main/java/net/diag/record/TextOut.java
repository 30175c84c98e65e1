package net.diag.record;

import java.io.OutputStream;

/**
 * A buffered stream of UTF-8 text with an ASCII fast path, and numbers printed without garbage.
 *
 * <p>No method throws a checked exception; what a failed write means is decided by the subclass.
 * Not thread-safe: one thread owns it, or its users lock it.
 */
public abstract class TextOut extends OutputStream {
    private static final long[] POWERS_OF_TEN = new long[19];
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    static {
        long p = 1;
        for (int i = 0; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = p;
            p *= 10;
        }
    }

    /** The bytes not yet handed on. */
    protected byte[] buffer;

    /** How many of {@link #buffer} are used. */
    protected int length;

    /** A stream with {@code capacity} bytes of buffer. */
    protected TextOut(int capacity) {
        buffer = new byte[capacity];
    }

    /** Make room for {@code count} bytes (at most 64), by draining or by growing. */
    protected abstract void makeRoom(int count);

    /** Called after a line was completed by {@link #println()} or a printed newline. */
    protected void lineEnded() {}

    private void room(int count) {
        if (buffer.length - length < count) {
            makeRoom(count);
        }
    }

    @Override
    public void write(int b) {
        room(1);
        buffer[length++] = (byte) b;
        if (b == '\n') {
            lineEnded();
        }
    }

    @Override
    public final void write(byte[] b) {
        write(b, 0, b.length);
    }

    @Override
    public void write(byte[] b, int offset, int count) {
        int from = offset;
        int end = offset + count;
        while (from < end) {
            room(1);
            int n = Math.min(end - from, buffer.length - length);
            System.arraycopy(b, from, buffer, length, n);
            length += n;
            from += n;
        }
        if (count > 0 && b[end - 1] == '\n') {
            lineEnded();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        flush();
    }

    /** Print text; a lone surrogate becomes {@code U+FFFD}. */
    public final TextOut print(CharSequence s) {
        return print(s, 0, s.length());
    }

    /** Print text; a lone surrogate becomes {@code U+FFFD}. */
    public final TextOut print(String s) {
        int n = s.length();
        int i = 0;
        while (i < n) {
            i = putAscii(s, i, n, false);
            if (i < n && s.charAt(i) >= 0x80) {
                i += 1 + putWide(s, i, n);
            }
        }
        if (n > 0 && s.charAt(n - 1) == '\n') {
            lineEnded();
        }
        return this;
    }

    /**
     * Print {@code s} from {@code from} up to the first character that JSON or a terminal wants escaped;
     * its index, or the length.
     */
    final int printUpToEscape(String s, int from) {
        int n = s.length();
        int i = from;
        while (i < n) {
            i = putAscii(s, i, n, true);
            if (i == n || s.charAt(i) < 0xa0) {
                // Full buffers are emptied in the next turn; anything else wants an escape.
                if (i == n || needsEscape(s.charAt(i))) {
                    return i;
                }
            } else {
                i += 1 + putWide(s, i, n);
            }
        }
        return i;
    }

    private static boolean needsEscape(char c) {
        return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7f && c < 0xa0);
    }

    /** Copy ASCII characters as long as there are any and there is room; the index behind them. */
    private int putAscii(String s, int from, int end, boolean stopAtEscapes) {
        room(1);
        // Locals: fields would be read and written anew for every character.
        byte[] b = buffer;
        int at = length;
        int stop = Math.min(end, from + b.length - at);
        int i = from;
        while (i < stop) {
            char c = s.charAt(i);
            if (c >= 0x7f ? c >= 0x80 || stopAtEscapes : stopAtEscapes && (c < 0x20 || c == '"' || c == '\\')) {
                break;
            }
            b[at++] = (byte) c;
            i++;
        }
        length = at;
        return i;
    }

    /** Copy bytes that hold no line end; for constants of a few dozen bytes. */
    final void putBytes(byte[] b, int from) {
        int count = b.length - from;
        room(count);
        System.arraycopy(b, from, buffer, length, count);
        length += count;
    }

    /** Print part of a text. */
    public final TextOut print(CharSequence s, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (c < 0x80) {
                room(1);
                buffer[length++] = (byte) c;
            } else {
                i += putWide(s, i, to);
            }
        }
        if (to > from && s.charAt(to - 1) == '\n') {
            lineEnded();
        }
        return this;
    }

    /** Encode the character at {@code i}; 1 if it took its low surrogate with it, else 0. */
    private int putWide(CharSequence s, int i, int end) {
        char c = s.charAt(i);
        if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(s.charAt(i + 1))) {
            putCodePoint(Character.toCodePoint(c, s.charAt(i + 1)));
            return 1;
        }
        putCodePoint(Character.isSurrogate(c) ? 0xfffd : c);
        return 0;
    }

    private void putCodePoint(int c) {
        room(4);
        byte[] b = buffer;
        int n = length;
        if (c < 0x80) {
            b[n++] = (byte) c;
        } else if (c < 0x800) {
            b[n++] = (byte) (0xc0 | c >> 6);
            b[n++] = (byte) (0x80 | c & 0x3f);
        } else if (c < 0x10000) {
            b[n++] = (byte) (0xe0 | c >> 12);
            b[n++] = (byte) (0x80 | c >> 6 & 0x3f);
            b[n++] = (byte) (0x80 | c & 0x3f);
        } else {
            b[n++] = (byte) (0xf0 | c >> 18);
            b[n++] = (byte) (0x80 | c >> 12 & 0x3f);
            b[n++] = (byte) (0x80 | c >> 6 & 0x3f);
            b[n++] = (byte) (0x80 | c & 0x3f);
        }
        length = n;
    }

    /** Print one character. */
    public final TextOut print(char c) {
        if (c < 0x80) {
            room(1);
            buffer[length++] = (byte) c;
            if (c == '\n') {
                lineEnded();
            }
        } else {
            putCodePoint(Character.isSurrogate(c) ? 0xfffd : c);
        }
        return this;
    }

    /** Print a number in decimal. */
    public final TextOut print(int value) {
        return print((long) value);
    }

    /** Print a number in decimal. */
    public final TextOut print(long value) {
        room(20);
        long v = value;
        if (v < 0) {
            if (v == Long.MIN_VALUE) {
                return print("-9223372036854775808");
            }
            buffer[length++] = '-';
            v = -v;
        }
        putDigits(v, digits(v));
        return this;
    }

    /** Print {@code value} taken as unsigned. */
    public final TextOut printUnsigned(long value) {
        if (value >= 0) {
            return print(value);
        }
        long quotient = Long.divideUnsigned(value, 10);
        return print(quotient).print((char) ('0' + (value - quotient * 10)));
    }

    /** Print a number that is {@code value} / 10^{@code decimals}, with all its decimals: 1500, 3 is {@code 1.500}. */
    public final TextOut printFixed(long value, int decimals) {
        room(24 + decimals);
        long v = value;
        if (v < 0) {
            buffer[length++] = '-';
            v = v == Long.MIN_VALUE ? Long.MAX_VALUE : -v;
        }
        long scale = POWERS_OF_TEN[decimals];
        long whole = v / scale;
        putDigits(whole, digits(whole));
        if (decimals > 0) {
            buffer[length++] = '.';
            putDigits(v - whole * scale, decimals);
        }
        return this;
    }

    /** As {@link #printFixed}, without trailing zeros: 1500, 3 is {@code 1.5}; 2000, 3 is {@code 2}. */
    public final TextOut printTrimmed(long value, int decimals) {
        long v = value;
        int d = decimals;
        while (d > 0) {
            long q = tenth(v);
            if (q * 10 != v) {
                break;
            }
            v = q;
            d--;
        }
        return printFixed(v, d);
    }

    /**
     * Print a number so that reading it back gives the same {@code double}; {@code NaN} and the
     * infinities are printed by their names.
     */
    public final TextOut print(double value) {
        // Up to nine decimals, the common case, without garbage: a quotient of two exact doubles is
        // correctly rounded, as is a parser's reading of the same digits.
        double magnitude = Math.abs(value);
        if (magnitude < 1e15 && (value != 0 || 1 / value > 0)) {
            for (int d = 0; d <= 9; d++) {
                double scaled = magnitude * POWERS_OF_TEN[d];
                if (scaled >= 9e15) {
                    break;
                }
                long rounded = Math.round(scaled);
                if ((double) rounded / POWERS_OF_TEN[d] == magnitude) {
                    return printFixed(value < 0 ? -rounded : rounded, d);
                }
            }
        }
        return print(Double.toString(value));
    }

    /** Print {@code value} in hexadecimal, lower case, with at least {@code width} digits. */
    public final TextOut printHex(long value, int width) {
        int n = Math.max(width, Math.max(1, (67 - Long.numberOfLeadingZeros(value)) / 4));
        room(n);
        for (int i = n - 1; i >= 0; i--) {
            buffer[length++] = i >= 16 ? (byte) '0' : HEX[(int) (value >>> (i * 4)) & 0xf];
        }
        return this;
    }

    /** Print {@code value} with leading zeros up to {@code width} digits; not negative. */
    public final TextOut printPadded(long value, int width) {
        room(24 + width);
        putDigits(value, Math.max(width, digits(value)));
        return this;
    }

    /** Print {@code s} after blanks, to at least {@code width} characters, as {@code %Ns}. */
    public final TextOut printRight(String s, int width) {
        return spaces(width - s.length()).print(s);
    }

    /** Print {@code s} before blanks, to at least {@code width} characters, as {@code %-Ns}. */
    public final TextOut printLeft(String s, int width) {
        return print(s).spaces(width - s.length());
    }

    /** Print {@code value} after blanks, as {@code %Nd}. */
    public final TextOut printRight(long value, int width) {
        int n = value < 0 ? 1 + (value == Long.MIN_VALUE ? 19 : digits(-value)) : digits(value);
        return spaces(width - n).print(value);
    }

    /** Print {@code count} blanks; none if not positive. */
    public final TextOut spaces(int count) {
        for (int i = 0; i < count; i++) {
            room(1);
            buffer[length++] = ' ';
        }
        return this;
    }

    /** End the line. */
    public final TextOut println() {
        room(1);
        buffer[length++] = '\n';
        lineEnded();
        return this;
    }

    /** Print text and end the line. */
    public final TextOut println(String s) {
        return print(s).println();
    }

    private void putDigits(long value, int count) {
        long v = value;
        byte[] b = buffer;
        for (int i = length + count - 1; i >= length; i--) {
            long q = tenth(v);
            b[i] = (byte) ('0' + (v - q * 10));
            v = q;
        }
        length += count;
    }

    /** {@code v / 10}; by a product up to 32 bits, for the first compiler tier really divides. */
    private static long tenth(long v) {
        return v >>> 32 == 0 ? v * 0xcccccccdL >>> 35 : v / 10;
    }

    private static int digits(long value) {
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            if (value < POWERS_OF_TEN[i]) {
                return i;
            }
        }
        return 19;
    }
}

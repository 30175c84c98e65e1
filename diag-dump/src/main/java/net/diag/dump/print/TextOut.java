package net.diag.dump.print;

import java.util.Arrays;

/**
 * Text as bytes, appended to one growing buffer without allocation: what printers write to. All text
 * is ASCII; bytes from the network go through {@link #safe} or a dump, never in raw.
 *
 * @param <T> the class itself, so that calls can be chained with those of the subclass
 */
public abstract class TextOut<T extends TextOut<T>> {
    private static final byte[] DIGITS = new byte[200];
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    /** The text of 0–255, four bytes each: the length, then the digits. */
    private static final byte[] OCTETS = new byte[1024];

    static {
        for (int i = 0; i < 100; i++) {
            DIGITS[2 * i] = (byte) ('0' + i / 10);
            DIGITS[2 * i + 1] = (byte) ('0' + i % 10);
        }
        for (int i = 0; i < 256; i++) {
            int digits = i >= 100 ? 3 : i >= 10 ? 2 : 1;
            OCTETS[4 * i] = (byte) digits;
            for (int k = digits, rest = i; k > 0; k--, rest /= 10) {
                OCTETS[4 * i + k] = (byte) ('0' + rest % 10);
            }
        }
    }

    /** What has been written so far. */
    protected byte[] out = new byte[1 << 16];
    /** Where the next byte goes in {@link #out}. */
    protected int pos;

    @SuppressWarnings("unchecked")
    private T self() {
        return (T) this;
    }

    private void room(int count) {
        if (out.length - pos < count) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, pos + count));
        }
    }

    /** The number of bytes written and not yet taken. */
    public final int size() {
        return pos;
    }

    /** Appends one character. */
    public final T ch(char c) {
        if (pos == out.length) {
            room(1);
        }
        out[pos++] = (byte) c;
        return self();
    }

    /** Appends ASCII text. */
    @SuppressWarnings("deprecation") // getBytes(int,int,byte[],int) is the copy without an intermediate array
    public final T text(String s) {
        int length = s.length();
        room(length);
        s.getBytes(0, length, out, pos);
        pos += length;
        return self();
    }

    /** Appends bytes as they are: for text that the program itself made. */
    public final T raw(byte[] source, int offset, int length) {
        room(length);
        System.arraycopy(source, offset, out, pos, length);
        pos += length;
        return self();
    }

    /** Appends a decimal number ({@code %d}; a u32 must come widened). */
    public final T dec(int value) {
        if (value < 0) {
            return dec((long) value);
        }
        room(10);
        positive(value);
        return self();
    }

    /** Appends a decimal number. */
    public final T dec(long value) {
        room(20);
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                return text("-9223372036854775808");
            }
            out[pos++] = '-';
            value = -value;
        }
        if (value <= Integer.MAX_VALUE) {
            positive((int) value);
            return self();
        }
        long high = value / 1_000_000_000;
        int low = (int) (value - high * 1_000_000_000);
        dec(high);
        room(9);
        zeroPadded(low, 9);
        return self();
    }

    /** Appends an unsigned 64-bit number ({@code %llu}). */
    public final T unsigned(long value) {
        return value >= 0 ? dec(value) : text(Long.toUnsignedString(value));
    }

    /** Appends a decimal number, blanks before it up to {@code width} ({@code %5u}). */
    public final T decPadded(long value, int width) {
        long abs = Math.abs(value);
        int digits = value < 0 ? 2 : 1;
        for (long rest = abs; rest >= 10; rest /= 10) {
            digits++;
        }
        for (; digits < width; digits++) {
            ch(' ');
        }
        return dec(value);
    }

    /** Appends a decimal number, zeroes before it up to {@code width} ({@code %02u}). */
    public final T decZero(int value, int width) {
        room(Math.max(10, width));
        int digits = 1;
        for (int rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        zeroPadded(value, Math.max(width, digits));
        return self();
    }

    private void positive(int value) {
        byte[] o = out;
        int p = pos;
        if (value < 10) {
            o[p] = (byte) ('0' + value);
            pos = p + 1;
            return;
        }
        int digits = 2;
        for (int bound = 100; digits < 10 && value >= bound; bound *= 10) {
            digits++;
        }
        int at = p + digits;
        pos = at;
        while (value >= 100) {
            int quotient = value / 100;
            int pair = (value - quotient * 100) << 1;
            o[--at] = DIGITS[pair + 1];
            o[--at] = DIGITS[pair];
            value = quotient;
        }
        if (value >= 10) {
            o[--at] = DIGITS[2 * value + 1];
            o[--at] = DIGITS[2 * value];
        } else {
            o[--at] = (byte) ('0' + value);
        }
    }

    private void zeroPadded(int value, int width) {
        int rest = value;
        for (int at = pos + width - 1; at >= pos; at--) {
            out[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        pos += width;
    }

    /** Appends a hexadecimal number, as short as possible ({@code %x}). */
    public final T hex(long value) {
        int digits = 1;
        while (digits < 16 && value >>> (4 * digits) != 0) {
            digits++;
        }
        return hex(value, digits);
    }

    /** Appends the lowest {@code digits} hexadecimal digits ({@code %08x}); more if the value needs them. */
    public final T hex(long value, int digits) {
        room(16);
        int n = digits;
        while (n < 16 && value >>> (4 * n) != 0) {
            n++;
        }
        for (int shift = 4 * (n - 1); shift >= 0; shift -= 4) {
            out[pos++] = HEX[(int) (value >>> shift) & 15];
        }
        return self();
    }

    /** Appends 0–255 in decimal, by table. */
    public final T octet(int value) {
        room(3);
        octetUnchecked(value);
        return self();
    }

    private void octetUnchecked(int value) {
        byte[] o = out;
        int p = pos;
        int at = value << 2;
        int digits = OCTETS[at];
        o[p] = OCTETS[at + 1];
        if (digits > 1) {
            o[p + 1] = OCTETS[at + 2];
            if (digits > 2) {
                o[p + 2] = OCTETS[at + 3];
            }
        }
        pos = p + digits;
    }

    /** Appends an IPv4 address given as a number in network order. */
    public final T ipv4Text(int address) {
        room(15);
        octetUnchecked(address >>> 24);
        out[pos++] = '.';
        octetUnchecked(address >>> 16 & 255);
        out[pos++] = '.';
        octetUnchecked(address >>> 8 & 255);
        out[pos++] = '.';
        octetUnchecked(address & 255);
        return self();
    }

    /** Appends one byte that came from the network so that no terminal acts on it: {@code ^X}, {@code M-x}. */
    public final T safe(int value) {
        int c = value & 0xff;
        if (c >= 0x80) {
            c &= 0x7f;
            text("M-");
        }
        if (c < 0x20 || c == 0x7f) {
            c ^= 0x40;
            ch('^');
        }
        return ch((char) c);
    }

    /**
     * Appends a format with {@code %u %d} (decimal), {@code %x} (hexadecimal), {@code %0Nx %0Nu %Nu}
     * (padded) and {@code %%}, each number widened to a long. For printers off the main path.
     */
    public final T fmt(String format, long... values) {
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                ch(c);
                continue;
            }
            c = format.charAt(++i);
            boolean zero = c == '0';
            int width = 0;
            while (c >= '0' && c <= '9') {
                width = width * 10 + c - '0';
                c = format.charAt(++i);
            }
            switch (c) {
                case 'x' -> {
                    long v = values[next++];
                    hex(v, zero ? Math.max(width, 1) : 1);
                }
                case 'u', 'd' -> {
                    long v = values[next++];
                    if (zero) {
                        decZero((int) v, width);
                    } else {
                        decPadded(v, width);
                    }
                }
                default -> ch(c);
            }
        }
        return self();
    }
}

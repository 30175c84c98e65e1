package net.diag.dump.print;

/**
 * The bytes of the packet under the walk, with checked accessors: an access beyond the visible area
 * ends the walk. Every enclosing header narrows that area ({@link #narrow}), so no printer looks past
 * what belongs to it.
 *
 * @param <T> the class itself
 */
public abstract class PacketView<T extends PacketView<T>> extends TextOut<T> {
    /** The array that holds the packet. */
    protected byte[] buf = new byte[0];
    /** Where the visible area begins. */
    protected int start;
    /** Where the visible area ends (exclusive). */
    protected int end;

    /** The offset where the visible area begins. */
    public final int start() {
        return start;
    }

    /** The offset behind the visible area. */
    public final int end() {
        return end;
    }

    /** The array that holds the packet: for ciphers and dumps. */
    public final byte[] array() {
        return buf;
    }

    /** The number of visible bytes from {@code offset} on; 0 if it lies beyond. */
    public final int available(int offset) {
        return offset >= end || offset < start ? 0 : end - offset;
    }

    /** Whether {@code length} bytes at {@code offset} are visible. */
    public final boolean has(int offset, long length) {
        return offset >= start && length >= 0 && length <= (long) end - offset;
    }

    /** Ends the walk unless {@code length} bytes at {@code offset} are visible. */
    public final void check(int offset, long length) {
        if (!has(offset, length)) {
            throw Truncation.INSTANCE;
        }
    }

    /** Ends the walk: {@code [|protocol]} is printed. */
    public final RuntimeException truncated() {
        throw Truncation.INSTANCE;
    }

    /**
     * Lets the visible area end at {@code newEnd}, if that is before its present end.
     *
     * @return the previous end, for {@link #widen}
     */
    public final int narrow(long newEnd) {
        int previous = end;
        if (newEnd < end) {
            end = (int) Math.max(newEnd, start);
        }
        return previous;
    }

    /** Restores the end that {@link #narrow} returned. */
    public final void widen(int previousEnd) {
        end = previousEnd;
    }

    public final int u8(int o) {
        if (o < start || o >= end) {
            throw Truncation.INSTANCE;
        }
        return buf[o] & 0xff;
    }

    public final int s8(int o) {
        return (byte) u8(o);
    }

    public final int u16(int o) {
        if (o < start || o > end - 2) {
            throw Truncation.INSTANCE;
        }
        return (buf[o] & 0xff) << 8 | buf[o + 1] & 0xff;
    }

    public final int u24(int o) {
        if (o < start || o > end - 3) {
            throw Truncation.INSTANCE;
        }
        return (buf[o] & 0xff) << 16 | (buf[o + 1] & 0xff) << 8 | buf[o + 2] & 0xff;
    }

    /** 32 bits, signed. */
    public final int s32(int o) {
        if (o < start || o > end - 4) {
            throw Truncation.INSTANCE;
        }
        byte[] b = buf;
        return b[o] << 24 | (b[o + 1] & 0xff) << 16 | (b[o + 2] & 0xff) << 8 | b[o + 3] & 0xff;
    }

    public final long u32(int o) {
        return s32(o) & 0xffffffffL;
    }

    public final long u40(int o) {
        return (long) u8(o) << 32 | u32(o + 1);
    }

    public final long u48(int o) {
        check(o, 6);
        return (long) u16(o) << 32 | u32(o + 2);
    }

    public final long u56(int o) {
        check(o, 7);
        return (long) u24(o) << 32 | u32(o + 3);
    }

    /** 64 bits; print with {@link #unsigned} or {@link #hex}. */
    public final long u64(int o) {
        check(o, 8);
        return (long) s32(o) << 32 | u32(o + 4);
    }

    public final int le16(int o) {
        return Short.reverseBytes((short) u16(o)) & 0xffff;
    }

    public final int le24(int o) {
        check(o, 3);
        return buf[o] & 0xff | (buf[o + 1] & 0xff) << 8 | (buf[o + 2] & 0xff) << 16;
    }

    public final long le32(int o) {
        return Integer.reverseBytes(s32(o)) & 0xffffffffL;
    }

    public final long le64(int o) {
        return Long.reverseBytes(u64(o));
    }

    /** A big-endian number of 1–8 bytes. */
    public final long number(int o, int bytes) {
        check(o, bytes);
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | buf[o + i] & 0xff;
        }
        return value;
    }

    /** Copies bytes out, to the beginning of an array. */
    public final void copy(int o, byte[] target, int length) {
        check(o, length);
        System.arraycopy(buf, o, target, 0, length);
    }

    /** Whether the bytes at {@code o} are this ASCII text; false if they are not all visible. */
    public final boolean matches(int o, String ascii) {
        if (!has(o, ascii.length())) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (buf[o + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The one's complement sum of 16-bit words (RFC 1071), unfolded; an odd last byte counts as high. */
    public final long sum(int o, int length) {
        check(o, length);
        byte[] b = buf;
        long sum = 0;
        int last = o + (length & ~1);
        for (int i = o; i < last; i += 2) {
            sum += (b[i] & 0xff) << 8 | b[i + 1] & 0xff;
        }
        if ((length & 1) != 0) {
            sum += (b[last] & 0xff) << 8;
        }
        return sum;
    }

    /** Folds a sum to 16 bits and complements it: 0 over data that contain a right checksum. */
    public static int fold(long sum) {
        long s = sum;
        while (s >>> 16 != 0) {
            s = (s & 0xffff) + (s >>> 16);
        }
        return (int) ~s & 0xffff;
    }

    /** The checksum that ought to be, given the result over all and the one in the packet. */
    public static int rightChecksum(int folded, int found) {
        long should = (long) folded + found;
        should = (should & 0xffff) + (should >>> 16);
        should = (should & 0xffff) + (should >>> 16);
        return (int) should;
    }
}

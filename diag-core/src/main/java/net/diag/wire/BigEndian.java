package net.diag.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Fields in network byte order, whatever order the buffer is set to.
 *
 * <p>Buffers over native memory come in the machine's order, those of {@link ByteBuffer#allocate} in network order;
 * a codec that trusted either would be wrong half of the time, silently. The test for the order is folded away by the
 * compiler where it matters.
 */
public final class BigEndian {
    private BigEndian() {}

    /** An unsigned 8-bit field. */
    public static int u8(ByteBuffer b, int off) {
        return b.get(off) & 0xff;
    }

    /** An unsigned 16-bit field. */
    public static int u16(ByteBuffer b, int off) {
        short v = b.getShort(off);
        return (b.order() == ByteOrder.BIG_ENDIAN ? v : Short.reverseBytes(v)) & 0xffff;
    }

    /** An unsigned 24-bit field. */
    public static int u24(ByteBuffer b, int off) {
        return u8(b, off) << 16 | u16(b, off + 1);
    }

    /** An unsigned 32-bit field. */
    public static long u32(ByteBuffer b, int off) {
        return i32(b, off) & 0xffff_ffffL;
    }

    /** A 32-bit field as it is. */
    public static int i32(ByteBuffer b, int off) {
        int v = b.getInt(off);
        return b.order() == ByteOrder.BIG_ENDIAN ? v : Integer.reverseBytes(v);
    }

    /** An unsigned 48-bit field, such as a MAC address. */
    public static long u48(ByteBuffer b, int off) {
        return (long) u16(b, off) << 32 | u32(b, off + 2);
    }

    /** A 64-bit field as it is. */
    public static long i64(ByteBuffer b, int off) {
        long v = b.getLong(off);
        return b.order() == ByteOrder.BIG_ENDIAN ? v : Long.reverseBytes(v);
    }

    /** Write the low 8 bits of a value. */
    public static void put8(ByteBuffer b, int off, int value) {
        b.put(off, (byte) value);
    }

    /** Write the low 16 bits of a value. */
    public static void put16(ByteBuffer b, int off, int value) {
        short v = (short) value;
        b.putShort(off, b.order() == ByteOrder.BIG_ENDIAN ? v : Short.reverseBytes(v));
    }

    /** Write a 32-bit value. */
    public static void put32(ByteBuffer b, int off, int value) {
        b.putInt(off, b.order() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value));
    }

    /** Write the low 48 bits of a value. */
    public static void put48(ByteBuffer b, int off, long value) {
        put16(b, off, (int) (value >>> 32));
        put32(b, off + 2, (int) value);
    }

    /** Write a 64-bit value. */
    public static void put64(ByteBuffer b, int off, long value) {
        b.putLong(off, b.order() == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value));
    }

    /** Copy bytes out, without moving the buffer's position. */
    public static byte[] copy(ByteBuffer b, int off, int length) {
        byte[] bytes = new byte[length];
        b.get(off, bytes);
        return bytes;
    }
}

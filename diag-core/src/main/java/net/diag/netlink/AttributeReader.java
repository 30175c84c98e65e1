package net.diag.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over netlink attributes ({@code struct nlattr}: length u16 with its 4-byte header, type
 * u16 with two flag bits on top, value, padding to 4).
 *
 * <p>It never throws on what it reads. A broken length ends the walk, a value shorter than asked for
 * reads as 0 or empty; both are remembered and told by {@link #malformed}.
 */
public final class AttributeReader {
    private static final int ATTRIBUTE_HEADER_LENGTH = 4;
    private static final int TYPE_MASK = 0x3fff;
    private static final int NLA_F_NESTED = 0x8000;

    private final ByteBuffer buffer;
    private final int end;
    private int next;
    private int valueOffset;
    private int valueLength;
    private int rawType;
    private boolean malformed;

    /** Walk the attributes between two absolute offsets of {@code buffer}. */
    public AttributeReader(ByteBuffer buffer, int start, int end) {
        this.buffer = buffer;
        this.end = Math.min(end, buffer.limit());
        this.next = start;
    }

    /** Walk the attributes of a whole buffer from 0 to its limit. */
    public static AttributeReader of(ByteBuffer buffer) {
        return new AttributeReader(buffer, 0, buffer.limit());
    }

    /** Walk the attributes of a copy that was kept. */
    public static AttributeReader of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
    }

    /** Step to the next attribute; false at the end, or where the data is broken. */
    public boolean next() {
        int left = end - next;
        if (left < ATTRIBUTE_HEADER_LENGTH) {
            // Up to three bytes of padding may be left, more is an attribute cut off.
            return false;
        }
        int n = buffer.getShort(next) & 0xffff;
        if (n < ATTRIBUTE_HEADER_LENGTH || n > left) {
            malformed = true;
            next = end;
            return false;
        }
        rawType = buffer.getShort(next + 2) & 0xffff;
        valueOffset = next + ATTRIBUTE_HEADER_LENGTH;
        valueLength = n - ATTRIBUTE_HEADER_LENGTH;
        next += (n + 3) & ~3;
        return true;
    }

    /** How many bytes are left behind the present attribute. */
    public int available() {
        return Math.max(0, end - next);
    }

    /** True as soon as any length was broken or any value too short. */
    public boolean malformed() {
        return malformed;
    }

    /** The attribute's type without the flag bits. */
    public int type() {
        return rawType & TYPE_MASK;
    }

    /** Whether the sender marked it as a list of attributes (many old families do not). */
    public boolean nestedFlag() {
        return (rawType & NLA_F_NESTED) != 0;
    }

    /** The value's length in bytes. */
    public int length() {
        return valueLength;
    }

    private boolean has(int at, int size) {
        if (at >= 0 && at + size <= valueLength) {
            return true;
        }
        malformed = true;
        return false;
    }

    /** The value as an unsigned byte. */
    public int u8() {
        return u8(0);
    }

    /** Unsigned byte at {@code at} of the value. */
    public int u8(int at) {
        return has(at, 1) ? buffer.get(valueOffset + at) & 0xff : 0;
    }

    /** The value as unsigned 16 bits in host order. */
    public int u16() {
        return u16(0);
    }

    /** Unsigned 16 bits in host order at {@code at} of the value. */
    public int u16(int at) {
        return has(at, 2) ? buffer.getShort(valueOffset + at) & 0xffff : 0;
    }

    /** The value as 32 bits in host order. */
    public int s32() {
        return s32(0);
    }

    /** 32 bits in host order at {@code at} of the value. */
    public int s32(int at) {
        return has(at, 4) ? buffer.getInt(valueOffset + at) : 0;
    }

    /** The value as unsigned 32 bits in host order. */
    public long u32() {
        return s32(0) & 0xffff_ffffL;
    }

    /** Unsigned 32 bits in host order at {@code at} of the value. */
    public long u32(int at) {
        return s32(at) & 0xffff_ffffL;
    }

    /** The value as 64 bits in host order. */
    public long u64() {
        return u64(0);
    }

    /** 64 bits in host order at {@code at} of the value. */
    public long u64(int at) {
        return has(at, 8) ? buffer.getLong(valueOffset + at) : 0;
    }

    /** The value as unsigned 16 bits in network order. */
    public int be16() {
        return be16(0);
    }

    /** Unsigned 16 bits in network order at {@code at} of the value. */
    public int be16(int at) {
        return has(at, 2) ? u8(at) << 8 | u8(at + 1) : 0;
    }

    /** The value as 32 bits in network order. */
    public int be32() {
        return be32(0);
    }

    /** 32 bits in network order at {@code at} of the value. */
    public int be32(int at) {
        return has(at, 4) ? be16(at) << 16 | be16(at + 2) : 0;
    }

    /** The value as unsigned 32 bits in network order. */
    public long be32u() {
        return be32(0) & 0xffff_ffffL;
    }

    /** The value as 64 bits in network order. */
    public long be64() {
        return has(0, 8) ? (long) be32(0) << 32 | be32(4) & 0xffff_ffffL : 0;
    }

    /** The value as an unsigned integer in host order of 1, 2, 4 or 8 bytes, as long as it is; else 0. */
    public long number() {
        return switch (valueLength) {
            case 1 -> u8();
            case 2 -> u16();
            case 4 -> u32();
            case 8 -> u64();
            default -> {
                malformed = true;
                yield 0;
            }
        };
    }

    /** The value as text up to a zero byte; bytes that are not UTF-8 become U+FFFD. */
    public String string() {
        int n = 0;
        while (n < valueLength && buffer.get(valueOffset + n) != 0) {
            n++;
        }
        byte[] b = new byte[n];
        buffer.get(valueOffset, b);
        return new String(b, StandardCharsets.UTF_8);
    }

    /** A copy of the value. */
    public byte[] bytes() {
        byte[] b = new byte[valueLength];
        buffer.get(valueOffset, b);
        return b;
    }

    /** A cursor over the attributes inside the value. */
    public AttributeReader nested() {
        return nested(0);
    }

    /** A cursor over the attributes inside the value, behind a fixed header of {@code skip} bytes. */
    public AttributeReader nested(int skip) {
        int start = valueOffset + Math.min(Math.max(0, skip), valueLength);
        return new AttributeReader(buffer, start, valueOffset + valueLength);
    }

    /** The buffer read from. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** Where the value starts in {@link #buffer}. */
    public int valueOffset() {
        return valueOffset;
    }
}

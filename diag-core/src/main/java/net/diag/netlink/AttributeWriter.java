package net.diag.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes netlink attributes, in host byte order unless the method says otherwise, into a buffer that
 * grows. Nested attributes are opened by {@link #begin} and closed by {@link #end}.
 */
public final class AttributeWriter {
    private static final int NLA_F_NESTED = 0x8000;

    private ByteBuffer buffer;

    /** An empty writer. */
    public AttributeWriter() {
        buffer = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = Math.max(buffer.capacity() * 2, buffer.position() + bytes);
            ByteBuffer larger = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
            larger.put(buffer.flip());
            buffer = larger;
        }
    }

    /** Append bytes as they are, not as an attribute: a family's fixed header. */
    public AttributeWriter raw(byte[] bytes) {
        room(bytes.length + 3);
        buffer.put(bytes);
        return this;
    }

    private ByteBuffer header(int type, int length) {
        if (length > 0xffff - 4) {
            throw new IllegalArgumentException("attribute of " + length + " bytes");
        }
        room(((length + 3) & ~3) + 4);
        return buffer.putShort((short) (length + 4)).putShort((short) type);
    }

    private AttributeWriter pad() {
        while ((buffer.position() & 3) != 0) {
            buffer.put((byte) 0);
        }
        return this;
    }

    /** An attribute that says something by being there. */
    public AttributeWriter flag(int type) {
        header(type, 0);
        return this;
    }

    /** An unsigned byte. */
    public AttributeWriter u8(int type, int value) {
        header(type, 1).put((byte) value);
        return pad();
    }

    /** Unsigned 16 bits. */
    public AttributeWriter u16(int type, int value) {
        header(type, 2).putShort((short) value);
        return pad();
    }

    /** 32 bits. */
    public AttributeWriter u32(int type, int value) {
        header(type, 4).putInt(value);
        return this;
    }

    /** 64 bits. */
    public AttributeWriter u64(int type, long value) {
        header(type, 8).putLong(value);
        return this;
    }

    /** Unsigned 16 bits in network order. */
    public AttributeWriter be16(int type, int value) {
        header(type, 2).put((byte) (value >> 8)).put((byte) value);
        return pad();
    }

    /** 32 bits in network order. */
    public AttributeWriter be32(int type, int value) {
        header(type, 4).putInt(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Integer.reverseBytes(value));
        return this;
    }

    /** 64 bits in network order. */
    public AttributeWriter be64(int type, long value) {
        header(type, 8).putLong(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Long.reverseBytes(value));
        return this;
    }

    /** Text in UTF-8 with a closing zero byte. */
    public AttributeWriter string(int type, String value) {
        byte[] b = value.getBytes(StandardCharsets.UTF_8);
        header(type, b.length + 1).put(b).put((byte) 0);
        return pad();
    }

    /** Bytes as they are. */
    public AttributeWriter bytes(int type, byte[] value) {
        header(type, value.length).put(value);
        return pad();
    }

    /** Open a nested attribute; give the result to {@link #end}. */
    public int begin(int type) {
        int mark = buffer.position();
        header(type | NLA_F_NESTED, 0);
        return mark;
    }

    /** Close the nested attribute that {@link #begin} opened. */
    public AttributeWriter end(int mark) {
        int length = buffer.position() - mark;
        if (length > 0xffff) {
            throw new IllegalArgumentException("nested attribute of " + length + " bytes");
        }
        buffer.putShort(mark, (short) length);
        return this;
    }

    /** How many bytes were written. */
    public int length() {
        return buffer.position();
    }

    /** A copy of what was written. */
    public byte[] toBytes() {
        byte[] b = new byte[buffer.position()];
        buffer.get(0, b);
        return b;
    }
}

package net.diag.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The attributes of one message or nest, kept and found by their type. Where a type comes twice the
 * first one counts; a list of equal types is walked by {@link #reader}.
 *
 * <p>Nothing throws: what is absent or too short reads as 0, empty, or an empty set.
 */
public final class AttributeSet {
    private static final AttributeSet EMPTY = new AttributeSet(new byte[0]);

    private final ByteBuffer bytes;
    private int[] types = new int[16];
    private int[] offsets = new int[16];
    private int[] lengths = new int[16];
    private int count;

    private AttributeSet(byte[] copy) {
        bytes = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        AttributeReader r = AttributeReader.of(bytes);
        while (r.next()) {
            if (index(r.type()) < 0) {
                add(r);
            }
        }
    }

    private void add(AttributeReader r) {
        if (count == types.length) {
            types = Arrays.copyOf(types, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
        }
        types[count] = r.type();
        offsets[count] = r.valueOffset();
        lengths[count++] = r.length();
    }

    /** The attributes of a message behind its family's fixed header. */
    public static AttributeSet of(NetlinkMessage m, int fixedLength) {
        int start = Math.min((fixedLength + 3) & ~3, m.payloadLength());
        byte[] copy = new byte[m.payloadLength() - start];
        m.buffer().get(m.payloadOffset() + start, copy);
        return new AttributeSet(copy);
    }

    /** The attributes in these bytes, which it takes over. */
    public static AttributeSet of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new AttributeSet(bytes);
    }

    private int index(int type) {
        for (int i = 0; i < count; i++) {
            if (types[i] == type) {
                return i;
            }
        }
        return -1;
    }

    private int find(int type, int size) {
        int i = index(type);
        return i >= 0 && lengths[i] >= size ? offsets[i] : -1;
    }

    /** How many different types there are. */
    public int size() {
        return count;
    }

    /** The type of the {@code i}-th. */
    public int typeAt(int i) {
        return types[i];
    }

    /** Whether there is an attribute of this type. */
    public boolean has(int type) {
        return index(type) >= 0;
    }

    /** The value's length in bytes, or -1. */
    public int length(int type) {
        int i = index(type);
        return i < 0 ? -1 : lengths[i];
    }

    /** Unsigned byte. */
    public int u8(int type) {
        int at = find(type, 1);
        return at < 0 ? 0 : bytes.get(at) & 0xff;
    }

    /** Unsigned 16 bits in host order. */
    public int u16(int type) {
        int at = find(type, 2);
        return at < 0 ? 0 : bytes.getShort(at) & 0xffff;
    }

    /** 32 bits in host order. */
    public int s32(int type) {
        int at = find(type, 4);
        return at < 0 ? 0 : bytes.getInt(at);
    }

    /** Unsigned 32 bits in host order. */
    public long u32(int type) {
        return s32(type) & 0xffff_ffffL;
    }

    /** 64 bits in host order. */
    public long u64(int type) {
        int at = find(type, 8);
        return at < 0 ? 0 : bytes.getLong(at);
    }

    /** Unsigned 16 bits in network order. */
    public int be16(int type) {
        int at = find(type, 2);
        return at < 0 ? 0 : (bytes.get(at) & 0xff) << 8 | bytes.get(at + 1) & 0xff;
    }

    /** 32 bits in network order. */
    public int be32(int type) {
        int at = find(type, 4);
        if (at < 0) {
            return 0;
        }
        int v = bytes.getInt(at);
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? v : Integer.reverseBytes(v);
    }

    /** Unsigned 32 bits in network order. */
    public long be32u(int type) {
        return be32(type) & 0xffff_ffffL;
    }

    /** 64 bits in network order. */
    public long be64(int type) {
        long v = u64(type);
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? v : Long.reverseBytes(v);
    }

    /** Text up to a zero byte, or the empty string. */
    public String string(int type) {
        byte[] b = bytes(type);
        int n = 0;
        while (n < b.length && b[n] != 0) {
            n++;
        }
        return new String(b, 0, n, StandardCharsets.UTF_8);
    }

    /** A copy of the value; empty when absent. */
    public byte[] bytes(int type) {
        int i = index(type);
        byte[] b = new byte[i < 0 ? 0 : lengths[i]];
        if (i >= 0) {
            bytes.get(offsets[i], b);
        }
        return b;
    }

    /** The value's bytes as a buffer of its own in host order; empty when absent. */
    public ByteBuffer buffer(int type) {
        return ByteBuffer.wrap(bytes(type)).order(ByteOrder.nativeOrder());
    }

    /** The attributes inside the value; an empty set when absent. */
    public AttributeSet nested(int type) {
        return of(bytes(type));
    }

    /** A cursor over the attributes inside the value, for lists. */
    public AttributeReader reader(int type) {
        return AttributeReader.of(bytes(type));
    }
}

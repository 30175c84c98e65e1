package net.diag.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A view of one netlink message in a buffer.
 *
 * <pre>{@code
 *  0                   4         6         8                  12                 16
 * | nlmsg_len u32     | type u16| flags   | sequence u32     | port id u32      | payload … |
 * }</pre>
 *
 * Integers are in host byte order. A view that a {@link NetlinkSocket} hands out is moved on to the
 * next message afterwards; {@link #copy} keeps one. Accessors of the payload read 0 where the message
 * is too short, for a fixed header may be shorter or longer on another kernel.
 */
public final class NetlinkMessage {
    /** Size of {@code struct nlmsghdr}. */
    public static final int HEADER_LENGTH = 16;

    static final int LENGTH_OFFSET = 0;
    static final int TYPE_OFFSET = 4;
    static final int FLAGS_OFFSET = 6;
    static final int SEQUENCE_OFFSET = 8;
    static final int PORT_ID_OFFSET = 12;

    public static final int NLMSG_NOOP = 1;
    public static final int NLMSG_ERROR = 2;
    public static final int NLMSG_DONE = 3;
    public static final int NLMSG_OVERRUN = 4;

    public static final int NLM_F_REQUEST = 0x1;
    public static final int NLM_F_MULTI = 0x2;
    public static final int NLM_F_ACK = 0x4;
    public static final int NLM_F_DUMP_INTR = 0x10;
    public static final int NLM_F_DUMP = 0x300;
    /** In an error answer: the request is not repeated behind the header. */
    public static final int NLM_F_CAPPED = 0x100;
    /** In an error or done answer: extended-ack attributes follow. */
    public static final int NLM_F_ACK_TLVS = 0x200;

    private ByteBuffer buffer;
    private int offset;
    private int length;

    /** A view that shows nothing until it is {@link #wrap wrapped}. */
    public NetlinkMessage() {}

    /** A message on its own, for tests and replay: the whole buffer from 0 to its limit. */
    public static NetlinkMessage of(ByteBuffer b) {
        NetlinkMessage m = new NetlinkMessage();
        if (!m.wrap(b, 0)) {
            throw new IllegalArgumentException("not a netlink message");
        }
        return m;
    }

    /**
     * Look at the message at {@code offset}.
     *
     * @return false when no whole header is there, or its length is impossible
     */
    public boolean wrap(ByteBuffer b, int offset) {
        if (offset < 0 || b.limit() - offset < HEADER_LENGTH) {
            return false;
        }
        int n = b.getInt(offset + LENGTH_OFFSET);
        if (n < HEADER_LENGTH || n > b.limit() - offset) {
            return false;
        }
        this.buffer = b;
        this.offset = offset;
        this.length = n;
        return true;
    }

    /** The offset of the message behind this one. */
    public int nextOffset() {
        return offset + ((length + 3) & ~3);
    }

    /** The message's own bytes, kept. */
    public NetlinkMessage copy() {
        ByteBuffer b = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        b.put(0, buffer, offset, length);
        return of(b);
    }

    /** Its type: {@code NLMSG_*} below 16, else the family's own. */
    public int type() {
        return buffer.getShort(offset + TYPE_OFFSET) & 0xffff;
    }

    /** The {@code NLM_F_*} bits. */
    public int flags() {
        return buffer.getShort(offset + FLAGS_OFFSET) & 0xffff;
    }

    /** The sequence number of the request that it answers; 0 in notifications of most families. */
    public int sequence() {
        return buffer.getInt(offset + SEQUENCE_OFFSET);
    }

    /** The port that it is for, or 0 in a notification. */
    public int portId() {
        return buffer.getInt(offset + PORT_ID_OFFSET);
    }

    /** Length in bytes with the header. */
    public int length() {
        return length;
    }

    /** Length in bytes behind the header. */
    public int payloadLength() {
        return length - HEADER_LENGTH;
    }

    /** The buffer looked at, for a decoder that needs more than the accessors here. */
    public ByteBuffer buffer() {
        return buffer;
    }

    /** Where the payload starts in {@link #buffer}. */
    public int payloadOffset() {
        return offset + HEADER_LENGTH;
    }

    private boolean has(int at, int size) {
        return at >= 0 && at + size <= payloadLength();
    }

    /** Unsigned byte at {@code at} of the payload. */
    public int u8(int at) {
        return has(at, 1) ? buffer.get(payloadOffset() + at) & 0xff : 0;
    }

    /** Unsigned 16 bits in host order at {@code at} of the payload. */
    public int u16(int at) {
        return has(at, 2) ? buffer.getShort(payloadOffset() + at) & 0xffff : 0;
    }

    /** 32 bits in host order at {@code at} of the payload. */
    public int s32(int at) {
        return has(at, 4) ? buffer.getInt(payloadOffset() + at) : 0;
    }

    /** Unsigned 32 bits in host order at {@code at} of the payload. */
    public long u32(int at) {
        return s32(at) & 0xffff_ffffL;
    }

    /** 64 bits in host order at {@code at} of the payload. */
    public long u64(int at) {
        return has(at, 8) ? buffer.getLong(payloadOffset() + at) : 0;
    }

    /** The attributes behind a fixed header of {@code fixedLength} bytes. */
    public AttributeReader attributes(int fixedLength) {
        int start = Math.min(payloadOffset() + ((fixedLength + 3) & ~3), offset + length);
        return new AttributeReader(buffer, start, offset + length);
    }
}

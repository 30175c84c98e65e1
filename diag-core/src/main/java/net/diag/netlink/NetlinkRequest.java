package net.diag.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A request to the kernel: a type, flags, the family's fixed header and attributes. It may be sent
 * more than once; the socket stamps a sequence number on each sending.
 */
public final class NetlinkRequest {
    private final int type;
    private final int flags;
    private final AttributeWriter attributes = new AttributeWriter();

    /**
     * A request.
     *
     * @param type the family's message type, for example {@code RTM_GETLINK}
     * @param flags {@code NLM_F_*} beside {@code NLM_F_REQUEST}, which is always set
     * @param fixedHeader the family's fixed header, in the form it has in memory
     */
    public NetlinkRequest(int type, int flags, byte[] fixedHeader) {
        this.type = type;
        this.flags = flags | NetlinkMessage.NLM_F_REQUEST;
        attributes.raw(fixedHeader);
        while ((attributes.length() & 3) != 0) {
            attributes.raw(new byte[1]);
        }
    }

    /** A request for a dump. */
    public static NetlinkRequest dump(int type, byte[] fixedHeader) {
        return new NetlinkRequest(type, NetlinkMessage.NLM_F_DUMP, fixedHeader);
    }

    /** Where to add attributes. */
    public AttributeWriter attributes() {
        return attributes;
    }

    /** The message type. */
    public int type() {
        return type;
    }

    ByteBuffer encode(int sequence, boolean acknowledge) {
        byte[] body = attributes.toBytes();
        ByteBuffer b =
                ByteBuffer.allocate(NetlinkMessage.HEADER_LENGTH + body.length).order(ByteOrder.nativeOrder());
        b.putInt(b.capacity());
        b.putShort((short) type);
        b.putShort((short) (acknowledge ? flags | NetlinkMessage.NLM_F_ACK : flags));
        b.putInt(sequence).putInt(0).put(body);
        return b.flip();
    }
}

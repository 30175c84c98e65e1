package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The "cooked" header of Linux captures, version 1 ({@code LINKTYPE_LINUX_SLL}).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |          Packet type          |          ARPHRD type          |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |         Address length        |                               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+      Address (8 bytes)        +
 * |                               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                               |            Protocol           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Sll {
    public static final int PACKET_TYPE_OFFSET = 0;
    public static final int ARPHRD_OFFSET = 2;
    public static final int ADDRESS_LENGTH_OFFSET = 4;
    public static final int ADDRESS_OFFSET = 6;
    public static final int PROTOCOL_OFFSET = 14;
    public static final int HEADER_LENGTH = 16;

    /** Bytes of room for an address; a longer one is cut. */
    public static final int ADDRESS_ROOM = 8;

    private Sll() {}

    /** The header's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, HEADER_LENGTH);
    }

    /** The {@code PACKET_*} type of {@code linux/if_packet.h}: 0 to us, 1 broadcast, 2 multicast, 3 others, 4 out. */
    public static int packetType(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + PACKET_TYPE_OFFSET);
    }

    /** The {@code ARPHRD_*} type of the interface. */
    public static int arphrd(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ARPHRD_OFFSET);
    }

    /** The length of the sender's address as it says, which may exceed {@link #ADDRESS_ROOM}. */
    public static int addressLength(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ADDRESS_LENGTH_OFFSET);
    }

    /** How many bytes of the sender's address are there. */
    public static int addressAvailable(ByteBuffer b, int off) {
        return Math.min(ADDRESS_ROOM, addressLength(b, off));
    }

    /** The {@link EtherType}, or below {@link Ethernet#FIRST_TYPE} one of {@code ETH_P_802_3} and its like. */
    public static int protocol(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + PROTOCOL_OFFSET);
    }
}

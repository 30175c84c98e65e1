package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * An address resolution packet (RFC 826), for addresses of any length.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |         Hardware type         |         Protocol type         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  Hw. length   | Proto. length |           Operation           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  sender hardware · sender protocol · target hardware · target protocol
 * </pre>
 */
public final class Arp {
    public static final int HARDWARE_TYPE_OFFSET = 0;
    public static final int PROTOCOL_TYPE_OFFSET = 2;
    public static final int HARDWARE_LENGTH_OFFSET = 4;
    public static final int PROTOCOL_LENGTH_OFFSET = 5;
    public static final int OPERATION_OFFSET = 6;
    public static final int ADDRESSES_OFFSET = 8;

    public static final int HARDWARE_ETHERNET = 1;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    /** Length of a packet for Ethernet and IPv4. */
    public static final int ETHERNET_IPV4_LENGTH = 28;

    private Arp() {}

    /** The packet's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, ADDRESSES_OFFSET);
        return fixed < 0
                ? fixed
                : HeaderCheck.of(off, limit, ADDRESSES_OFFSET + 2 * (hardwareLength(b, off) + protocolLength(b, off)));
    }

    public static int hardwareType(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + HARDWARE_TYPE_OFFSET);
    }

    /** The {@link EtherType} whose addresses are asked for. */
    public static int protocolType(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + PROTOCOL_TYPE_OFFSET);
    }

    public static int hardwareLength(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + HARDWARE_LENGTH_OFFSET);
    }

    public static int protocolLength(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + PROTOCOL_LENGTH_OFFSET);
    }

    public static int operation(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + OPERATION_OFFSET);
    }

    /** Is this Ethernet and IPv4, with the lengths that belong to them? */
    public static boolean isEthernetIpv4(ByteBuffer b, int off) {
        return hardwareType(b, off) == HARDWARE_ETHERNET
                && protocolType(b, off) == EtherType.IPV4
                && hardwareLength(b, off) == MacAddress.LENGTH
                && protocolLength(b, off) == 4;
    }

    /** Where the sender's hardware address starts. */
    public static int senderHardwareOffset(ByteBuffer b, int off) {
        return off + ADDRESSES_OFFSET;
    }

    /** Where the sender's protocol address starts. */
    public static int senderProtocolOffset(ByteBuffer b, int off) {
        return senderHardwareOffset(b, off) + hardwareLength(b, off);
    }

    /** Where the target's hardware address starts. */
    public static int targetHardwareOffset(ByteBuffer b, int off) {
        return senderProtocolOffset(b, off) + protocolLength(b, off);
    }

    /** Where the target's protocol address starts. */
    public static int targetProtocolOffset(ByteBuffer b, int off) {
        return targetHardwareOffset(b, off) + hardwareLength(b, off);
    }

    /** Write the fixed part for Ethernet and IPv4, addresses zero; returns the packet's length. */
    public static int encodeEthernetIpv4(ByteBuffer b, int off, int operation) {
        BigEndian.put16(b, off + HARDWARE_TYPE_OFFSET, HARDWARE_ETHERNET);
        BigEndian.put16(b, off + PROTOCOL_TYPE_OFFSET, EtherType.IPV4);
        BigEndian.put8(b, off + HARDWARE_LENGTH_OFFSET, MacAddress.LENGTH);
        BigEndian.put8(b, off + PROTOCOL_LENGTH_OFFSET, 4);
        BigEndian.put16(b, off + OPERATION_OFFSET, operation);
        putSender(b, off, 0, 0);
        putTarget(b, off, 0, 0);
        return ETHERNET_IPV4_LENGTH;
    }

    /** Write the sender's addresses of an Ethernet and IPv4 packet. */
    public static void putSender(ByteBuffer b, int off, long hardware, int protocol) {
        BigEndian.put48(b, off + ADDRESSES_OFFSET, hardware);
        BigEndian.put32(b, off + ADDRESSES_OFFSET + MacAddress.LENGTH, protocol);
    }

    /** Write the target's addresses of an Ethernet and IPv4 packet. */
    public static void putTarget(ByteBuffer b, int off, long hardware, int protocol) {
        BigEndian.put48(b, off + ADDRESSES_OFFSET + MacAddress.LENGTH + 4, hardware);
        BigEndian.put32(b, off + ADDRESSES_OFFSET + 2 * MacAddress.LENGTH + 4, protocol);
    }
}

package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The IPv6 header (RFC 8200 §3).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |Version| Traffic class |              Flow label               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |         Payload length        |  Next header  |   Hop limit   |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                    Source address (16 bytes)                  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                 Destination address (16 bytes)                |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Ipv6 {
    public static final int VERSION_OFFSET = 0;
    public static final int PAYLOAD_LENGTH_OFFSET = 4;
    public static final int NEXT_HEADER_OFFSET = 6;
    public static final int HOP_LIMIT_OFFSET = 7;
    public static final int SOURCE_OFFSET = 8;
    public static final int DESTINATION_OFFSET = 24;
    public static final int HEADER_LENGTH = 40;
    public static final int ADDRESS_LENGTH = 16;

    private Ipv6() {}

    /** The header's length without extensions, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, HEADER_LENGTH);
        return fixed >= 0 && version(b, off) != 6 ? HeaderCheck.MALFORMED : fixed;
    }

    public static int version(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + VERSION_OFFSET) >>> 4;
    }

    /** The traffic class octet: DSCP in the upper six bits, ECN in the lower two. */
    public static int trafficClass(ByteBuffer b, int off) {
        return BigEndian.i32(b, off + VERSION_OFFSET) >>> 20 & 0xff;
    }

    /** The flow label, 20 bits. */
    public static int flowLabel(ByteBuffer b, int off) {
        return BigEndian.i32(b, off + VERSION_OFFSET) & 0xf_ffff;
    }

    /** Length of everything behind this header as it says; 0 for jumbograms and for captures before the card cut. */
    public static int payloadLength(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + PAYLOAD_LENGTH_OFFSET);
    }

    /** Where the packet ends: as the payload length says, but never beyond {@code limit}. */
    public static int end(ByteBuffer b, int off, int limit) {
        int payload = payloadLength(b, off);
        return payload == 0 ? limit : Math.min(limit, off + HEADER_LENGTH + payload);
    }

    /** The {@link IpProtocol} of what follows, an extension header perhaps; see {@link Ipv6Extension}. */
    public static int nextHeader(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + NEXT_HEADER_OFFSET);
    }

    public static int hopLimit(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + HOP_LIMIT_OFFSET);
    }

    /** The first 8 bytes of the source address. */
    public static long sourceHigh(ByteBuffer b, int off) {
        return BigEndian.i64(b, off + SOURCE_OFFSET);
    }

    /** The last 8 bytes of the source address. */
    public static long sourceLow(ByteBuffer b, int off) {
        return BigEndian.i64(b, off + SOURCE_OFFSET + 8);
    }

    /** The first 8 bytes of the destination address. */
    public static long destinationHigh(ByteBuffer b, int off) {
        return BigEndian.i64(b, off + DESTINATION_OFFSET);
    }

    /** The last 8 bytes of the destination address. */
    public static long destinationLow(ByteBuffer b, int off) {
        return BigEndian.i64(b, off + DESTINATION_OFFSET + 8);
    }

    /** A copy of the source address. */
    public static byte[] source(ByteBuffer b, int off) {
        return BigEndian.copy(b, off + SOURCE_OFFSET, ADDRESS_LENGTH);
    }

    /** A copy of the destination address. */
    public static byte[] destination(ByteBuffer b, int off) {
        return BigEndian.copy(b, off + DESTINATION_OFFSET, ADDRESS_LENGTH);
    }

    /** Write a header with hop limit 64 and zero in everything else; returns its length. */
    public static int encode(ByteBuffer b, int off, int payloadLength, int nextHeader) {
        BigEndian.put32(b, off + VERSION_OFFSET, 6 << 28);
        BigEndian.put16(b, off + PAYLOAD_LENGTH_OFFSET, payloadLength);
        BigEndian.put8(b, off + NEXT_HEADER_OFFSET, nextHeader);
        BigEndian.put8(b, off + HOP_LIMIT_OFFSET, 64);
        for (int i = SOURCE_OFFSET; i < HEADER_LENGTH; i += 8) {
            BigEndian.put64(b, off + i, 0);
        }
        return HEADER_LENGTH;
    }

    /** Set traffic class and flow label. */
    public static void putFlow(ByteBuffer b, int off, int trafficClass, int flowLabel) {
        BigEndian.put32(b, off + VERSION_OFFSET, 6 << 28 | (trafficClass & 0xff) << 20 | flowLabel & 0xf_ffff);
    }

    public static void putPayloadLength(ByteBuffer b, int off, int length) {
        BigEndian.put16(b, off + PAYLOAD_LENGTH_OFFSET, length);
    }

    public static void putHopLimit(ByteBuffer b, int off, int hopLimit) {
        BigEndian.put8(b, off + HOP_LIMIT_OFFSET, hopLimit);
    }

    /** Set both addresses, of 16 bytes each. */
    public static void putAddresses(ByteBuffer b, int off, byte[] source, byte[] destination) {
        b.put(off + SOURCE_OFFSET, source, 0, ADDRESS_LENGTH);
        b.put(off + DESTINATION_OFFSET, destination, 0, ADDRESS_LENGTH);
    }
}

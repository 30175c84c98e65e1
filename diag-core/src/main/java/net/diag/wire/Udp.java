package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The UDP header (RFC 768).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |          Source port          |        Destination port       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             Length            |            Checksum           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Udp {
    public static final int SOURCE_PORT_OFFSET = 0;
    public static final int DESTINATION_PORT_OFFSET = 2;
    public static final int LENGTH_OFFSET = 4;
    public static final int CHECKSUM_OFFSET = 6;
    public static final int HEADER_LENGTH = 8;

    private Udp() {}

    /** The header's length, or why there is none; see {@link HeaderCheck}. The length field is not looked at. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, HEADER_LENGTH);
    }

    public static int sourcePort(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + SOURCE_PORT_OFFSET);
    }

    public static int destinationPort(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + DESTINATION_PORT_OFFSET);
    }

    /** Length of header and payload as it says, which may be below 8; 0 for a jumbogram (RFC 2675). */
    public static int length(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + LENGTH_OFFSET);
    }

    /** Where the datagram ends: as its length says, but within {@code limit} and not before the header's end. */
    public static int end(ByteBuffer b, int off, int limit) {
        int length = length(b, off);
        return length == 0 ? limit : Math.min(limit, off + Math.max(HEADER_LENGTH, length));
    }

    /** The checksum; 0 means that the sender took none. */
    public static int checksum(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + CHECKSUM_OFFSET);
    }

    /** Is the checksum over {@code length} bytes, with the pseudo header's sum, right, or absent? */
    public static boolean isChecksumValid(ByteBuffer b, int off, int length, int pseudoHeaderSum) {
        return checksum(b, off) == 0 || Checksum.isValid(Checksum.add(Checksum.sum(b, off, length), pseudoHeaderSum));
    }

    /** Write a header with a checksum of zero; returns its length. */
    public static int encode(ByteBuffer b, int off, int sourcePort, int destinationPort, int length) {
        BigEndian.put16(b, off + SOURCE_PORT_OFFSET, sourcePort);
        BigEndian.put16(b, off + DESTINATION_PORT_OFFSET, destinationPort);
        BigEndian.put16(b, off + LENGTH_OFFSET, length);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        return HEADER_LENGTH;
    }

    /** Compute and set the checksum over {@code length} bytes and the pseudo header, to be called last. */
    public static void putChecksum(ByteBuffer b, int off, int length, int pseudoHeaderSum) {
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        int sum = Checksum.add(Checksum.sum(b, off, length), pseudoHeaderSum);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, Checksum.complementUdp(sum));
    }
}

package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The TCP header (RFC 9293 §3.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |          Source port          |        Destination port       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                        Sequence number                        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                     Acknowledgment number                     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  Data |       |A|C|E|U|A|P|R|S|F|                             |
 * | offset| Rsrvd |E|W|C|R|C|S|S|Y|I|            Window           |
 * |       |       | |R|E|G|K|H|T|N|N|                             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            Checksum           |         Urgent pointer        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                    options, see TcpOption …
 * </pre>
 */
public final class Tcp {
    public static final int SOURCE_PORT_OFFSET = 0;
    public static final int DESTINATION_PORT_OFFSET = 2;
    public static final int SEQUENCE_OFFSET = 4;
    public static final int ACKNOWLEDGMENT_OFFSET = 8;
    public static final int DATA_OFFSET_OFFSET = 12;
    public static final int FLAGS_OFFSET = 12;
    public static final int WINDOW_OFFSET = 14;
    public static final int CHECKSUM_OFFSET = 16;
    public static final int URGENT_OFFSET = 18;
    public static final int OPTIONS_OFFSET = 20;

    /** Length of a header without options. */
    public static final int HEADER_LENGTH = 20;
    /** Length of a header with as many options as fit. */
    public static final int MAX_HEADER_LENGTH = 60;

    public static final int FIN = 0x001;
    public static final int SYN = 0x002;
    public static final int RST = 0x004;
    public static final int PSH = 0x008;
    public static final int ACK = 0x010;
    public static final int URG = 0x020;
    public static final int ECE = 0x040;
    public static final int CWR = 0x080;
    /** Accurate ECN (RFC 9768); the nonce sum of RFC 3540 before. */
    public static final int AE = 0x100;

    private Tcp() {}

    /** The header's length with options, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, HEADER_LENGTH);
        if (fixed < 0) {
            return fixed;
        }
        int length = headerLength(b, off);
        return length < HEADER_LENGTH ? HeaderCheck.MALFORMED : HeaderCheck.of(off, limit, length);
    }

    public static int sourcePort(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + SOURCE_PORT_OFFSET);
    }

    public static int destinationPort(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + DESTINATION_PORT_OFFSET);
    }

    public static long sequence(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + SEQUENCE_OFFSET);
    }

    public static long acknowledgment(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + ACKNOWLEDGMENT_OFFSET);
    }

    /** Length of header and options in bytes. */
    public static int headerLength(ByteBuffer b, int off) {
        return (BigEndian.u8(b, off + DATA_OFFSET_OFFSET) >>> 4) * 4;
    }

    /** The nine flags, {@link #FIN} to {@link #AE}. */
    public static int flags(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + FLAGS_OFFSET) & 0x1ff;
    }

    /** The window as it stands there, not scaled. */
    public static int window(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + WINDOW_OFFSET);
    }

    public static int checksum(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + CHECKSUM_OFFSET);
    }

    public static int urgentPointer(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + URGENT_OFFSET);
    }

    /** Is the checksum over {@code length} bytes, with the pseudo header's sum, right? */
    public static boolean isChecksumValid(ByteBuffer b, int off, int length, int pseudoHeaderSum) {
        return Checksum.isValid(Checksum.add(Checksum.sum(b, off, length), pseudoHeaderSum));
    }

    /** Write a header without options, numbers, window and checksum zero; returns its length. */
    public static int encode(ByteBuffer b, int off, int sourcePort, int destinationPort, int flags) {
        BigEndian.put16(b, off + SOURCE_PORT_OFFSET, sourcePort);
        BigEndian.put16(b, off + DESTINATION_PORT_OFFSET, destinationPort);
        BigEndian.put64(b, off + SEQUENCE_OFFSET, 0);
        BigEndian.put16(b, off + FLAGS_OFFSET, HEADER_LENGTH / 4 << 12 | flags & 0x1ff);
        BigEndian.put16(b, off + WINDOW_OFFSET, 0);
        BigEndian.put32(b, off + CHECKSUM_OFFSET, 0);
        return HEADER_LENGTH;
    }

    /** Set the header's length, a multiple of 4 from 20 to 60: for options that are written behind the fixed part. */
    public static void putHeaderLength(ByteBuffer b, int off, int length) {
        if (length < HEADER_LENGTH || length > MAX_HEADER_LENGTH || (length & 3) != 0) {
            throw new IllegalArgumentException("TCP header length " + length);
        }
        int low = BigEndian.u8(b, off + DATA_OFFSET_OFFSET) & 0xf;
        BigEndian.put8(b, off + DATA_OFFSET_OFFSET, length / 4 << 4 | low);
    }

    public static void putSequence(ByteBuffer b, int off, long sequence) {
        BigEndian.put32(b, off + SEQUENCE_OFFSET, (int) sequence);
    }

    public static void putAcknowledgment(ByteBuffer b, int off, long acknowledgment) {
        BigEndian.put32(b, off + ACKNOWLEDGMENT_OFFSET, (int) acknowledgment);
    }

    public static void putWindow(ByteBuffer b, int off, int window) {
        BigEndian.put16(b, off + WINDOW_OFFSET, window);
    }

    /** Compute and set the checksum over {@code length} bytes and the pseudo header, to be called last. */
    public static void putChecksum(ByteBuffer b, int off, int length, int pseudoHeaderSum) {
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        int sum = Checksum.add(Checksum.sum(b, off, length), pseudoHeaderSum);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, Checksum.complement(sum));
    }
}

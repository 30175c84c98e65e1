package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The IPv4 header (RFC 791 §3.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |Version|  IHL  |      TOS      |          Total length         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |         Identification        |Flags|     Fragment offset     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  Time to live |    Protocol   |        Header checksum        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         Source address                        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                      Destination address                      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                    options, see Ipv4Option …
 * </pre>
 */
public final class Ipv4 {
    public static final int VERSION_OFFSET = 0;
    public static final int TOS_OFFSET = 1;
    public static final int TOTAL_LENGTH_OFFSET = 2;
    public static final int ID_OFFSET = 4;
    public static final int FRAGMENT_OFFSET = 6;
    public static final int TTL_OFFSET = 8;
    public static final int PROTOCOL_OFFSET = 9;
    public static final int CHECKSUM_OFFSET = 10;
    public static final int SOURCE_OFFSET = 12;
    public static final int DESTINATION_OFFSET = 16;
    public static final int OPTIONS_OFFSET = 20;

    /** Length of a header without options. */
    public static final int HEADER_LENGTH = 20;
    /** Length of a header with as many options as fit. */
    public static final int MAX_HEADER_LENGTH = 60;

    /** Bits of the word at {@link #FRAGMENT_OFFSET}. */
    public static final int DONT_FRAGMENT = 0x4000;

    public static final int MORE_FRAGMENTS = 0x2000;
    private static final int FRAGMENT_MASK = 0x1fff;

    private Ipv4() {}

    /** The header's length with options, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, HEADER_LENGTH);
        if (fixed < 0) {
            return fixed;
        }
        if (version(b, off) != 4 || headerLength(b, off) < HEADER_LENGTH) {
            return HeaderCheck.MALFORMED;
        }
        return HeaderCheck.of(off, limit, headerLength(b, off));
    }

    public static int version(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + VERSION_OFFSET) >>> 4;
    }

    /** Length of header and options in bytes. */
    public static int headerLength(ByteBuffer b, int off) {
        return (BigEndian.u8(b, off + VERSION_OFFSET) & 0xf) * 4;
    }

    /** The type of service octet: DSCP in the upper six bits, ECN in the lower two. */
    public static int tos(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TOS_OFFSET);
    }

    /** Length of the packet, header included, as it says; 0 in captures of packets that the card was to cut (TSO). */
    public static int totalLength(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + TOTAL_LENGTH_OFFSET);
    }

    /** Where the packet ends: as the total length says, but never beyond {@code limit}. */
    public static int end(ByteBuffer b, int off, int limit) {
        int total = totalLength(b, off);
        return total == 0 ? limit : Math.min(limit, off + total);
    }

    public static int id(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ID_OFFSET);
    }

    /** Flags and fragment offset, as they stand there. */
    public static int fragmentWord(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + FRAGMENT_OFFSET);
    }

    public static boolean isDontFragment(ByteBuffer b, int off) {
        return (fragmentWord(b, off) & DONT_FRAGMENT) != 0;
    }

    public static boolean isMoreFragments(ByteBuffer b, int off) {
        return (fragmentWord(b, off) & MORE_FRAGMENTS) != 0;
    }

    /** Is this one of several fragments? */
    public static boolean isFragment(ByteBuffer b, int off) {
        return (fragmentWord(b, off) & (MORE_FRAGMENTS | FRAGMENT_MASK)) != 0;
    }

    /** Where this fragment's payload belongs, in bytes. */
    public static int fragmentOffset(ByteBuffer b, int off) {
        return (fragmentWord(b, off) & FRAGMENT_MASK) * 8;
    }

    public static int ttl(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TTL_OFFSET);
    }

    /** The {@link IpProtocol} of the payload. */
    public static int protocol(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + PROTOCOL_OFFSET);
    }

    public static int checksum(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + CHECKSUM_OFFSET);
    }

    /** Is the header's checksum right? */
    public static boolean isChecksumValid(ByteBuffer b, int off) {
        return Checksum.isValid(Checksum.sum(b, off, headerLength(b, off)));
    }

    public static int source(ByteBuffer b, int off) {
        return BigEndian.i32(b, off + SOURCE_OFFSET);
    }

    public static int destination(ByteBuffer b, int off) {
        return BigEndian.i32(b, off + DESTINATION_OFFSET);
    }

    /** Write a header without options, TTL 64, everything else zero; returns its length. */
    public static int encode(ByteBuffer b, int off, int totalLength, int protocol) {
        BigEndian.put16(b, off + VERSION_OFFSET, 0x4500);
        BigEndian.put16(b, off + TOTAL_LENGTH_OFFSET, totalLength);
        BigEndian.put32(b, off + ID_OFFSET, 0);
        BigEndian.put16(b, off + TTL_OFFSET, 64 << 8 | protocol & 0xff);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        putAddresses(b, off, 0, 0);
        return HEADER_LENGTH;
    }

    /** Set the header's length, a multiple of 4 from 20 to 60: for options that are written behind the addresses. */
    public static void putHeaderLength(ByteBuffer b, int off, int length) {
        if (length < HEADER_LENGTH || length > MAX_HEADER_LENGTH || (length & 3) != 0) {
            throw new IllegalArgumentException("IPv4 header length " + length);
        }
        BigEndian.put8(b, off + VERSION_OFFSET, 4 << 4 | length / 4);
    }

    public static void putTos(ByteBuffer b, int off, int tos) {
        BigEndian.put8(b, off + TOS_OFFSET, tos);
    }

    public static void putTotalLength(ByteBuffer b, int off, int length) {
        BigEndian.put16(b, off + TOTAL_LENGTH_OFFSET, length);
    }

    public static void putId(ByteBuffer b, int off, int id) {
        BigEndian.put16(b, off + ID_OFFSET, id);
    }

    /** Set flags and fragment offset (in units of 8 bytes) at once. */
    public static void putFragmentWord(ByteBuffer b, int off, int word) {
        BigEndian.put16(b, off + FRAGMENT_OFFSET, word);
    }

    public static void putTtl(ByteBuffer b, int off, int ttl) {
        BigEndian.put8(b, off + TTL_OFFSET, ttl);
    }

    public static void putAddresses(ByteBuffer b, int off, int source, int destination) {
        BigEndian.put32(b, off + SOURCE_OFFSET, source);
        BigEndian.put32(b, off + DESTINATION_OFFSET, destination);
    }

    /** Compute and set the checksum of the header, to be called last. */
    public static void putChecksum(ByteBuffer b, int off) {
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, Checksum.of(b, off, headerLength(b, off)));
    }
}

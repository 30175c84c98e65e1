package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The ICMPv6 header (RFC 4443, RFC 4884 for the length).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     Type      |     Code      |            Checksum           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           Identifier          |        Sequence number        |  echo
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    Length     |                                               |  unreachable, time exceeded
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         MTU, or pointer                       |  too big, parameter problem
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  echo: payload · errors: the quoted packet, then extensions …
 * </pre>
 *
 * <p>The checksum covers the pseudo header too; see {@link Checksum#pseudoHeader6}. See {@link NeighborDiscovery} and
 * {@link NodeInformation} for the messages of those protocols.
 */
public final class Icmpv6 {
    public static final int TYPE_OFFSET = 0;
    public static final int CODE_OFFSET = 1;
    public static final int CHECKSUM_OFFSET = 2;
    public static final int IDENTIFIER_OFFSET = 4;
    public static final int SEQUENCE_OFFSET = 6;
    public static final int MTU_OFFSET = 4;
    public static final int POINTER_OFFSET = 4;
    /** Length of the quoted packet in units of 8 bytes (RFC 4884 §4); see {@link IcmpExtension}. */
    public static final int QUOTE_LENGTH_OFFSET = 4;
    /** Where the payload, or the quoted packet, starts. */
    public static final int PAYLOAD_OFFSET = 8;

    public static final int HEADER_LENGTH = 8;

    public static final int DEST_UNREACH = 1;
    public static final int PKT_TOOBIG = 2;
    public static final int TIME_EXCEED = 3;
    public static final int PARAMPROB = 4;
    public static final int ECHO_REQUEST = 128;
    public static final int ECHO_REPLY = 129;
    public static final int MLD_QUERY = 130;
    public static final int MLD_REPORT = 131;
    public static final int MLD_DONE = 132;
    public static final int ROUTER_SOLICITATION = 133;
    public static final int ROUTER_ADVERTISEMENT = 134;
    public static final int NEIGHBOR_SOLICITATION = 135;
    public static final int NEIGHBOR_ADVERTISEMENT = 136;
    public static final int REDIRECT = 137;
    public static final int NODE_INFORMATION_QUERY = 139;
    public static final int NODE_INFORMATION_REPLY = 140;
    public static final int MLD2_REPORT = 143;
    public static final int EXTENDED_ECHO = 160;
    public static final int EXTENDED_ECHO_REPLY = 161;

    public static final int NOROUTE = 0;
    public static final int ADM_PROHIBITED = 1;
    public static final int NOT_NEIGHBOUR = 2;
    public static final int ADDR_UNREACH = 3;
    public static final int PORT_UNREACH = 4;
    public static final int POLICY_FAIL = 5;
    public static final int REJECT_ROUTE = 6;
    public static final int EXC_HOPLIMIT = 0;
    public static final int EXC_FRAGTIME = 1;

    private Icmpv6() {}

    /** The header's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, HEADER_LENGTH);
    }

    public static int type(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TYPE_OFFSET);
    }

    public static int code(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + CODE_OFFSET);
    }

    public static int checksum(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + CHECKSUM_OFFSET);
    }

    /** Is the checksum over {@code length} bytes, with the pseudo header's sum, right? */
    public static boolean isChecksumValid(ByteBuffer b, int off, int length, int pseudoHeaderSum) {
        return Checksum.isValid(Checksum.add(Checksum.sum(b, off, length), pseudoHeaderSum));
    }

    public static int identifier(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + IDENTIFIER_OFFSET);
    }

    public static int sequence(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + SEQUENCE_OFFSET);
    }

    /** The MTU of "packet too big". */
    public static long mtu(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + MTU_OFFSET);
    }

    /** The octet at fault, of a parameter problem. */
    public static long pointer(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + POINTER_OFFSET);
    }

    /** Does a message of this type quote the packet that caused it? (RFC 4443 §2.1: all types below 128 do.) */
    public static boolean isError(int type) {
        return type < 128;
    }

    /** Write a header with a checksum of zero; {@code rest} is the word behind it. Returns the header's length. */
    public static int encode(ByteBuffer b, int off, int type, int code, int rest) {
        return Icmpv4.encode(b, off, type, code, rest);
    }

    /** Write an echo request with a checksum of zero; returns the header's length. */
    public static int encodeEcho(ByteBuffer b, int off, int identifier, int sequence) {
        return encode(b, off, ECHO_REQUEST, 0, identifier << 16 | sequence & 0xffff);
    }

    /** Compute and set the checksum over {@code length} bytes and the pseudo header, to be called last. */
    public static void putChecksum(ByteBuffer b, int off, int length, int pseudoHeaderSum) {
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        int sum = Checksum.add(Checksum.sum(b, off, length), pseudoHeaderSum);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, Checksum.complement(sum));
    }
}

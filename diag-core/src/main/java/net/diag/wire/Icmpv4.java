package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The ICMP header (RFC 792, RFC 1191 for the next-hop MTU, RFC 4884 for the length).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     Type      |     Code      |            Checksum           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           Identifier          |        Sequence number        |  echo, time stamp
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    Pointer    |    Length     |         Next-hop MTU          |  errors
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                        Gateway address                        |  redirect
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  echo: payload · errors: the quoted packet, then extensions …
 * </pre>
 */
public final class Icmpv4 {
    public static final int TYPE_OFFSET = 0;
    public static final int CODE_OFFSET = 1;
    public static final int CHECKSUM_OFFSET = 2;
    public static final int IDENTIFIER_OFFSET = 4;
    public static final int SEQUENCE_OFFSET = 6;
    public static final int POINTER_OFFSET = 4;
    public static final int GATEWAY_OFFSET = 4;
    /** Length of the quoted packet in units of 4 bytes (RFC 4884 §3); see {@link IcmpExtension}. */
    public static final int QUOTE_LENGTH_OFFSET = 5;

    public static final int MTU_OFFSET = 6;
    /** Where the payload, or the quoted packet, starts. */
    public static final int PAYLOAD_OFFSET = 8;

    public static final int HEADER_LENGTH = 8;

    public static final int ORIGINATE_OFFSET = 8;
    public static final int RECEIVE_OFFSET = 12;
    public static final int TRANSMIT_OFFSET = 16;
    /** Length of a time stamp request or reply. */
    public static final int TIMESTAMP_LENGTH = 20;

    public static final int ECHO_REPLY = 0;
    public static final int DEST_UNREACH = 3;
    public static final int SOURCE_QUENCH = 4;
    public static final int REDIRECT = 5;
    public static final int ECHO = 8;
    public static final int ROUTER_ADVERTISEMENT = 9;
    public static final int ROUTER_SOLICITATION = 10;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;
    public static final int TIMESTAMP = 13;
    public static final int TIMESTAMP_REPLY = 14;
    public static final int ADDRESS_MASK = 17;
    public static final int ADDRESS_MASK_REPLY = 18;
    public static final int EXTENDED_ECHO = 42;
    public static final int EXTENDED_ECHO_REPLY = 43;

    public static final int NET_UNREACH = 0;
    public static final int HOST_UNREACH = 1;
    public static final int PROT_UNREACH = 2;
    public static final int PORT_UNREACH = 3;
    public static final int FRAG_NEEDED = 4;
    public static final int SR_FAILED = 5;
    public static final int NET_ANO = 9;
    public static final int HOST_ANO = 10;
    public static final int PKT_FILTERED = 13;
    public static final int EXC_TTL = 0;
    public static final int EXC_FRAGTIME = 1;

    private Icmpv4() {}

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

    /** Is the checksum over {@code length} bytes of header and payload right? */
    public static boolean isChecksumValid(ByteBuffer b, int off, int length) {
        return Checksum.isValid(Checksum.sum(b, off, length));
    }

    public static int identifier(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + IDENTIFIER_OFFSET);
    }

    public static int sequence(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + SEQUENCE_OFFSET);
    }

    /** The octet at fault, of a parameter problem. */
    public static int pointer(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + POINTER_OFFSET);
    }

    /** The gateway of a redirect. */
    public static int gateway(ByteBuffer b, int off) {
        return BigEndian.i32(b, off + GATEWAY_OFFSET);
    }

    /** The next-hop MTU of "fragmentation needed"; 0 from routers older than RFC 1191. */
    public static int mtu(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + MTU_OFFSET);
    }

    /** Does a message of this type quote the packet that caused it? */
    public static boolean isError(int type) {
        return type == DEST_UNREACH
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    /** Is a message of this type a question, such as an echo request? */
    public static boolean isRequest(int type) {
        return type == ECHO
                || type == TIMESTAMP
                || type == ADDRESS_MASK
                || type == ROUTER_SOLICITATION
                || type == EXTENDED_ECHO;
    }

    /** Write a header with a checksum of zero; {@code rest} is the word behind it. Returns the header's length. */
    public static int encode(ByteBuffer b, int off, int type, int code, int rest) {
        BigEndian.put8(b, off + TYPE_OFFSET, type);
        BigEndian.put8(b, off + CODE_OFFSET, code);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        BigEndian.put32(b, off + IDENTIFIER_OFFSET, rest);
        return HEADER_LENGTH;
    }

    /** Write an echo request with a checksum of zero; returns the header's length. */
    public static int encodeEcho(ByteBuffer b, int off, int identifier, int sequence) {
        return encode(b, off, ECHO, 0, identifier << 16 | sequence & 0xffff);
    }

    /** Compute and set the checksum over {@code length} bytes of header and payload, to be called last. */
    public static void putChecksum(ByteBuffer b, int off, int length) {
        BigEndian.put16(b, off + CHECKSUM_OFFSET, 0);
        BigEndian.put16(b, off + CHECKSUM_OFFSET, Checksum.of(b, off, length));
    }
}

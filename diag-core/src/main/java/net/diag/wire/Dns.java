package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The DNS message header (RFC 1035 §4.1.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |              Id               |Q|Opcode |A|T|R|R| |A|C| Rcode |
 * |                               |R|       |A|C|D|A|Z|D|D|       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           Questions           |            Answers            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |          Authorities          |          Additionals          |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>See {@link DnsName} for names and {@link DnsMessage} for whole messages.
 */
public final class Dns {
    public static final int ID_OFFSET = 0;
    public static final int FLAGS_OFFSET = 2;
    public static final int QUESTIONS_OFFSET = 4;
    public static final int ANSWERS_OFFSET = 6;
    public static final int AUTHORITIES_OFFSET = 8;
    public static final int ADDITIONALS_OFFSET = 10;
    public static final int HEADER_LENGTH = 12;

    public static final int PORT = 53;

    /** This is a response. */
    public static final int QR = 0x8000;
    /** The answer is authoritative. */
    public static final int AA = 0x0400;
    /** The message was truncated; ask again over TCP. */
    public static final int TC = 0x0200;
    /** Recursion is desired. */
    public static final int RD = 0x0100;
    /** Recursion is available. */
    public static final int RA = 0x0080;

    public static final int AD = 0x0020;
    public static final int CD = 0x0010;

    public static final int NOERROR = 0;
    public static final int FORMERR = 1;
    public static final int SERVFAIL = 2;
    public static final int NXDOMAIN = 3;
    public static final int NOTIMP = 4;
    public static final int REFUSED = 5;

    /** The Internet class. */
    public static final int CLASS_IN = 1;

    private Dns() {}

    /** The header's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, HEADER_LENGTH);
    }

    public static int id(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ID_OFFSET);
    }

    /** The flag word, opcode and response code included. */
    public static int flags(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + FLAGS_OFFSET);
    }

    public static boolean isResponse(ByteBuffer b, int off) {
        return (flags(b, off) & QR) != 0;
    }

    public static int opcode(ByteBuffer b, int off) {
        return flags(b, off) >>> 11 & 0xf;
    }

    public static int rcode(ByteBuffer b, int off) {
        return flags(b, off) & 0xf;
    }

    public static int questions(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + QUESTIONS_OFFSET);
    }

    public static int answers(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ANSWERS_OFFSET);
    }

    public static int authorities(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + AUTHORITIES_OFFSET);
    }

    public static int additionals(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ADDITIONALS_OFFSET);
    }

    /** Write a query for one name, recursion desired; returns its length. */
    public static int encodeQuery(ByteBuffer b, int off, int id, String name, int type) {
        BigEndian.put16(b, off + ID_OFFSET, id);
        BigEndian.put16(b, off + FLAGS_OFFSET, RD);
        BigEndian.put64(b, off + QUESTIONS_OFFSET, 1L << 48);
        int at = off + HEADER_LENGTH + DnsName.encode(b, off + HEADER_LENGTH, name);
        BigEndian.put16(b, at, type);
        BigEndian.put16(b, at + 2, CLASS_IN);
        return at + 4 - off;
    }
}

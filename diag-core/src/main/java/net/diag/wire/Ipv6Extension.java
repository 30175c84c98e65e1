package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * IPv6 extension headers (RFC 8200 §4, RFC 4302 for AH, RFC 7045 for the list), and the walk over them to the upper
 * layer.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  Next header  |  Hdr ext len  |                               |  most: 8 · (len + 1) bytes
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  Next header  |   Reserved    |     Fragment offset     |Res|M|  fragment: 8 bytes
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         Identification                        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The outcome of a walk is packed in a {@code long}, so that a receive loop allocates nothing; its parts are read by
 * {@link #protocol}, {@link #offset} and so on.
 */
public final class Ipv6Extension {
    public static final int NEXT_HEADER_OFFSET = 0;
    public static final int LENGTH_OFFSET = 1;
    public static final int FRAGMENT_OFFSET = 2;
    public static final int FRAGMENT_ID_OFFSET = 4;
    public static final int FRAGMENT_LENGTH = 8;

    /** A chain longer than this is not followed: nobody sends one but to keep a parser busy. */
    public static final int MAX_HEADERS = 16;

    private static final int OFFSET_SHIFT = 8;
    private static final int FRAGMENT_SHIFT = 40;
    private static final long FRAGMENT_MASK = 0x1fff;
    private static final long MORE_FRAGMENTS = 1L << 53;
    private static final long FRAGMENTED = 1L << 54;
    private static final long INCOMPLETE = 1L << 55;

    private Ipv6Extension() {}

    /** Is this next header value an extension header that the walk passes over? (ESP is not: what follows is secret.) */
    public static boolean isExtension(int nextHeader) {
        switch (nextHeader) {
            case IpProtocol.HOP_BY_HOP:
            case IpProtocol.ROUTING:
            case IpProtocol.FRAGMENT:
            case IpProtocol.AH:
            case IpProtocol.DESTINATION_OPTIONS:
            case IpProtocol.MOBILITY:
            case IpProtocol.HIP:
            case IpProtocol.SHIM6:
                return true;
            default:
                return false;
        }
    }

    /** The length of an extension header of the given kind, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit, int kind) {
        int fixed = HeaderCheck.of(off, limit, 8);
        if (fixed < 0 || kind == IpProtocol.FRAGMENT) {
            return fixed;
        }
        int units = BigEndian.u8(b, off + LENGTH_OFFSET);
        return HeaderCheck.of(off, limit, kind == IpProtocol.AH ? (units + 2) * 4 : (units + 1) * 8);
    }

    public static int nextHeader(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + NEXT_HEADER_OFFSET);
    }

    /** The identification of a fragment header. */
    public static long fragmentId(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + FRAGMENT_ID_OFFSET);
    }

    /**
     * Walk from the IPv6 header at {@code ipOff}, already checked, to the upper layer.
     *
     * @return the packed outcome, see {@link #protocol}, {@link #offset}, {@link #isComplete}, {@link #isFragment}
     */
    public static long walk(ByteBuffer b, int ipOff, int limit) {
        return walk(b, ipOff + Ipv6.HEADER_LENGTH, limit, Ipv6.nextHeader(b, ipOff));
    }

    /** Walk from an offset where a header of kind {@code nextHeader} starts. */
    public static long walk(ByteBuffer b, int off, int limit, int nextHeader) {
        int kind = nextHeader;
        int at = off;
        long flags = 0;
        for (int headers = 0; isExtension(kind); headers++) {
            int length = checkLength(b, at, limit, kind);
            if (length < 0 || headers == MAX_HEADERS) {
                flags |= INCOMPLETE;
                break;
            }
            if (kind == IpProtocol.FRAGMENT) {
                int word = BigEndian.u16(b, at + FRAGMENT_OFFSET);
                flags |= FRAGMENTED | (long) (word >>> 3) << FRAGMENT_SHIFT | ((word & 1) != 0 ? MORE_FRAGMENTS : 0);
            }
            kind = nextHeader(b, at);
            at += length;
            if ((flags >>> FRAGMENT_SHIFT & FRAGMENT_MASK) != 0) {
                // What follows in a later fragment is the middle of something, not a header.
                break;
            }
        }
        return flags | (long) at << OFFSET_SHIFT | kind;
    }

    /** The {@link IpProtocol} that the walk ended at; of an incomplete walk, the extension header that was cut. */
    public static int protocol(long walk) {
        return (int) (walk & 0xff);
    }

    /** Where the upper layer, or the header that was cut, starts. */
    public static int offset(long walk) {
        return (int) (walk >>> OFFSET_SHIFT);
    }

    /** Did the walk arrive at the upper layer? */
    public static boolean isComplete(long walk) {
        return (walk & INCOMPLETE) == 0;
    }

    /** Was there a fragment header? */
    public static boolean isFragment(long walk) {
        return (walk & FRAGMENTED) != 0;
    }

    /** Do more fragments follow this one? */
    public static boolean isMoreFragments(long walk) {
        return (walk & MORE_FRAGMENTS) != 0;
    }

    /** Where this fragment's payload belongs, in bytes; unless it is 0, no upper layer header stands at the offset. */
    public static int fragmentOffset(long walk) {
        return (int) (walk >>> FRAGMENT_SHIFT & FRAGMENT_MASK) * 8;
    }
}

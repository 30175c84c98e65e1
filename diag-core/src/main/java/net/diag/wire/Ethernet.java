package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The Ethernet II frame header (IEEE 802.3 §3.2).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                      Destination (6 bytes)                    |
 * +                               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                               |        Source (6 bytes)       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+                               +
 * |                                                               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |         Type or length        |           payload …
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Ethernet {
    public static final int DESTINATION_OFFSET = 0;
    public static final int SOURCE_OFFSET = 6;
    public static final int TYPE_OFFSET = 12;
    public static final int HEADER_LENGTH = 14;

    /** Values of the type field from here on are EtherTypes, below they are the length of an 802.2 frame. */
    public static final int FIRST_TYPE = 0x0600;

    private Ethernet() {}

    /** The header's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, HEADER_LENGTH);
    }

    public static long destination(ByteBuffer b, int off) {
        return BigEndian.u48(b, off + DESTINATION_OFFSET);
    }

    public static long source(ByteBuffer b, int off) {
        return BigEndian.u48(b, off + SOURCE_OFFSET);
    }

    /** The {@link EtherType}, or a length if {@link #isLength}. */
    public static int type(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + TYPE_OFFSET);
    }

    /** Is the type field a length, so that an 802.2 LLC header follows? */
    public static boolean isLength(int type) {
        return type < FIRST_TYPE;
    }

    /** Write a header; returns its length. */
    public static int encode(ByteBuffer b, int off, long destination, long source, int type) {
        BigEndian.put48(b, off + DESTINATION_OFFSET, destination);
        BigEndian.put48(b, off + SOURCE_OFFSET, source);
        BigEndian.put16(b, off + TYPE_OFFSET, type);
        return HEADER_LENGTH;
    }
}

package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * TCP options (RFC 9293 §3.1, RFC 7323, RFC 2018), one at a time.
 *
 * <pre>
 * +--------+                             end (0), no operation (1)
 * |  Kind  |
 * +--------+--------+---------- … -+
 * |  Kind  | Length |    value     |     all others; length counts kind and length too
 * +--------+--------+---------- … -+
 * </pre>
 */
public final class TcpOption {
    public static final int END = 0;
    public static final int NO_OPERATION = 1;
    public static final int MAXIMUM_SEGMENT_SIZE = 2;
    public static final int WINDOW_SCALE = 3;
    public static final int SACK_PERMITTED = 4;
    public static final int SACK = 5;
    public static final int TIMESTAMPS = 8;
    public static final int MD5_SIGNATURE = 19;
    public static final int USER_TIMEOUT = 28;
    public static final int AUTHENTICATION = 29;
    public static final int MULTIPATH = 30;
    public static final int FAST_OPEN = 34;

    public static final int KIND_OFFSET = 0;
    public static final int LENGTH_OFFSET = 1;
    public static final int VALUE_OFFSET = 2;

    private TcpOption() {}

    /**
     * The length of the option at {@code off}, at least 1, or why there is none; see {@link HeaderCheck}. An option
     * of a known kind and fixed size but another length is malformed.
     */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        if (off >= limit) {
            return -1;
        }
        int kind = kind(b, off);
        if (kind == END || kind == NO_OPERATION) {
            return 1;
        }
        if (off + LENGTH_OFFSET >= limit) {
            return -2;
        }
        int length = BigEndian.u8(b, off + LENGTH_OFFSET);
        return isPossible(kind, length) ? HeaderCheck.of(off, limit, length) : HeaderCheck.MALFORMED;
    }

    private static boolean isPossible(int kind, int length) {
        switch (kind) {
            case MAXIMUM_SEGMENT_SIZE:
                return length == 4;
            case WINDOW_SCALE:
                return length == 3;
            case SACK_PERMITTED:
                return length == 2;
            case SACK:
                return length >= 2 && (length - 2) % 8 == 0;
            case TIMESTAMPS:
                return length == 10;
            default:
                return length >= 2;
        }
    }

    /** Find an option of a kind; returns its offset, or -1 if it isn't there before the options end or go wrong. */
    public static int find(ByteBuffer b, int optionsOff, int optionsEnd, int kind) {
        int off = optionsOff;
        while (off < optionsEnd) {
            int length = checkLength(b, off, optionsEnd);
            if (length < 0) {
                return -1;
            }
            int found = kind(b, off);
            if (found == kind) {
                return off;
            }
            if (found == END) {
                return -1;
            }
            off += length;
        }
        return -1;
    }

    public static int kind(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + KIND_OFFSET);
    }

    /** The value of a maximum segment size option. */
    public static int maximumSegmentSize(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + VALUE_OFFSET);
    }

    /** The shift of a window scale option. */
    public static int windowScale(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + VALUE_OFFSET);
    }

    /** The sender's clock, of a time stamps option. */
    public static long timestampValue(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + VALUE_OFFSET);
    }

    /** The echoed clock, of a time stamps option. */
    public static long timestampEcho(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + VALUE_OFFSET + 4);
    }

    /** How many blocks a SACK option has. */
    public static int sackBlocks(ByteBuffer b, int off) {
        return (BigEndian.u8(b, off + LENGTH_OFFSET) - VALUE_OFFSET) / 8;
    }

    public static long sackLeft(ByteBuffer b, int off, int block) {
        return BigEndian.u32(b, off + VALUE_OFFSET + 8 * block);
    }

    public static long sackRight(ByteBuffer b, int off, int block) {
        return BigEndian.u32(b, off + VALUE_OFFSET + 8 * block + 4);
    }

    /** Write a one-byte option; returns 1. */
    public static int encodeNoOperation(ByteBuffer b, int off) {
        BigEndian.put8(b, off, NO_OPERATION);
        return 1;
    }

    /** Write a maximum segment size option; returns its length. */
    public static int encodeMaximumSegmentSize(ByteBuffer b, int off, int size) {
        BigEndian.put16(b, off, MAXIMUM_SEGMENT_SIZE << 8 | 4);
        BigEndian.put16(b, off + VALUE_OFFSET, size);
        return 4;
    }

    /** Write a window scale option; returns its length. */
    public static int encodeWindowScale(ByteBuffer b, int off, int shift) {
        BigEndian.put16(b, off, WINDOW_SCALE << 8 | 3);
        BigEndian.put8(b, off + VALUE_OFFSET, shift);
        return 3;
    }

    /** Write a SACK permitted option; returns its length. */
    public static int encodeSackPermitted(ByteBuffer b, int off) {
        BigEndian.put16(b, off, SACK_PERMITTED << 8 | 2);
        return 2;
    }

    /** Write a time stamps option; returns its length. */
    public static int encodeTimestamps(ByteBuffer b, int off, long value, long echo) {
        BigEndian.put16(b, off, TIMESTAMPS << 8 | 10);
        BigEndian.put32(b, off + VALUE_OFFSET, (int) value);
        BigEndian.put32(b, off + VALUE_OFFSET + 4, (int) echo);
        return 10;
    }
}

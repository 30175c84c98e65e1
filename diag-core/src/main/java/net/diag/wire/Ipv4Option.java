package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * IPv4 options (RFC 791 §3.1, RFC 781 for time stamps), one at a time.
 *
 * <pre>
 *   0                   1                   2                   3
 *   0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *  +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *  |     Type      |    Length     |    Pointer    | addresses …       record route, LSRR, SSRR
 *  +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *  |     Type      |    Length     |    Pointer    |Overfl.| Flag  |  time stamp
 *  +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *  |          time stamps, or pairs of address and time stamp …
 * </pre>
 *
 * <p>Pointers count from 1 at the option's type octet. Slots before the pointer are filled.
 */
public final class Ipv4Option {
    public static final int END = 0;
    public static final int NO_OPERATION = 1;
    public static final int RECORD_ROUTE = 7;
    public static final int TIMESTAMP = 68;
    public static final int SECURITY = 130;
    public static final int LOOSE_SOURCE_ROUTE = 131;
    public static final int STRICT_SOURCE_ROUTE = 137;
    public static final int ROUTER_ALERT = 148;

    public static final int TYPE_OFFSET = 0;
    public static final int LENGTH_OFFSET = 1;
    public static final int POINTER_OFFSET = 2;
    public static final int ROUTE_OFFSET = 3;
    public static final int TIMESTAMP_FLAGS_OFFSET = 3;
    public static final int TIMESTAMP_DATA_OFFSET = 4;

    /** Time stamps only. */
    public static final int TIMESTAMP_ONLY = 0;
    /** Each router puts its address and its time stamp. */
    public static final int TIMESTAMP_AND_ADDRESS = 1;
    /** Addresses are given; each of those routers puts its time stamp. */
    public static final int TIMESTAMP_PRESPECIFIED = 3;

    /** Slots of a record route option that fills the header. */
    public static final int MAX_ROUTE_SLOTS = 9;

    private Ipv4Option() {}

    /**
     * The length of the option at {@code off}, at least 1, or why there is none; see {@link HeaderCheck}. After it,
     * {@link #type} may be asked, and of an option longer than one byte everything that lies within its length.
     */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        if (off >= limit) {
            return -1;
        }
        int type = type(b, off);
        if (type == END || type == NO_OPERATION) {
            return 1;
        }
        if (off + LENGTH_OFFSET >= limit) {
            return -2;
        }
        int length = BigEndian.u8(b, off + LENGTH_OFFSET);
        int least = type == TIMESTAMP ? TIMESTAMP_DATA_OFFSET : isRoute(type) ? ROUTE_OFFSET : 2;
        return length < least ? HeaderCheck.MALFORMED : HeaderCheck.of(off, limit, length);
    }

    /** Find an option of a type; returns its offset, or -1 if it isn't there before the options end or go wrong. */
    public static int find(ByteBuffer b, int optionsOff, int optionsEnd, int type) {
        int off = optionsOff;
        while (off < optionsEnd) {
            int length = checkLength(b, off, optionsEnd);
            if (length < 0) {
                return -1;
            }
            int found = type(b, off);
            if (found == type) {
                return off;
            }
            if (found == END) {
                return -1;
            }
            off += length;
        }
        return -1;
    }

    public static int type(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TYPE_OFFSET);
    }

    /** Is this record route or one of the source routes, which share a layout? */
    public static boolean isRoute(int type) {
        return type == RECORD_ROUTE || type == LOOSE_SOURCE_ROUTE || type == STRICT_SOURCE_ROUTE;
    }

    /** Whole slots of 4 bytes in a route option. */
    public static int routeSlots(ByteBuffer b, int off) {
        return (BigEndian.u8(b, off + LENGTH_OFFSET) - ROUTE_OFFSET) / 4;
    }

    /** How many slots of a route option the pointer has passed, never more than there are. */
    public static int routeFilled(ByteBuffer b, int off) {
        int filled = (BigEndian.u8(b, off + POINTER_OFFSET) - 1 - ROUTE_OFFSET) / 4;
        return Math.max(0, Math.min(routeSlots(b, off), filled));
    }

    /** The address in a slot below {@link #routeSlots}. */
    public static int routeAddress(ByteBuffer b, int off, int slot) {
        return BigEndian.i32(b, off + ROUTE_OFFSET + 4 * slot);
    }

    /** The flag of a time stamp option: {@link #TIMESTAMP_ONLY} and so on. */
    public static int timestampFlag(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TIMESTAMP_FLAGS_OFFSET) & 0xf;
    }

    /** How many hosts could not put a time stamp for lack of room. */
    public static int timestampOverflow(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TIMESTAMP_FLAGS_OFFSET) >>> 4;
    }

    /** Bytes of one entry: 4, or 8 with an address. */
    public static int timestampEntryLength(ByteBuffer b, int off) {
        return timestampFlag(b, off) == TIMESTAMP_ONLY ? 4 : 8;
    }

    /** Whole entries that the option has room for. */
    public static int timestampEntries(ByteBuffer b, int off) {
        return (BigEndian.u8(b, off + LENGTH_OFFSET) - TIMESTAMP_DATA_OFFSET) / timestampEntryLength(b, off);
    }

    /** How many entries the pointer has passed, never more than there are. */
    public static int timestampFilled(ByteBuffer b, int off) {
        int filled = (BigEndian.u8(b, off + POINTER_OFFSET) - 1 - TIMESTAMP_DATA_OFFSET) / timestampEntryLength(b, off);
        return Math.max(0, Math.min(timestampEntries(b, off), filled));
    }

    /** The address of an entry; only with a flag other than {@link #TIMESTAMP_ONLY}. */
    public static int timestampAddress(ByteBuffer b, int off, int entry) {
        return BigEndian.i32(b, off + TIMESTAMP_DATA_OFFSET + 8 * entry);
    }

    /** The time stamp of an entry: ms since midnight UT, or with the highest bit set something non-standard. */
    public static long timestamp(ByteBuffer b, int off, int entry) {
        int length = timestampEntryLength(b, off);
        return BigEndian.u32(b, off + TIMESTAMP_DATA_OFFSET + length * entry + length - 4);
    }

    /** Write a record route option with empty slots; returns its length. */
    public static int encodeRecordRoute(ByteBuffer b, int off, int slots) {
        return encodeRoute(b, off, RECORD_ROUTE, new int[slots]);
    }

    /** Write a record route or source route option, the pointer at its first slot; returns its length. */
    public static int encodeRoute(ByteBuffer b, int off, int type, int[] addresses) {
        int length = ROUTE_OFFSET + 4 * addresses.length;
        if (addresses.length > MAX_ROUTE_SLOTS) {
            throw new IllegalArgumentException(addresses.length + " addresses in an IPv4 route option");
        }
        BigEndian.put8(b, off + TYPE_OFFSET, type);
        BigEndian.put8(b, off + LENGTH_OFFSET, length);
        BigEndian.put8(b, off + POINTER_OFFSET, ROUTE_OFFSET + 1);
        for (int i = 0; i < addresses.length; i++) {
            BigEndian.put32(b, off + ROUTE_OFFSET + 4 * i, addresses[i]);
        }
        return length;
    }

    /** Write a time stamp option without prespecified addresses and with room for entries; returns its length. */
    public static int encodeTimestamp(ByteBuffer b, int off, int flag, int entries) {
        int length = TIMESTAMP_DATA_OFFSET + entries * (flag == TIMESTAMP_ONLY ? 4 : 8);
        if (length > Ipv4.MAX_HEADER_LENGTH - Ipv4.HEADER_LENGTH) {
            throw new IllegalArgumentException(entries + " entries in an IPv4 time stamp option");
        }
        BigEndian.put8(b, off + TYPE_OFFSET, TIMESTAMP);
        BigEndian.put8(b, off + LENGTH_OFFSET, length);
        BigEndian.put8(b, off + POINTER_OFFSET, TIMESTAMP_DATA_OFFSET + 1);
        BigEndian.put8(b, off + TIMESTAMP_FLAGS_OFFSET, flag);
        for (int i = TIMESTAMP_DATA_OFFSET; i < length; i++) {
            BigEndian.put8(b, off + i, 0);
        }
        return length;
    }

    /** Write a time stamp option that names the hosts to stamp it; returns its length. */
    public static int encodeTimestamp(ByteBuffer b, int off, int[] prespecified) {
        int length = encodeTimestamp(b, off, TIMESTAMP_PRESPECIFIED, prespecified.length);
        for (int i = 0; i < prespecified.length; i++) {
            BigEndian.put32(b, off + TIMESTAMP_DATA_OFFSET + 8 * i, prespecified[i]);
        }
        return length;
    }
}

package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * Neighbor discovery messages (RFC 4861 §4) behind the type, code and checksum of {@link Icmpv6}, and their options.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     Type      |     Code      |            Checksum           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |R|S|O|                     Reserved                            |  flags: neighbor advertisement
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                    Target address (16 bytes)                  |  not in router messages
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                 Destination address (16 bytes)                |  redirect only
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     Type      |    Length     |    options, length in units of 8 bytes …
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *
 * router advertisement, from byte 4:
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | Cur hop limit |M|O|  other    |        Router lifetime        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                        Reachable time                         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         Retrans timer                         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class NeighborDiscovery {
    public static final int FLAGS_OFFSET = 4;
    public static final int TARGET_OFFSET = 8;
    public static final int REDIRECT_DESTINATION_OFFSET = 24;

    public static final int HOP_LIMIT_OFFSET = 4;
    public static final int ROUTER_FLAGS_OFFSET = 5;
    public static final int ROUTER_LIFETIME_OFFSET = 6;
    public static final int REACHABLE_TIME_OFFSET = 8;
    public static final int RETRANS_TIMER_OFFSET = 12;

    /** Flags of a neighbor advertisement, in the word at {@link #FLAGS_OFFSET}. */
    public static final int ROUTER = 0x8000_0000;

    public static final int SOLICITED = 0x4000_0000;
    public static final int OVERRIDE = 0x2000_0000;

    public static final int OPTION_SOURCE_LINK_ADDRESS = 1;
    public static final int OPTION_TARGET_LINK_ADDRESS = 2;
    public static final int OPTION_PREFIX = 3;
    public static final int OPTION_REDIRECTED = 4;
    public static final int OPTION_MTU = 5;
    public static final int OPTION_NONCE = 14;
    public static final int OPTION_RDNSS = 25;
    public static final int OPTION_DNSSL = 31;

    public static final int OPTION_TYPE_OFFSET = 0;
    public static final int OPTION_LENGTH_OFFSET = 1;
    public static final int OPTION_VALUE_OFFSET = 2;

    private NeighborDiscovery() {}

    /** The length of the message's fixed part, or why there is none; see {@link HeaderCheck}. Options follow it. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, Icmpv6.HEADER_LENGTH);
        if (fixed < 0) {
            return fixed;
        }
        switch (Icmpv6.type(b, off)) {
            case Icmpv6.ROUTER_SOLICITATION:
                return fixed;
            case Icmpv6.ROUTER_ADVERTISEMENT:
                return HeaderCheck.of(off, limit, 16);
            case Icmpv6.NEIGHBOR_SOLICITATION:
            case Icmpv6.NEIGHBOR_ADVERTISEMENT:
                return HeaderCheck.of(off, limit, 24);
            case Icmpv6.REDIRECT:
                return HeaderCheck.of(off, limit, 40);
            default:
                return HeaderCheck.MALFORMED;
        }
    }

    /** The flags of a neighbor advertisement. */
    public static int flags(ByteBuffer b, int off) {
        return BigEndian.i32(b, off + FLAGS_OFFSET);
    }

    /** A copy of the target address of a neighbor message or redirect. */
    public static byte[] target(ByteBuffer b, int off) {
        return BigEndian.copy(b, off + TARGET_OFFSET, Ipv6.ADDRESS_LENGTH);
    }

    /** A copy of the destination that a redirect is about. */
    public static byte[] redirectDestination(ByteBuffer b, int off) {
        return BigEndian.copy(b, off + REDIRECT_DESTINATION_OFFSET, Ipv6.ADDRESS_LENGTH);
    }

    /** The hop limit that a router advises; 0 means none. */
    public static int hopLimit(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + HOP_LIMIT_OFFSET);
    }

    public static int routerFlags(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + ROUTER_FLAGS_OFFSET);
    }

    /** For how many seconds the router serves as a default router. */
    public static int routerLifetimeSeconds(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + ROUTER_LIFETIME_OFFSET);
    }

    public static long reachableTimeMillis(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + REACHABLE_TIME_OFFSET);
    }

    public static long retransTimerMillis(ByteBuffer b, int off) {
        return BigEndian.u32(b, off + RETRANS_TIMER_OFFSET);
    }

    /** The length in bytes of the option at {@code off}, or why there is none; see {@link HeaderCheck}. */
    public static int checkOption(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, 2);
        if (fixed < 0) {
            return fixed;
        }
        int length = BigEndian.u8(b, off + OPTION_LENGTH_OFFSET) * 8;
        return length == 0 ? HeaderCheck.MALFORMED : HeaderCheck.of(off, limit, length);
    }

    public static int optionType(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + OPTION_TYPE_OFFSET);
    }

    /** Find an option of a type; returns its offset, or -1 if it isn't there before the options end or go wrong. */
    public static int findOption(ByteBuffer b, int optionsOff, int limit, int type) {
        int off = optionsOff;
        while (off < limit) {
            int length = checkOption(b, off, limit);
            if (length < 0) {
                return -1;
            }
            if (optionType(b, off) == type) {
                return off;
            }
            off += length;
        }
        return -1;
    }

    /** The Ethernet address in a link-layer address option, which every option has room for. */
    public static long linkAddress(ByteBuffer b, int optionOff) {
        return BigEndian.u48(b, optionOff + OPTION_VALUE_OFFSET);
    }

    /** The MTU in an MTU option. */
    public static long optionMtu(ByteBuffer b, int optionOff) {
        return BigEndian.u32(b, optionOff + 4);
    }

    /** Write a neighbor message with its checksum zero and one Ethernet address option; returns its length, 32. */
    public static int encodeNeighbor(ByteBuffer b, int off, int type, int flags, byte[] target, long linkAddress) {
        Icmpv6.encode(b, off, type, 0, flags);
        b.put(off + TARGET_OFFSET, target, 0, Ipv6.ADDRESS_LENGTH);
        boolean solicitation = type == Icmpv6.NEIGHBOR_SOLICITATION;
        int option = off + 24;
        BigEndian.put8(b, option, solicitation ? OPTION_SOURCE_LINK_ADDRESS : OPTION_TARGET_LINK_ADDRESS);
        BigEndian.put8(b, option + OPTION_LENGTH_OFFSET, 1);
        BigEndian.put48(b, option + OPTION_VALUE_OFFSET, linkAddress);
        return 32;
    }
}

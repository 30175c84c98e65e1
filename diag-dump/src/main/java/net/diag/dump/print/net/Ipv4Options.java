package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The options of an IPv4 header (RFC 791 §3.1, RFC 2113 router alert). */
final class Ipv4Options {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int LOOSE_SOURCE_ROUTE = 131;
    private static final int STRICT_SOURCE_ROUTE = 137;
    private static final int ROUTER_ALERT = 148;
    private static final Tokens NAMES = Tokens.of(
            END,
            "EOL",
            NOP,
            "NOP",
            TIMESTAMP,
            "timestamp",
            130,
            "security",
            RECORD_ROUTE,
            "RR",
            STRICT_SOURCE_ROUTE,
            "SSRR",
            LOOSE_SOURCE_ROUTE,
            "LSRR",
            ROUTER_ALERT,
            "RA",
            82,
            "traceroute");

    private Ipv4Options() {}

    /** Prints the options; false if the packet ended within them. */
    static boolean print(Dissection d, int offset, int length) {
        int at = offset;
        int rest = length;
        boolean first = true;
        while (rest > 0) {
            if (!first) {
                d.ch(',');
            }
            first = false;
            if (!d.has(at, 1)) {
                return false;
            }
            int code = d.u8(at);
            d.tok(NAMES, "unknown %u", code);
            int size = 1;
            if (code != END && code != NOP) {
                if (!d.has(at + 1, 1)) {
                    return false;
                }
                size = d.u8(at + 1);
                if (size < 2) {
                    d.text(" [bad length ").dec(size).ch(']');
                    return true;
                }
            }
            if (size > rest) {
                d.text(" [bad length ").dec(size).ch(']');
                return true;
            }
            if (!d.has(at, size)) {
                return false;
            }
            if (code == END) {
                return true;
            }
            option(d, code, at, size);
            at += size;
            rest -= size;
        }
        return true;
    }

    private static void option(Dissection d, int code, int at, int size) {
        switch (code) {
            case TIMESTAMP -> timestamp(d, at, size);
            case RECORD_ROUTE, LOOSE_SOURCE_ROUTE, STRICT_SOURCE_ROUTE -> route(d, at, size);
            case ROUTER_ALERT -> {
                if (size < 4) {
                    d.text(" [bad length ").dec(size).ch(']');
                } else if (d.u16(at + 2) != 0) {
                    d.text(" value ").dec(d.u16(at + 2));
                }
            }
            default -> {}
        }
    }

    private static void route(Dissection d, int at, int size) {
        if (size < 3) {
            d.text(" [bad length ").dec(size).ch(']');
            return;
        }
        if ((size + 1 & 3) != 0) {
            d.text(" [bad length ").dec(size).ch(']');
        }
        int pointer = d.u8(at + 2) - 1;
        if (pointer < 3 || (pointer + 1 & 3) != 0) {
            d.text(" [bad ptr ").dec(d.u8(at + 2)).ch(']');
        }
        String separator = " ";
        for (int i = 3; i < size; i += 4) {
            d.text(separator);
            d.ip4(at + i);
            separator = pointer > i ? ", " : " ";
        }
    }

    private static void timestamp(Dissection d, int at, int size) {
        if (size < 4) {
            d.text("[bad length ").dec(size).ch(']');
            return;
        }
        d.text("{");
        int flags = d.u8(at + 3);
        int hop = (flags & 15) != 0 ? 8 : 4;
        if ((size - 4 & hop - 1) != 0) {
            d.text("[bad length ").dec(size).ch(']');
        }
        int pointer = d.u8(at + 2) - 1;
        if (pointer < 4 || (pointer - 4 & hop - 1) != 0 || pointer > size + 1) {
            d.text("[bad ptr ").dec(d.u8(at + 2)).ch(']');
        }
        int i = 0;
        switch (flags & 15) {
            case 0 -> d.text("TSONLY");
            case 1 -> d.text("TS+ADDR");
            case 3 -> d.text("PRESPEC");
            default -> {
                d.text("[bad ts type ").dec(flags & 15).ch(']');
                i = size;
            }
        }
        if (i == 0) {
            for (i = 4; i < size; i += hop) {
                d.text(pointer == i ? " ^ " : " ").dec(d.u32(at + i + hop - 4)).ch('@');
                if (hop == 8) {
                    d.ip4(at + i);
                }
            }
        } else {
            i = 0;
        }
        if (pointer == i) {
            d.text(" ^ ");
        }
        if (flags >> 4 != 0) {
            d.text(" [").dec(flags >> 4).text(" hops not recorded]} ");
        } else {
            d.ch('}');
        }
    }

    /** Remembers the last address of a source route: checksums are made with it. */
    static void findFinalDestination(Dissection d, int ip, int headerLength) {
        int at = ip + 20;
        int end = ip + headerLength;
        while (at < end && d.has(at, 2)) {
            int code = d.u8(at);
            int size = code == NOP ? 1 : d.u8(at + 1);
            if (code == END || code != NOP && size < 2) {
                return;
            }
            if ((code == LOOSE_SOURCE_ROUTE || code == STRICT_SOURCE_ROUTE) && size >= 7 && d.has(at, size)) {
                d.finalDestination = at + size - 4;
                return;
            }
            at += size;
        }
    }
}

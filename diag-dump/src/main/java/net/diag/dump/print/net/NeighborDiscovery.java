package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.DomainNames;
import net.diag.dump.print.Tokens;

/** Neighbour discovery messages and their options (RFC 4861, 4191, 6275, 8106, 8781). */
final class NeighborDiscovery {
    private static final Tokens ADVERTISEMENT_FLAGS =
            Tokens.of(0x80, "managed", 0x40, "other stateful", 0x20, "home agent", 0x02, "ipv6 only");
    private static final Tokens NEIGHBOR_FLAGS =
            Tokens.of(0x80000000, "router", 0x40000000, "solicited", 0x20000000, "override");
    private static final Tokens PREFIX_FLAGS = Tokens.of(0x80, "onlink", 0x40, "auto", 0x20, "router");
    private static final Tokens OPTIONS = Tokens.of(
            1,
            "source link-address",
            2,
            "destination link-address",
            3,
            "prefix info",
            4,
            "redirected header",
            5,
            "mtu",
            7,
            "advertisement interval",
            8,
            "homeagent information",
            24,
            "route info",
            25,
            "rdnss",
            31,
            "dnssl",
            38,
            "pref64");
    private static final String[] PREFERENCES = {"medium", "high", "rsv", "low"};
    private static final int[] PREF64_LENGTHS = {96, 64, 56, 48, 40, 32};

    private NeighborDiscovery() {}

    static void print(Dissection d, int o, int length, int type) {
        switch (type) {
            case 133 -> {
                if (d.verbose > 0) {
                    options(d, o + 8, length - 8);
                }
            }
            case 134 -> {
                if (d.verbose > 0) {
                    routerAdvertisement(d, o);
                    options(d, o + 16, length - 16);
                }
            }
            case 135 -> {
                d.text(", who has ").ip6(o + 8);
                if (d.verbose > 0) {
                    options(d, o + 24, length - 24);
                }
            }
            case 136 -> {
                d.text(", tgt is ").ip6(o + 8);
                if (d.verbose > 0) {
                    d.text(", Flags [")
                            .bits(NEIGHBOR_FLAGS, "none", d.u32(o + 4))
                            .ch(']');
                    options(d, o + 24, length - 24);
                }
            }
            default -> {
                d.text(", ").ip6(o + 24).text(" to ").ip6(o + 8);
                if (d.verbose > 0) {
                    options(d, o + 40, length - 40);
                }
            }
        }
    }

    private static void routerAdvertisement(Dissection d, int o) {
        int flags = d.u8(o + 5);
        d.text("\n\thop limit ").dec(d.u8(o + 4)).text(", Flags [").bits(ADVERTISEMENT_FLAGS, "none", flags);
        d.text("], pref ")
                .text(PREFERENCES[flags >> 3 & 3])
                .text(", router lifetime ")
                .dec(d.u16(o + 6));
        d.text("s, reachable time ")
                .dec(d.u32(o + 8))
                .text("ms, retrans timer ")
                .dec(d.u32(o + 12))
                .text("ms");
    }

    /** Prints the options at an offset, each on its own line. */
    static void options(Dissection d, int offset, int length) {
        int o = offset;
        int rest = length;
        while (rest > 0) {
            d.check(o, 2);
            if (rest < 2) {
                return;
            }
            int type = d.u8(o);
            int units = d.u8(o + 1);
            if (units == 0) {
                throw d.truncated();
            }
            int size = units << 3;
            d.text("\n\t  ")
                    .text(OPTIONS.name(type, "unknown"))
                    .text(" option (")
                    .dec(type)
                    .text("), length ")
                    .dec(size);
            d.text(" (").dec(units).text("): ");
            if (OPTIONS.name(type) == null) {
                if (d.verbose <= 1) {
                    d.unknownData("\n\t  ", o + 2, size - 2);
                    return;
                }
            } else {
                option(d, o, type, units, offset);
            }
            if (d.verbose > 1) {
                d.unknownData("\n\t    ", o + 2, size - 2);
            }
            o += size;
            rest -= size;
        }
    }

    private static void option(Dissection d, int o, int type, int units, int first) {
        switch (type) {
            case 1, 2 -> d.linkAddress(o + 2, (units << 3) - 2);
            case 3 -> {
                d.check(o, 32);
                d.ip6(o + 16).ch('/').dec(d.u8(o + 2));
                if (units != 4) {
                    d.text("badlen");
                }
                d.text(", Flags [").bits(PREFIX_FLAGS, "none", d.u8(o + 3)).text("], valid time ");
                lifetime(d, d.u32(o + 4));
                d.text(", pref. time ");
                lifetime(d, d.u32(o + 8));
            }
            case 4 -> d.unknownData("\n\t    ", first, units << 3);
            case 5 -> {
                d.ch(' ').dec(d.u32(o + 4));
                if (units != 1) {
                    d.text(", bad option length");
                }
            }
            case 7 -> d.ch(' ').dec(d.u32(o + 4)).text("ms");
            case 8 ->
                d.text(" preference ").dec(d.u16(o + 4)).text(", lifetime ").dec(d.u16(o + 6));
            case 24 -> route(d, o, units);
            case 25 -> {
                d.text(" lifetime ").dec(d.u32(o + 4)).text("s,");
                for (int i = 0; i < (units - 1) / 2; i++) {
                    d.text(" addr: ").ip6(o + 8 + 16 * i);
                }
            }
            case 31 -> {
                d.text(" lifetime ").dec(d.u32(o + 4)).text("s, domain(s):");
                int at = o + 8;
                int end = o + (units << 3);
                while (at < end && d.u8(at) != 0) {
                    d.ch(' ');
                    at = DomainNames.print(d, at, first);
                }
            }
            default -> pref64(d, o, units);
        }
    }

    private static void route(Dissection d, int o, int units) {
        if (units > 3) {
            throw d.truncated();
        }
        byte[] prefix = new byte[16];
        d.copy(o + 8, prefix, 8 * (units - 1));
        d.ch(' ').ip6Text(prefix).ch('/').dec(d.u8(o + 2));
        d.text(", pref=").text(PREFERENCES[d.u8(o + 3) >> 3 & 3]).text(", lifetime=");
        lifetime(d, d.u32(o + 4));
    }

    private static void pref64(Dissection d, int o, int units) {
        if (units != 2) {
            d.text("bad option length!");
            return;
        }
        int field = d.u16(o + 2);
        byte[] prefix = new byte[16];
        d.copy(o + 4, prefix, 12);
        int plc = field & 7;
        d.ip6Text(prefix).ch('/');
        if (plc < PREF64_LENGTHS.length) {
            d.dec(PREF64_LENGTHS[plc]);
        } else {
            d.text("??");
        }
        d.text(" (plc ").dec(plc).text("), lifetime ").dec(field & 0xfff8).ch('s');
    }

    private static void lifetime(Dissection d, long seconds) {
        if (seconds == 0xffffffffL) {
            d.text("infinity");
        } else {
            d.dec(seconds).ch('s');
        }
    }
}

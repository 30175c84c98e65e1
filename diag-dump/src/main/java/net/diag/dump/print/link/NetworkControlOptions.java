package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** Options of the control protocols for IPv6 (RFC 5072), compression (RFC 1962) and bandwidth (RFC 2125). */
final class NetworkControlOptions {
    private static final Tokens IPV6 = Tokens.of(1, "Interface-ID");
    private static final Tokens BANDWIDTH = Tokens.of(1, "Favored-Peer");
    private static final int BSD = 21;
    private static final int MVRCA = 24;
    private static final int DEFLATE = 26;
    private static final int ZLIB = 8;
    private static final Tokens COMPRESSION = Tokens.of(
            0,
            "OUI",
            1,
            "Pred-1",
            2,
            "Pred-2",
            3,
            "Puddle",
            16,
            "HP-PPC",
            17,
            "Stac-LZS",
            18,
            "MPPC",
            19,
            "Gand-FZA",
            20,
            "V.42bis",
            BSD,
            "BSD-Comp",
            23,
            "LZS-DCP",
            MVRCA,
            "MVRCA",
            25,
            "DEC",
            DEFLATE,
            "Deflate");

    private NetworkControlOptions() {}

    /** Prints one option; returns its length, 0 to stop. */
    static int print(Dissection d, int protocol, int o, int length) {
        if (length < 2) {
            return 0;
        }
        d.check(o, 2);
        int type = d.u8(o);
        int size = d.u8(o + 1);
        String name = switch (protocol) {
            case PppProtocols.IPV6CP -> IPV6.name(type, "unknown");
            case PppProtocols.BACP -> BANDWIDTH.name(type, "Unknown");
            default -> COMPRESSION.name(type, "Unknown");
        };
        if (PppControl.head(d, name, type, size) == 0) {
            return 0;
        }
        boolean whole;
        if (type == 1 && protocol == PppProtocols.IPV6CP) {
            whole = PppControl.exactly(d, size, 10);
            if (whole) {
                d.check(o + 2, 8);
                d.text(": ").hex(d.u16(o + 2), 4).ch(':').hex(d.u16(o + 4), 4).ch(':');
                d.hex(d.u16(o + 6), 4).ch(':').hex(d.u16(o + 8), 4);
            }
        } else if (type == 1 && protocol == PppProtocols.BACP) {
            whole = PppControl.exactly(d, size, 6);
            if (whole) {
                d.check(o + 2, 4);
                d.text(": Magic-Num 0x").hex(d.u32(o + 2), 8);
            }
        } else {
            whole = compression(d, o, protocol == PppProtocols.CCP ? type : -1, size);
        }
        if (whole && d.verbose > 1) {
            d.unknownData("\n\t    ", o + 2, size - 2);
        }
        return size;
    }

    private static boolean compression(Dissection d, int o, int type, int size) {
        switch (type) {
            case BSD -> {
                if (!PppControl.atLeast(d, size, 3)) {
                    return false;
                }
                int value = d.u8(o + 2);
                d.text(": Version: ")
                        .dec(value >> 5)
                        .text(", Dictionary Bits: ")
                        .dec(value & 0x1f);
            }
            case MVRCA -> {
                if (!PppControl.atLeast(d, size, 4)) {
                    return false;
                }
                d.check(o + 2, 2);
                int value = d.u8(o + 2);
                d.text(": Features: ").dec(value >> 6).text(", PxP: ");
                d.text((value & 0x20) != 0 ? "Enabled" : "Disabled");
                d.text(", History: ").dec(value & 0x1f).text(", #CTX-ID: ").dec(d.u8(o + 3));
            }
            case DEFLATE -> {
                if (!PppControl.atLeast(d, size, 4)) {
                    return false;
                }
                d.check(o + 2, 2);
                int value = d.u8(o + 2);
                int check = d.u8(o + 3);
                d.text(": Window: ").dec(value >> 4).text("K, Method: ");
                d.text((value & 15) == ZLIB ? "zlib" : "unknown").text(" (0x").hex(value & 15);
                d.text("), MBZ: ").dec(check >> 2).text(", CHK: ").dec(check & 3);
            }
            default -> {
                if (d.verbose < 2) {
                    d.unknownData("\n\t    ", o + 2, size - 2);
                }
            }
        }
        return true;
    }
}

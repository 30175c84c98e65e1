package net.diag.dump.print.link;

import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;
import net.diag.dump.print.net.Ipv4Printer;

/** Names and printers by LLC service access point and by Cisco's SNAP protocol numbers. */
final class LlcSaps {
    static final int SNAP = 0xaa;
    static final int GLOBAL = 0xff;
    static final int IPX = 0xe0;
    static final Tokens NAMES = Tokens.of(
            0x00,
            "Null",
            GLOBAL,
            "Global",
            0x02,
            "802.1B I",
            0x03,
            "802.1B G",
            SNAP,
            "SNAP",
            0x06,
            "IP",
            0x0e,
            "ProWay NM",
            0x42,
            "STP",
            0x4e,
            "RS511",
            0x7e,
            "8208",
            0x8e,
            "ProWay",
            0xfe,
            "OSI",
            IPX,
            "IPX",
            0xf0,
            "NetBeui");

    private LlcSaps() {}

    /** The printer of unnumbered information between equal access points, or null. */
    static Printer printer(int sap) {
        return switch (sap) {
            case 0x42 -> spanningTree();
            case 0x06 -> Ipv4Printer.INSTANCE;
            case IPX -> ipx();
            // 0xfe OSI
            default -> null;
        };
    }

    /** The printer of IPX, or null. */
    static Printer ipx() {
        return null;
    }

    /** The printer of spanning tree frames, or null. */
    static Printer spanningTree() {
        return SpanningTreePrinter.INSTANCE;
    }

    /** The printer of one of Cisco's SNAP protocols, or null. */
    static Printer ciscoPrinter(int pid) {
        return switch (pid) {
            case 0x010b, 0x010c -> spanningTree();
            case 0x2000 -> CdpPrinter.INSTANCE;
            // 0x2004 DTP, 0x0111 UDLD, 0x2003 VTP
            default -> null;
        };
    }
}

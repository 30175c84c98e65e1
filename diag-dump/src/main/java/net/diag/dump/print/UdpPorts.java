package net.diag.dump.print;

import net.diag.dump.print.app.DhcpPrinter;
import net.diag.dump.print.app.Dhcpv6Printer;
import net.diag.dump.print.app.DnsPrinter;
import net.diag.dump.print.app.NtpPrinter;
import net.diag.dump.print.link.MplsPrinter;
import net.diag.dump.print.net.GenevePrinter;
import net.diag.dump.print.net.VxlanGpePrinter;
import net.diag.dump.print.net.VxlanPrinter;
import net.diag.dump.print.routing.HsrpPrinter;

/**
 * Printers of UDP payloads by port. tcpdump tests ports in a fixed order; here each row has a rank, and
 * of the two ports' ranks the lower one wins. A rank's printer is named in {@link #printer}, so that
 * its class is loaded on first use.
 */
public final class UdpPorts {
    private static final int NONE = 1000;

    private UdpPorts() {}

    /** The payload printer for a pair of ports, or null. */
    public static Printer find(int source, int destination) {
        int either = Math.min(either(source), either(destination));
        int one = Math.min(sourceOnly(source), destinationOnly(destination));
        int rank = Math.min(either, one);
        return rank == NONE ? null : printer(rank);
    }

    /** Ranks of ports that count on either side. */
    private static int either(int port) {
        return switch (port) {
            case 53 -> 1;
            case 67, 68 -> 2;
            case 69 -> 3;
            case 88 -> 4;
            case 123 -> 5;
            case 137 -> 6;
            case 161, 162 -> 8;
            case 319, 320 -> 9;
            case 496 -> 10;
            case 500 -> 11;
            case 514 -> 12;
            case 520 -> 13;
            case 521 -> 14;
            case 525 -> 15;
            case 546, 547 -> 16;
            case 646 -> 17;
            case 654 -> 18;
            case 698 -> 19;
            case 701 -> 20;
            case 750 -> 21;
            case 921 -> 22;
            case 5353 -> 23;
            case 4500 -> 24;
            case 1701 -> 25;
            case 2103, 2104 -> 27;
            case 7000, 7001, 7002, 7003, 7004, 7005, 7006, 7007, 7008, 7009 -> 28;
            case 5359 -> 29;
            case 6696, 6697 -> 30;
            case 8231 -> 31;
            case 1645, 1646, 1700, 1812, 1813, 3799 -> 33;
            case 3503 -> 35;
            case 1589 -> 38;
            case 6343 -> 39;
            case 12222 -> 40;
            case 12223 -> 41;
            case 5060 -> 42;
            case 8472 -> 43;
            case 4789 -> 44;
            case 4342 -> 46;
            case 4790 -> 47;
            case 17754 -> 48;
            case 6635 -> 49;
            case 30490 -> 50;
            case 443 -> 51;
            default -> NONE;
        };
    }

    /** Ranks of ports that count as destination only. */
    private static int destinationOnly(int port) {
        return switch (port) {
            case 3456 -> 26;
            case 4567 -> 32;
            case 1985 -> 34;
            case 3784, 4784, 6784, 7784 -> 36;
            case 3785 -> 37;
            case 6081 -> 45;
            default -> NONE;
        };
    }

    /** Ranks of ports that count as source only. */
    private static int sourceOnly(int port) {
        return port == 49152 ? 52 : NONE;
    }

    private static Printer printer(int rank) {
        return switch (rank) {
            case 1 -> DnsPrinter.UDP;
            case 2 -> DhcpPrinter.INSTANCE;
            case 5 -> NtpPrinter.INSTANCE;
            case 16 -> Dhcpv6Printer.INSTANCE;
            case 23 -> DnsPrinter.MULTICAST;
            case 34 -> HsrpPrinter.INSTANCE;
            case 44 -> VxlanPrinter.INSTANCE;
            case 45 -> GenevePrinter.INSTANCE;
            case 47 -> VxlanGpePrinter.INSTANCE;
            case 49 -> MplsPrinter.INSTANCE;
            // 3 TFTP (69), 4 Kerberos (88), 6 NetBIOS names (137)
            // 8 SNMP (161, 162), 9 PTP (319, 320), 10 PIM Auto-RP (496), 11 ISAKMP (500), 12 syslog (514)
            // 13 RIP (520), 14 RIPng (521), 15 timed (525), 17 LDP (646), 18 AODV (654)
            // 19 OLSR (698), 20 LMP (701), 21 Kerberos 4 (750), 22 lwres (921), 24 ESP in UDP (4500)
            // 25 L2TP (1701), 26 VAT (to 3456), 27 Zephyr (2103, 2104), 28 RX (7000-7009), 29 AHCP (5359)
            // 30 Babel (6696, 6697), 31 HNCP (8231), 32 white board (to 4567), 33 RADIUS
            // 35 LSP ping (3503), 36 BFD control, 37 BFD echo, 38 VQP (1589), 39 sFlow (6343)
            // 40 LWAPP control (12222), 41 LWAPP data (12223), 42 SIP (5060), 43 OTV (8472)
            // 46 LISP (4342), 48 ZEP (17754)
            // 50 SOME/IP (30490), 51 QUIC (443), 52 BCM LI (from 49152)
            default -> null;
        };
    }

    /** The printer for {@code -T type} over UDP, or null. */
    public static Printer ofType(String type) {
        return switch (type) {
            case "domain" -> DnsPrinter.UDP;
            case "vxlan" -> VxlanPrinter.INSTANCE;
            default -> null;
        };
    }
}

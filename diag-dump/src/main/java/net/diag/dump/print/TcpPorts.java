package net.diag.dump.print;

import net.diag.dump.print.app.DnsPrinter;
import net.diag.dump.print.app.SshPrinter;
import net.diag.dump.print.app.TextProtocol;

/**
 * Printers of TCP payloads by port, by rank as in {@link UdpPorts}. A printer is called behind
 * {@code length N}, so it begins with its own separator ({@code ": HTTP"}).
 */
public final class TcpPorts {
    private static final int NONE = 1000;

    private TcpPorts() {}

    /** The payload printer for a pair of ports, or null. */
    public static Printer find(int source, int destination) {
        int rank = Math.min(rank(source), rank(destination));
        return rank == NONE ? null : printer(rank);
    }

    private static int rank(int port) {
        return switch (port) {
            case 21 -> 1;
            case 22 -> 2;
            case 23 -> 3;
            case 25 -> 4;
            case 43 -> 5;
            case 53 -> 6;
            case 80 -> 7;
            case 179 -> 8;
            case 323 -> 9;
            case 554 -> 10;
            case 639 -> 11;
            case 646 -> 12;
            case 1723 -> 13;
            case 6379 -> 14;
            case 10288 -> 15;
            case 6633, 6653 -> 16;
            case 8080 -> 17;
            case 8554 -> 18;
            case 2049 -> 19;
            default -> NONE;
        };
    }

    private static Printer printer(int rank) {
        return switch (rank) {
            case 1 -> TextProtocol.FTP;
            case 2 -> SshPrinter.INSTANCE;
            // 3 Telnet
            case 4 -> TextProtocol.SMTP;
            case 5 -> TextProtocol.WHOIS;
            case 6 -> DnsPrinter.TCP;
            case 7, 17 -> TextProtocol.HTTP;
            // 8 BGP, 9 RPKI-RTR
            case 10, 18 -> TextProtocol.RTSP;
            // 11 MSDP, 12 LDP, 13 PPTP, 14 RESP, 15 BEEP, 16 OpenFlow, 19 NFS
            default -> null;
        };
    }

    /** The printer for {@code -T type} over TCP (zmtp1, resp, domain), or null. */
    public static Printer ofType(String type) {
        return switch (type) {
            case "domain" -> DnsPrinter.TCP;
            default -> null;
        };
    }
}

package net.diag.netstat.classic;

import java.io.FileNotFoundException;
import java.io.IOException;
import net.diag.netstat.NetstatOptions;
import net.diag.proc.ProcLines;
import net.diag.record.TextOut;

/** Counters of IPv6: {@code /proc/net/snmp6}, a name and a value a line, in net-tools' phrases. */
final class Statistics6 {
    private static final String[] SECTIONS = {"Ip6", "Icmp6", "Udp6", "UdpLite6"};
    /** Counter, when (A always, I and O rows of histograms), text. */
    private static final String[][] PHRASES = {
        {"Ip6InReceives", "A", "% total packets received"},
        {"Ip6InHdrErrors", "-", "% with invalid headers"},
        {"Ip6InTooBigErrors", "-", "% with packets too big"},
        {"Ip6InNoRoutes", "-", "% incoming packets with no route"},
        {"Ip6InAddrErrors", "-", "% with invalid addresses"},
        {"Ip6InUnknownProtos", "-", "% with unknown protocol"},
        {"Ip6InTruncatedPkts", "-", "% with truncated packets"},
        {"Ip6InDiscards", "A", "% incoming packets discarded"},
        {"Ip6InDelivers", "A", "% incoming packets delivered"},
        {"Ip6OutForwDatagrams", "A", "% forwarded"},
        {"Ip6OutRequests", "A", "% requests sent out"},
        {"Ip6OutDiscards", "-", "% outgoing packets dropped"},
        {"Ip6OutNoRoutes", "-", "% dropped because of missing route"},
        {"Ip6ReasmTimeout", "-", "% fragments dropped after timeout"},
        {"Ip6ReasmReqds", "-", "% reassemblies required"},
        {"Ip6ReasmOKs", "-", "% packets reassembled ok"},
        {"Ip6ReasmFails", "-", "% packet reassemblies failed"},
        {"Ip6FragOKs", "-", "% fragments received ok"},
        {"Ip6FragFails", "-", "% fragments failed"},
        {"Ip6FragCreates", "-", "% fragments created"},
        {"Ip6InMcastPkts", "-", "% incoming multicast packets"},
        {"Ip6OutMcastPkts", "-", "% outgoing multicast packets"},
        {"Icmp6InMsgs", "A", "% ICMP messages received"},
        {"Icmp6InErrors", "A", "% input ICMP message failed"},
        {"Icmp6InDestUnreachs", "I", "destination unreachable: %"},
        {"Icmp6InPktTooBigs", "I", "packets too big: %"},
        {"Icmp6InTimeExcds", "I", "received ICMPv6 time exceeded: %"},
        {"Icmp6InParmProblems", "I", "parameter problem: %"},
        {"Icmp6InEchos", "I", "echo requests: %"},
        {"Icmp6InEchoReplies", "I", "echo replies: %"},
        {"Icmp6InGroupMembQueries", "I", "group member queries: %"},
        {"Icmp6InGroupMembResponses", "I", "group member responses: %"},
        {"Icmp6InGroupMembReductions", "I", "group member reductions: %"},
        {"Icmp6InRouterSolicits", "I", "router solicits: %"},
        {"Icmp6InRouterAdvertisements", "I", "router advertisement: %"},
        {"Icmp6InNeighborSolicits", "I", "neighbour solicits: %"},
        {"Icmp6InNeighborAdvertisements", "I", "neighbour advertisement: %"},
        {"Icmp6InRedirects", "I", "redirects: %"},
        {"Icmp6OutMsgs", "A", "% ICMP messages sent"},
        {"Icmp6OutDestUnreachs", "O", "destination unreachable: %"},
        {"Icmp6OutPktTooBigs", "O", "packets too big: %"},
        {"Icmp6OutTimeExcds", "O", "sent ICMPv6 time exceeded: %"},
        {"Icmp6OutParmProblems", "O", "parameter problem: %"},
        {"Icmp6OutEchos", "O", "echo requests: %"},
        {"Icmp6OutEchoReplies", "O", "echo replies: %"},
        {"Icmp6OutGroupMembQueries", "O", "group member queries: %"},
        {"Icmp6OutGroupMembResponses", "O", "group member responses: %"},
        {"Icmp6OutGroupMembReductions", "O", "group member reductions: %"},
        {"Icmp6OutRouterSolicits", "O", "router solicits: %"},
        {"Icmp6OutNeighborSolicits", "O", "neighbor solicits: %"},
        {"Icmp6OutNeighborAdvertisements", "O", "neighbor advertisements: %"},
        {"Icmp6OutRedirects", "O", "redirects: %"},
        {"Udp6InDatagrams", "A", "% packets received"},
        {"Udp6NoPorts", "A", "% packets to unknown port received"},
        {"Udp6InErrors", "A", "% packet receive errors"},
        {"Udp6OutDatagrams", "A", "% packets sent"}
    };

    private final NetstatOptions options;
    private final TextOut out;
    private final Statistics classic;
    private String indent = Statistics.LINE;

    Statistics6(NetstatOptions options, TextOut out, Statistics classic) {
        this.options = options;
        this.out = out;
        this.classic = classic;
    }

    void print() throws IOException {
        boolean every = !options.tcp && !options.udp && !options.udpLite && !options.raw && !options.sctp;
        String current = "";
        try (ProcLines lines = ProcLines.open(options.proc.path("snmp6"))) {
            while (lines.next()) {
                String[] f = lines.text().trim().split("\\s+");
                if (f.length != 2) {
                    continue;
                }
                String section = section(f[0]);
                boolean wanted = every
                        || options.udp && section.equals("Udp6")
                        || options.raw && !section.startsWith("Udp")
                        || section.equals("UdpLite6");
                if (!wanted) {
                    continue;
                }
                if (!section.equals(current)) {
                    out.print(section).println(":");
                    current = section;
                }
                if (f[0].equals("Icmp6InDestUnreachs")) {
                    out.println("    ICMP input histogram:");
                } else if (f[0].equals("Icmp6OutDestUnreachs")) {
                    out.println("        ICMP output histogram:");
                }
                indent = f[0].endsWith("DestUnreachs") ? Statistics.ROW : indent;
                counter(f[0], f[1]);
            }
        } catch (FileNotFoundException e) {
            return; // no IPv6 here
        }
        if (every || options.tcp) {
            classic.tcpOnly();
        }
    }

    private static String section(String name) {
        String found = "";
        for (String s : SECTIONS) {
            if (name.startsWith(s) && s.length() > found.length()) {
                found = s;
            }
        }
        return found;
    }

    private void counter(String name, String value) {
        for (String[] p : PHRASES) {
            if (p[0].equals(name)) {
                if (!value.equals("0") || p[1].equals("A")) {
                    int at = p[2].indexOf('%');
                    boolean row = p[1].equals("I") || p[1].equals("O");
                    indent = row ? Statistics.ROW : Statistics.LINE;
                    out.print(indent).print(p[2].substring(0, at)).print(value);
                    out.println(p[2].substring(at + 1));
                }
                return;
            }
        }
        if (!value.equals("0")) {
            out.print(indent).print(name).print(": ").println(value);
        }
    }
}

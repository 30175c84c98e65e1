package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** ICMP (RFC 792, 950, 1191, 1256, 1812, 4884, 8335): the message, and at {@code -v} the quoted datagram. */
public final class IcmpPrinter implements Printer {
    public static final IcmpPrinter INSTANCE = new IcmpPrinter();

    private static final int ECHO_REPLY = 0;
    private static final int UNREACHABLE = 3;
    private static final int SOURCE_QUENCH = 4;
    private static final int REDIRECT = 5;
    private static final int ECHO = 8;
    private static final int ROUTER_ADVERTISEMENT = 9;
    private static final int ROUTER_SOLICITATION = 10;
    private static final int TIME_EXCEEDED = 11;
    private static final int PARAMETER_PROBLEM = 12;
    private static final int TIMESTAMP = 13;
    private static final int TIMESTAMP_REPLY = 14;
    private static final int MASK_REPLY = 18;
    private static final int EXTENDED_ECHO = 42;
    private static final int EXTENDED_ECHO_REPLY = 43;
    private static final int HEADER = 8;
    private static final Tokens TYPES = Tokens.of(
            ECHO_REPLY,
            "echo reply",
            SOURCE_QUENCH,
            "source quench",
            ECHO,
            "echo request",
            ROUTER_SOLICITATION,
            "router solicitation",
            15,
            "information request",
            16,
            "information reply",
            17,
            "address mask request");

    private IcmpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "icmp";
        int type = d.u8(o);
        int code = d.u8(o + 1);
        d.text("ICMP ");
        int mark = d.size();
        try {
            message(d, o, type, code);
        } catch (RuntimeException truncated) {
            d.rewind(mark - 5);
            throw truncated;
        }
        d.text(", length ").dec(length);
        if (d.verbose == 0) {
            return;
        }
        if (!d.fragmented && d.has(o, length)) {
            int sum = d.checksum(o, length);
            if (sum != 0) {
                int found = d.u16(o + 2);
                d.text(" (wrong icmp cksum ")
                        .hex(found)
                        .text(" (->")
                        .hex(Dissection.rightChecksum(sum, found))
                        .text(")!)");
            }
        }
        if (type == UNREACHABLE
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM) {
            quoted(d, o + HEADER);
        }
        if (type == UNREACHABLE || type == TIME_EXCEEDED || type == PARAMETER_PROBLEM) {
            IcmpExtensions.print(d, o, length);
        } else if (type == EXTENDED_ECHO) {
            IcmpExtensions.printExtendedEcho(d, o, length);
        } else if (type == EXTENDED_ECHO_REPLY) {
            IcmpExtensions.printExtendedEchoReply(d, o);
        }
    }

    private static void quoted(Dissection d, int o) {
        d.text("\n\t");
        int total = d.u16(o + 2);
        int saved = d.narrow((long) o + total);
        boolean fragmented = d.fragmented;
        Ipv4Printer.INSTANCE.print(d, o, total);
        d.widen(saved);
        d.fragmented = fragmented;
        d.protocol = "icmp";
    }

    private static void message(Dissection d, int o, int type, int code) {
        switch (type) {
            case ECHO, ECHO_REPLY -> {
                d.text(type == ECHO ? "echo request, id " : "echo reply, id ").dec(d.u16(o + 4));
                d.text(", seq ").dec(d.u16(o + 6));
            }
            case UNREACHABLE -> unreachable(d, o, code);
            case REDIRECT -> redirect(d, o, code);
            case ROUTER_ADVERTISEMENT -> routerAdvertisement(d, o);
            case TIME_EXCEEDED -> {
                switch (code) {
                    case 0 -> d.text("time exceeded in-transit");
                    case 1 -> d.text("ip reassembly time exceeded");
                    default -> d.text("time exceeded-#").dec(code);
                }
            }
            case PARAMETER_PROBLEM -> {
                if (code != 0) {
                    d.text("parameter problem - code ").dec(code);
                } else {
                    d.text("parameter problem - octet ").dec(d.u8(o + 4));
                }
            }
            case MASK_REPLY -> d.text("address mask is 0x").hex(d.u32(o + 8), 8);
            case TIMESTAMP ->
                d.text("time stamp query id ").dec(d.u16(o + 4)).text(" seq ").dec(d.u16(o + 6));
            case TIMESTAMP_REPLY -> {
                d.text("time stamp reply id ")
                        .dec(d.u16(o + 4))
                        .text(" seq ")
                        .dec(d.u16(o + 6))
                        .text(": org ");
                clock(d, d.u32(o + 8));
                d.text(", recv ");
                clock(d, d.u32(o + 12));
                d.text(", xmit ");
                clock(d, d.u32(o + 16));
            }
            case EXTENDED_ECHO, EXTENDED_ECHO_REPLY -> {
                d.text(type == EXTENDED_ECHO ? "extended echo request, id " : "extended echo reply, id ");
                d.dec(d.u16(o + 4)).text(", seq ").dec(d.u8(o + 6));
            }
            default -> d.tok(TYPES, "type-#%u", type);
        }
    }

    /** Milliseconds since midnight UTC. */
    private static void clock(Dissection d, long millis) {
        long seconds = millis / 1000;
        d.decZero((int) (seconds / 3600), 2)
                .ch(':')
                .decZero((int) (seconds / 60 % 60), 2)
                .ch(':');
        d.decZero((int) (seconds % 60), 2).ch('.').decZero((int) (millis % 1000), 3);
    }

    private static void redirect(Dissection d, int o, int code) {
        int destination = o + 24;
        d.check(destination, 4);
        switch (code) {
            case 0, 1 -> d.text("redirect ");
            case 2, 3 -> d.text("redirect-tos ");
            default -> d.text("redirect-#").dec(code).ch(' ');
        }
        d.ip4(destination).text(code == 0 || code == 2 ? " to net " : code == 1 || code == 3 ? " to host " : " to ");
        d.ip4(o + 4);
    }

    private static void routerAdvertisement(Dissection d, int o) {
        d.text("router advertisement lifetime ");
        int lifetime = d.u16(o + 6);
        if (lifetime < 60) {
            d.dec(lifetime);
        } else if (lifetime < 3600) {
            d.dec(lifetime / 60).ch(':').decZero(lifetime % 60, 2);
        } else {
            d.dec(lifetime / 3600)
                    .ch(':')
                    .decZero(lifetime / 60 % 60, 2)
                    .ch(':')
                    .decZero(lifetime % 60, 2);
        }
        int count = d.u8(o + 4);
        int size = d.u8(o + 5);
        d.ch(' ').dec(count).ch(':');
        if (size != 2) {
            d.text(" [size ").dec(size).ch(']');
            return;
        }
        for (int i = 0; i < count; i++) {
            d.text(" {").ip4(o + 8 + 8 * i).ch(' ').dec(d.u32(o + 12 + 8 * i)).ch('}');
        }
    }

    private static void unreachable(Dissection d, int o, int code) {
        int quoted = o + HEADER;
        int destination = quoted + 16;
        d.check(destination, 4);
        switch (code) {
            case 0, 6, 9, 11 -> d.text("net ").ip4(destination).text(" unreachable");
            case 1, 7, 10, 12, 13, 14, 15 -> d.text("host ").ip4(destination).text(" unreachable");
            case 2 -> {
                d.ip4(destination).text(" protocol ").dec(d.u8(quoted + 9)).text(" unreachable");
                return;
            }
            case 3 -> {
                port(d, quoted);
                return;
            }
            default -> d.ip4(destination).text(" unreachable");
        }
        switch (code) {
            case 0, 1 -> {}
            case 4 -> {
                d.text(" - need to frag");
                int mtu = d.u16(o + 6);
                if (mtu != 0) {
                    d.text(" (mtu ").dec(mtu).ch(')');
                }
            }
            case 5 -> d.text(" - source route failed");
            case 6, 7 -> d.text(" - unknown");
            case 8 -> d.text(" - source host isolated");
            case 9, 10 -> d.text(" - admin prohibited");
            case 11, 12 -> d.text(" - tos prohibited");
            case 13 -> d.text(" - admin prohibited filter");
            case 14 -> d.text(" - host precedence violation");
            case 15 -> d.text(" - precedence cutoff");
            default -> d.text(" - #").dec(code);
        }
    }

    private static void port(Dissection d, int quoted) {
        int protocol = d.u8(quoted + 9);
        int port = d.u16(quoted + ((d.u8(quoted) & 15) << 2) + 2);
        d.ip4(quoted + 16);
        switch (protocol) {
            case IpProtocols.TCP -> d.text(" tcp port ").tcpPort(port);
            case IpProtocols.UDP -> d.text(" udp port ").udpPort(port);
            default -> d.text(" protocol ").dec(protocol).text(" port ").dec(port);
        }
        d.text(" unreachable");
    }
}

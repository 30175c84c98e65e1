package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.IpProtocols;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** ICMPv6 (RFC 4443) and, by the classes beside it, neighbour discovery, MLD, node information, RPL. */
public final class Icmpv6Printer implements Printer {
    public static final Icmpv6Printer INSTANCE = new Icmpv6Printer();

    private static final int HEADER = 8;
    private static final Tokens TYPES = Tokens.of(
            1,
            "destination unreachable",
            2,
            "packet too big",
            3,
            "time exceeded in-transit",
            4,
            "parameter problem",
            128,
            "echo request",
            129,
            "echo reply",
            130,
            "multicast listener query",
            131,
            "multicast listener report",
            132,
            "multicast listener done",
            133,
            "router solicitation",
            134,
            "router advertisement",
            135,
            "neighbor solicitation",
            136,
            "neighbor advertisement",
            137,
            "redirect",
            138,
            "router renumbering",
            141,
            "inverse neighbor solicitation",
            142,
            "inverse neighbor advertisement",
            143,
            "multicast listener report v2",
            144,
            "ha discovery request",
            145,
            "ha discovery reply",
            146,
            "mobile router solicitation",
            147,
            "mobile router advertisement",
            155,
            "RPL",
            160,
            "extended echo request",
            161,
            "extended echo reply",
            200,
            "mtrace response",
            201,
            "mtrace message");
    private static final Tokens UNREACHABLE = Tokens.from(
            0,
            "unreachable route",
            " unreachable prohibited",
            "beyond scope",
            "unreachable address",
            "unreachable port");

    private Icmpv6Printer() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "icmp6";
        if (length == 0) {
            d.text("ICMP6, length 0");
            return;
        }
        int type = d.u8(o);
        int code = d.u8(o + 1);
        if (d.verbose > 0 && !d.fragmented && !d.options.trustChecksums && d.has(o, length)) {
            int found = d.u16(o + 2);
            int sum = d.checksumWithPseudo(o, length, length, IpProtocols.ICMPV6);
            if (sum != 0) {
                d.text("[bad icmp6 cksum 0x").hex(found, 4).text(" -> 0x");
                d.hex(Dissection.rightChecksum(sum, found), 4).text("!] ");
            } else {
                d.text("[icmp6 sum ok] ");
            }
        }
        d.text("ICMP6,");
        if (type != 139 && type != 140) {
            d.ch(' ').tok(TYPES, "unknown icmp6 type (%u)", type);
        }
        if (d.verbose > 0 && (type >= 133 && type <= 137 || type == 145 || type == 147)) {
            d.text(", length ").dec(length);
        }
        if (!message(d, o, length, type, code)) {
            return;
        }
        if (d.verbose == 0) {
            d.text(", length ").dec(length);
        }
    }

    /** Prints what is particular to the type; false if nothing is to follow. */
    private static boolean message(Dissection d, int o, int length, int type, int code) {
        switch (type) {
            case 1 -> {
                return unreachable(d, o, length, code);
            }
            case 2 -> {
                d.text(", mtu ").dec(d.u32(o + 4));
                dump(d, o, length);
            }
            case 3 -> {
                timeExceeded(d, o, code);
                dump(d, o, length);
            }
            case 4 -> {
                parameterProblem(d, o, code);
                dump(d, o, length);
            }
            case 128, 129 -> {
                d.text(", id ").dec(d.u16(o + 4)).text(", seq ").dec(d.u16(o + 6));
                dump(d, o, length);
            }
            case 130, 131, 132, 143 -> Mld.print(d, o, length, type);
            case 133, 134, 135, 136, 137 -> NeighborDiscovery.print(d, o, length, type);
            case 138 -> RouterRenumbering.print(d, o, code);
            case 139 -> NodeInformation.query(d, o, length);
            case 140 -> NodeInformation.reply(d, o, length);
            case 141, 142 -> {}
            case 144, 146 -> d.text(", id 0x").hex(d.u16(o + 4), 4);
            case 145 -> homeAgents(d, o, length);
            case 147 -> mobilePrefix(d, o, length);
            case 155 -> Rpl.print(d, o, length, code);
            case 160, 161 -> extendedEcho(d, o, length, type);
            default -> {
                d.text(", length ").dec(length);
                if (d.verbose <= 1) {
                    d.unknownData("\n\t", o, length);
                }
                return false;
            }
        }
        return true;
    }

    private static void extendedEcho(Dissection d, int o, int length, int type) {
        d.text(", id ").dec(d.u16(o + 4)).text(", seq ").dec(d.u8(o + 6));
        if (d.verbose == 0) {
            return;
        }
        if (type == 160) {
            IcmpExtensions.printExtendedEcho(d, o, length);
        } else {
            IcmpExtensions.printExtendedEchoReply(d, o);
        }
    }

    private static void dump(Dissection d, int o, int length) {
        if (d.verbose > 1) {
            d.unknownData("\n\t", o, length);
        }
    }

    private static boolean unreachable(Dissection d, int o, int length, int code) {
        int source = o + HEADER + 8;
        int destination = source + 16;
        d.text(", ").tok(UNREACHABLE, "unknown unreach code (%u)", code);
        switch (code) {
            case 0, 1, 3 -> d.ch(' ').ip6(destination);
            case 2 -> d.ch(' ').ip6(destination).text(", source address ").ip6(source);
            case 4 -> port(d, o + HEADER);
            default -> {
                if (d.verbose <= 1) {
                    d.unknownData("\n\t", o, length);
                    return false;
                }
            }
        }
        dump(d, o, length);
        return true;
    }

    private static void port(Dissection d, int quoted) {
        int at = quoted + 40;
        int next = d.u8(quoted + 6);
        while (next == 0 || next == 43 || next == 60 || next == 44 || next == 51) {
            if (next == 44 && (d.u16(at + 2) & 0xfff8) != 0) {
                throw d.truncated();
            }
            int size = next == 44 ? 8 : next == 51 ? (d.u8(at + 1) + 2) << 2 : (d.u8(at + 1) + 1) << 3;
            next = d.u8(at);
            at += size;
        }
        int port = d.u16(at + 2);
        d.text(", ").ip6(quoted + 24);
        switch (next) {
            case IpProtocols.TCP -> d.text(" tcp port ").tcpPort(port);
            case IpProtocols.UDP -> d.text(" udp port ").udpPort(port);
            default ->
                d.text(" protocol ")
                        .dec(d.u8(quoted + 6))
                        .text(" port ")
                        .dec(port)
                        .text(" unreachable");
        }
    }

    private static void timeExceeded(Dissection d, int o, int code) {
        switch (code) {
            case 0 -> d.text(" for ").ip6(o + HEADER + 24);
            case 1 -> d.text(" (reassembly)");
            default -> d.text(", unknown code (").dec(code).ch(')');
        }
    }

    private static void parameterProblem(Dissection d, int o, int code) {
        d.check(o + HEADER + 24, 16);
        switch (code) {
            case 0 -> d.text(", erroneous - octet ").dec(d.u32(o + 4));
            case 1 -> d.text(", next header - octet ").dec(d.u32(o + 4));
            case 2 -> d.text(", option - octet ").dec(d.u32(o + 4));
            case 3 -> d.text(", incomplete header chain - octet ").dec(d.u32(o + 4));
            default -> d.text(", code-#").dec(code);
        }
    }

    private static void homeAgents(Dissection d, int o, int length) {
        if (d.verbose == 0) {
            return;
        }
        d.text(", id 0x").hex(d.u16(o + 4), 4);
        for (int i = HEADER; i < length; i += 16) {
            d.text(", ").ip6(o + i);
        }
    }

    private static void mobilePrefix(Dissection d, int o, int length) {
        if (d.verbose == 0) {
            return;
        }
        d.text(", id 0x").hex(d.u16(o + 4), 4);
        int flags = d.u16(o + 6);
        if ((flags & 0xc000) != 0) {
            d.ch(' ');
        }
        if ((flags & 0x8000) != 0) {
            d.ch('M');
        }
        if ((flags & 0x4000) != 0) {
            d.ch('O');
        }
        NeighborDiscovery.options(d, o + HEADER, length - HEADER);
    }
}

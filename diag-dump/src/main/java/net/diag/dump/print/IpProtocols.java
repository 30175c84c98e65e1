package net.diag.dump.print;

import net.diag.dump.print.link.EthernetFrames;
import net.diag.dump.print.net.AuthenticationHeader;
import net.diag.dump.print.net.GrePrinter;
import net.diag.dump.print.net.IcmpPrinter;
import net.diag.dump.print.net.Icmpv6Printer;
import net.diag.dump.print.net.IgmpPrinter;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;
import net.diag.dump.print.transport.TcpPrinter;
import net.diag.dump.print.transport.UdpPrinter;

/**
 * Names and printers by IP protocol number (IANA protocol-numbers). A printer finds its context in the
 * dissection: {@link Dissection#ip}, {@link Dissection#ipVersion}, {@link Dissection#fragmented},
 * {@link Dissection#ttl}.
 */
public final class IpProtocols {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int DCCP = 33;
    public static final int AH = 51;
    public static final int ICMPV6 = 58;
    public static final int SCTP = 132;

    private IpProtocols() {}

    /** The printer of a protocol that looks the same over IPv4 and IPv6, or null. */
    private static Printer printer(int protocol) {
        return switch (protocol) {
            case TCP -> TcpPrinter.INSTANCE;
            case UDP -> UdpPrinter.INSTANCE;
            case 4 -> Ipv4Printer.INSTANCE;
            case 41 -> Ipv6Printer.INSTANCE;
            case 47 -> GrePrinter.INSTANCE;
            default -> null;
        };
    }

    /** The printer of a protocol that exists over IPv4 only, or null. */
    private static Printer ipv4Only(int protocol) {
        return switch (protocol) {
            case ICMP -> IcmpPrinter.INSTANCE;
            case 2 -> IgmpPrinter.INSTANCE;
            default -> null;
        };
    }

    /** The printer of a protocol that exists over IPv6 only, or null. */
    private static Printer ipv6Only(int protocol) {
        return switch (protocol) {
            case ICMPV6 -> Icmpv6Printer.INSTANCE;
            case 143 -> EthernetFrames.NESTED;
            default -> null;
        };
    }

    /** Prints an IP payload. The dissection knows the IP header. */
    public static void print(Dissection d, int protocol, int offset, int length) {
        d.ipProtocol = protocol;
        Printer printer = printer(protocol);
        if (printer == null) {
            Printer four = ipv4Only(protocol);
            Printer six = ipv6Only(protocol);
            printer = d.ipVersion == 4 ? four : six;
            if (printer == null && (four != null || six != null)) {
                d.ch('[')
                        .text(name(protocol))
                        .text(" requires ")
                        .text(four != null ? "IPv4]" : "IPv6]")
                        .invalid();
                return;
            }
        }
        if (printer != null) {
            d.nest(printer, offset, length);
        } else if (protocol == AH) {
            int size = AuthenticationHeader.print(d, offset);
            if (size >= 0) {
                print(d, d.u8(offset), offset + size, length - size);
            }
        } else if (protocol == 59) {
            d.text("no next header");
        } else if (protocol == 77) {
            d.text(" nd ").dec(length);
        } else {
            label(d, protocol);
            d.ch(' ').dec(length);
        }
    }

    /** The protocol as {@code ip-proto-N}, after a blank. */
    public static void label(Dissection d, int protocol) {
        d.text(" ip-proto-").dec(protocol);
    }

    /** The name of a protocol, or {@code unknown}. */
    public static String name(int protocol) {
        return switch (protocol) {
            case 0 -> "HBH";
            case ICMP -> "ICMP";
            case 2 -> "IGMP";
            case 4 -> "IPIP";
            case TCP -> "TCP";
            case 8 -> "EGP";
            case 9 -> "IGRP";
            case UDP -> "UDP";
            case DCCP -> "DCCP";
            case 41 -> "IPv6";
            case 43 -> "Routing";
            case 44 -> "Fragment";
            case 46 -> "RSVP";
            case 47 -> "GRE";
            case 50 -> "ESP";
            case AH -> "AH";
            case 55 -> "Mobile IP";
            case 62 -> "Mobile IP (old)";
            case ICMPV6 -> "ICMPv6";
            case 59 -> "None";
            case 60 -> "Options";
            case 88 -> "EIGRP";
            case 89 -> "OSPF";
            case 103 -> "PIM";
            case 108 -> "Compressed IP";
            case 112 -> "VRRP";
            case 113 -> "PGM";
            case SCTP -> "SCTP";
            case 135 -> "Mobility";
            case 139 -> "HIP";
            case 140 -> "Shim6";
            case 143 -> "Ethernet";
            default -> "unknown";
        };
    }
}

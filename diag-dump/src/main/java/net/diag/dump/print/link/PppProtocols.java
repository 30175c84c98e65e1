package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;

/** Names and printers by PPP protocol number (IANA ppp-numbers). */
final class PppProtocols {
    static final int LCP = 0xc021;
    static final int IPCP = 0x8021;
    static final int IPV6CP = 0x8057;
    static final int CCP = 0x80fd;
    static final int BACP = 0xc02b;
    static final int PAP = 0xc023;
    static final int LQM = 0xc025;
    static final int SPAP = 0xc027;
    static final int CHAP = 0xc223;
    static final int EAP = 0xc227;
    private static final int MULTILINK = 0x003d;
    private static final int BAP = 0xc02d;
    private static final int IPX = 0x002b;
    /** A protocol number that begins with HDLC's flag: the frame is still escaped. */
    private static final int HDLC_FLAG = 0x7e;

    static final Tokens NAMES = Tokens.of(
            0x0021,
            "IP",
            0x0023,
            "OSI",
            0x0025,
            "NS",
            0x0027,
            "DECNET",
            0x0029,
            "APPLE",
            IPX,
            "IPX",
            0x002d,
            "VJC IP",
            0x002f,
            "VJNC IP",
            0x0031,
            "BRPDU",
            0x0033,
            "STII",
            0x0035,
            "VINES",
            MULTILINK,
            "MLPPP",
            0x0057,
            "IP6",
            0x00fd,
            "Compressed",
            0x0201,
            "HELLO",
            0x0231,
            "LUXCOM",
            0x0233,
            "SNS",
            0x0281,
            "MPLS",
            0x0283,
            "MPLS",
            IPCP,
            "IPCP",
            0x8023,
            "OSICP",
            0x8025,
            "NSCP",
            0x8027,
            "DECNETCP",
            0x8029,
            "APPLECP",
            0x802b,
            "IPXCP",
            0x8033,
            "STIICP",
            0x8035,
            "VINESCP",
            IPV6CP,
            "IP6CP",
            CCP,
            "CCP",
            0x8281,
            "MPLSCP",
            LCP,
            "LCP",
            PAP,
            "PAP",
            LQM,
            "LQM",
            SPAP,
            "SPAP",
            BACP,
            "BACP",
            BAP,
            "BAP",
            0xc03d,
            "MLPPP-CP",
            CHAP,
            "CHAP",
            EAP,
            "EAP",
            0xc123,
            "Old-SPAP");
    private static final Tokens FRAGMENT = Tokens.of(0xc0, "begin, end", 0x80, "begin", 0x40, "end");

    private PppProtocols() {}

    /** Prints the payload of a protocol. */
    static void print(Dissection d, int protocol, int o, int length) {
        if (protocol >> 8 == HDLC_FLAG) {
            PppEscapes.print(d, o - 1, length);
            return;
        }
        switch (protocol) {
            case LCP, IPCP, 0x8023, 0x8281, IPV6CP, CCP, BACP -> PppControl.print(d, protocol, o, length);
            case MULTILINK -> multilink(d, o, length);
            case CHAP -> PppAuthentication.chap(d, o, length);
            case PAP -> PppAuthentication.pap(d, o, length);
            case BAP -> {
                // nothing is shown of it
            }
            case 0x00fd -> d.text("compressed PPP data");
            default -> {
                Printer printer = printer(protocol);
                if (printer != null) {
                    d.nest(printer, o, length);
                } else {
                    d.tok(NAMES, "unknown PPP protocol (0x%04x)", protocol).ch(' ');
                    d.unknownData("\n\t", o, length);
                }
            }
        }
    }

    private static Printer printer(int protocol) {
        return switch (protocol) {
            case 0x0021, 0x002f, EtherTypes.IPV4 -> Ipv4Printer.INSTANCE;
            case 0x0057, EtherTypes.IPV6 -> Ipv6Printer.INSTANCE;
            case IPX, 0x8137 -> LlcSaps.ipx();
            case 0x0023 -> LlcSaps.printer(0xfe);
            case 0x0281, 0x0283 -> MplsPrinter.INSTANCE;
            case EAP -> EtherTypes.printer(0x888e);
            default -> null;
        };
    }

    private static void multilink(Dissection d, int o, int length) {
        if (!d.linkHeader) {
            d.text("MLPPP, ");
        }
        if (length < 2) {
            d.text("[|mlppp]");
            return;
        }
        if (!d.has(o, 2)) {
            d.text("[|mlppp]");
            return;
        }
        d.text("seq 0x").hex(d.u16(o) & 0xfff, 3).text(", Flags [");
        d.text(FRAGMENT.name(d.u8(o) & 0xc0, "none")).text("], length ").dec(length);
    }
}

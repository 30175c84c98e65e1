package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;
import net.diag.dump.print.link.EthernetFrames;
import net.diag.dump.print.link.LinkProtocols;
import net.diag.dump.print.link.MplsPrinter;

/** GRE (RFC 1701, 2784, 2890) and PPTP's enhanced GRE (RFC 2637). */
public final class GrePrinter implements Printer {
    public static final GrePrinter INSTANCE = new GrePrinter();

    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int STRICT_ROUTING = 0x0800;
    private static final int ACKNOWLEDGEMENT = 0x0080;
    private static final int VERSION = 0x0007;
    private static final Tokens FLAGS = Tokens.of(
            CHECKSUM,
            "checksum present",
            ROUTING,
            "routing present",
            KEY,
            "key present",
            SEQUENCE,
            "sequence# present",
            STRICT_ROUTING,
            "source routing present",
            ACKNOWLEDGEMENT,
            "ack present");
    private static final int KEEP_ALIVE = 0x0000;
    private static final int OSI = 0x00fe;
    private static final int CDP = 0x2000;
    private static final int TRANSPARENT_BRIDGING = 0x6558;
    private static final int PPP = 0x880b;
    private static final int WCCP = 0x883e;
    private static final int MPLS = 0x8847;
    private static final int NHRP = 0x2001;
    private static final int ERSPAN_2 = 0x88be;
    private static final int ERSPAN_3 = 0x22eb;

    private GrePrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "gre";
        int flags = d.u16(o);
        int version = flags & VERSION;
        d.text("GREv").dec(version);
        switch (version) {
            case 0 -> generic(d, o, length, flags);
            case 1 -> enhanced(d, o, length, flags);
            default -> d.text(" ERROR: unknown-version");
        }
    }

    private static void flags(Dissection d, int flags) {
        if (d.verbose > 0) {
            d.text(", Flags [").bits(FLAGS, "none", flags).ch(']');
        }
    }

    private static void generic(Dissection d, int o, int length, int flags) {
        flags(d, flags);
        int type = d.u16(o + 2);
        int at = o + 4;
        if ((flags & (CHECKSUM | ROUTING)) != 0) {
            int sum = d.u16(at);
            if (d.verbose > 0) {
                d.text(", sum 0x").hex(sum);
            }
            d.text(", off 0x").hex(d.u16(at + 2));
            at += 4;
        }
        if ((flags & KEY) != 0) {
            long key = d.u32(at);
            d.text(", key=0x").hex(key);
            at += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            long sequence = d.u32(at);
            d.text(", seq ").dec(sequence);
            at += 4;
        }
        if ((flags & ROUTING) != 0) {
            at = GreRouting.print(d, at, o + length);
        }
        if (d.linkHeader) {
            TunnelProtocol.name(d, type);
        }
        d.text(", length ").dec(length).text(d.verbose > 0 ? "\n\t" : ": ");
        payload(d, at, length - (at - o), type, (flags & SEQUENCE) != 0);
    }

    private static void payload(Dissection d, int o, int length, int type, boolean sequence) {
        switch (type) {
            case KEEP_ALIVE -> d.text("keep-alive");
            case WCCP -> wccp(d, o, length);
            case ERSPAN_2 -> Erspan.type1Or2(d, o, length, sequence);
            case ERSPAN_3 -> Erspan.type3(d, o, length);
            default -> {
                Printer printer = printer(type);
                if (printer == null) {
                    d.text("gre-proto-0x").hex(type);
                } else {
                    d.selector = type;
                    d.nest(printer, o, length);
                }
            }
        }
    }

    private static Printer printer(int type) {
        return switch (type) {
            case EtherTypes.IPV4 -> Ipv4Printer.INSTANCE;
            case EtherTypes.IPV6 -> Ipv6Printer.INSTANCE;
            case MPLS -> MplsPrinter.INSTANCE;
            case OSI -> LinkProtocols.osi();
            case CDP -> LinkProtocols.cisco(CDP);
            case NHRP -> EtherTypes.printer(NHRP);
            case TRANSPARENT_BRIDGING -> EthernetFrames.NESTED;
            default -> null;
        };
    }

    /** Packets that a router redirects to a web cache (draft-wilson-wrec-wccp-v2): four bytes, then IPv4. */
    private static void wccp(Dissection d, int o, int length) {
        d.protocol = "gre-wccp";
        d.text("wccp ");
        if (length < 4) {
            d.invalid();
            return;
        }
        int bits = d.u8(o);
        d.check(o, 4);
        d.text("T:").dec(bits >> 7).text(" A:").dec(bits >> 6 & 1).text(" U:").dec(bits >> 5 & 1);
        d.text(" SId:").dec(d.u8(o + 1)).text(" Alt:").dec(d.u8(o + 2));
        d.text(" Pri:").dec(d.u8(o + 3)).text(": ");
        d.nest(Ipv4Printer.INSTANCE, o + 4, length - 4);
    }

    private static void enhanced(Dissection d, int o, int length, int flags) {
        flags(d, flags);
        int type = d.u16(o + 2);
        int at = o + 4;
        if ((flags & KEY) != 0) {
            long key = d.u32(at);
            d.text(", call ").dec(key & 0xffff);
            at += 4;
        }
        if ((flags & SEQUENCE) != 0) {
            long sequence = d.u32(at);
            d.text(", seq ").dec(sequence);
            at += 4;
        }
        if ((flags & ACKNOWLEDGEMENT) != 0) {
            long acknowledged = d.u32(at);
            d.text(", ack ").dec(acknowledged);
            at += 4;
        }
        if ((flags & SEQUENCE) == 0) {
            d.text(", no-payload");
        }
        if (d.linkHeader) {
            TunnelProtocol.name(d, type);
        }
        d.text(", length ").dec(length);
        if ((flags & SEQUENCE) == 0) {
            return;
        }
        d.text(d.verbose > 0 ? "\n\t" : ": ");
        Printer ppp = type == PPP ? EtherTypes.printer(PPP) : null;
        if (ppp == null) {
            d.text("gre-proto-0x").hex(type);
        } else {
            d.nest(ppp, at, length - (at - o));
        }
    }
}

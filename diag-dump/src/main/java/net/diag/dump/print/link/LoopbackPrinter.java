package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.LinkPrinter;
import net.diag.dump.print.Printer;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;

/** BSD loopback frames (LINKTYPE_NULL, LINKTYPE_LOOP): an address family of four bytes, in either byte order. */
public final class LoopbackPrinter implements LinkPrinter {
    public static final LoopbackPrinter INSTANCE = new LoopbackPrinter();

    private static final int HEADER = 4;

    private LoopbackPrinter() {}

    @Override
    public int print(Dissection d, int o, int length) {
        d.protocol = "null";
        d.check(o, HEADER);
        if (length < HEADER) {
            throw d.truncated();
        }
        long family = d.le32(o);
        if (family > 0xffff) {
            family = d.u32(o);
        }
        if (d.linkHeader) {
            header(d, family, length);
        }
        Printer printer = printer(family);
        if (printer != null) {
            d.nest(printer, o + HEADER, length - HEADER);
        } else {
            if (!d.linkHeader) {
                header(d, family, length);
            }
            if (!d.suppressDump()) {
                d.defaultDump(o + HEADER, d.available(o + HEADER));
            }
        }
        return HEADER;
    }

    private static Printer printer(long family) {
        return switch ((int) family) {
            case 2 -> Ipv4Printer.INSTANCE;
            case 24, 28, 30 -> Ipv6Printer.INSTANCE;
            case 7 -> LlcSaps.printer(0xfe);
            case 16 -> EtherTypes.printer(0x809b);
            case 23 -> LlcSaps.ipx();
            default -> null;
        };
    }

    private static void header(Dissection d, long family, int length) {
        String name = switch ((int) family) {
            case 2 -> "IPv4";
            case 24, 28, 30 -> "IPv6";
            case 6 -> "NS";
            case 7 -> "ISO";
            case 16 -> "AppleTalk";
            case 23 -> "IPX";
            default -> "Unknown";
        };
        if (d.quiet) {
            d.text(name);
        } else {
            d.text("AF ").text(name).text(" (").dec(family).ch(')');
        }
        d.text(", length ").dec(length).text(": ");
    }
}

package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.LinkPrinter;
import net.diag.dump.print.Printer;

/** PPP frames (RFC 1661): a protocol number, compressed or not, behind an optional address and control field. */
public final class PppPrinter implements Printer {
    public static final PppPrinter INSTANCE = new PppPrinter();
    /** Whole frames of link type PPP. */
    public static final LinkPrinter LINK = PppPrinter::link;

    private static final int MINIMUM = 4;

    private PppPrinter() {}

    private static int link(Dissection d, int o, int length) {
        d.protocol = "ppp";
        if (d.available(o) < MINIMUM) {
            d.truncationMark();
            return d.available(o);
        }
        INSTANCE.print(d, o, length);
        return 0;
    }

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "ppp";
        if (length < 2) {
            throw d.truncated();
        }
        int at = o;
        int left = length;
        int first = d.u16(o);
        if (first == 0xff03 || first == 0x0003 || first == 0x0103) {
            if (d.linkHeader && first != 0xff03) {
                d.text(first == 0x0003 ? "In  " : "Out ");
            }
            at += 2;
            left -= 2;
        }
        if (left < 2) {
            throw d.truncated();
        }
        int protocol = d.u8(at);
        if ((protocol & 1) != 0) {
            at++;
            left--;
        } else {
            protocol = d.u16(at);
            at += 2;
            left -= 2;
        }
        if (d.linkHeader) {
            String name = PppProtocols.NAMES.name(protocol);
            d.text(name == null ? "unknown" : name).text(" (0x").hex(protocol, 4);
            d.text("), length ").dec(length);
            if (name == null) {
                return;
            }
            d.text(": ");
        }
        PppProtocols.print(d, protocol, at, left);
    }
}

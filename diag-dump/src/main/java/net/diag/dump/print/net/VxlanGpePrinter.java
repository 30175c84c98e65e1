package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.Printer;
import net.diag.dump.print.link.EthernetFrames;

/** VXLAN generic protocol extension (draft-ietf-nvo3-vxlan-gpe): VXLAN with a next-protocol field. */
public final class VxlanGpePrinter implements Printer {
    public static final VxlanGpePrinter INSTANCE = new VxlanGpePrinter();

    private static final int NSH = 0x894f;
    private static final int[] FLAG_BITS = {8, 4, 2, 1};
    private static final String FLAG_NAMES = "IPBO";

    private VxlanGpePrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "vxlan_gpe";
        d.text("VXLAN-GPE, ");
        if (length < VxlanPrinter.HEADER) {
            d.text(" (len ").dec(length).text(" < 8)").invalid();
            return;
        }
        int flags = d.u8(o);
        d.text("flags [");
        if ((flags & 15) == 0) {
            d.text("none");
        }
        for (int i = 0; i < FLAG_BITS.length; i++) {
            if ((flags & FLAG_BITS[i]) != 0) {
                d.ch(FLAG_NAMES.charAt(i));
            }
        }
        d.text("], ");
        int next = d.u8(o + 3);
        d.check(o + 4, 3);
        d.text("vni ").dec(d.u24(o + 4));
        d.check(o + 7, 1);
        d.text(d.verbose > 0 ? "\n    " : ": ");
        Printer printer = switch (next) {
            case 1 -> Ipv4Printer.INSTANCE;
            case 2 -> Ipv6Printer.INSTANCE;
            case 3 -> EthernetFrames.NESTED;
            case 4 -> EtherTypes.printer(NSH);
            default -> null;
        };
        if (printer == null) {
            d.text("ERROR: unknown-next-protocol").invalid();
        } else {
            d.nest(printer, o + VxlanPrinter.HEADER, length - VxlanPrinter.HEADER);
        }
    }
}

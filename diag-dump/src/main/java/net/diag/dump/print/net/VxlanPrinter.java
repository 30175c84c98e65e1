package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.link.EthernetFrames;

/** VXLAN (RFC 7348): Ethernet frames in UDP. */
public final class VxlanPrinter implements Printer {
    public static final VxlanPrinter INSTANCE = new VxlanPrinter();

    static final int HEADER = 8;
    private static final int INSTANCE_FLAG = 0x08;

    private VxlanPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "vxlan";
        d.text("VXLAN");
        if (length < HEADER) {
            d.invalid();
            return;
        }
        d.check(o, HEADER);
        int flags = d.u8(o);
        d.text(", flags [")
                .text((flags & INSTANCE_FLAG) != 0 ? "I" : "invalid")
                .text("] (0x")
                .hex(flags, 2);
        d.text("), vni ").dec(d.u24(o + 4)).ch('\n');
        d.nest(EthernetFrames.NESTED, o + HEADER, length - HEADER);
    }
}

package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;

/** ICMP (RFC 792 and its followers). */
public final class IcmpPrinter implements Printer {
    public static final IcmpPrinter INSTANCE = new IcmpPrinter();

    private IcmpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "icmp";
        int type = d.u8(o);
        d.text("ICMP ");
        switch (type) {
            case 8, 0 -> {
                d.text(type == 8 ? "echo request" : "echo reply");
                d.text(", id ").dec(d.u16(o + 4)).text(", seq ").dec(d.u16(o + 6));
            }
            default -> d.text("type-#").dec(type);
        }
        d.text(", length ").dec(length);
    }
}

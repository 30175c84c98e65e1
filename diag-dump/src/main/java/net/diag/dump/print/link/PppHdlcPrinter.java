package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.LinkPrinter;

/** PPP in HDLC-like framing (RFC 1662), and Cisco's HDLC, which its address bytes tell apart. */
public final class PppHdlcPrinter implements LinkPrinter {
    public static final PppHdlcPrinter INSTANCE = new PppHdlcPrinter();

    private static final int HEADER = 4;

    private PppHdlcPrinter() {}

    @Override
    public int print(Dissection d, int o, int length) {
        d.protocol = "ppp_hdlc";
        if (d.available(o) < 2 || length < 2) {
            d.truncationMark();
            return d.available(o);
        }
        int address = d.u8(o);
        if (d.available(o) < HEADER) {
            d.truncationMark();
            return d.available(o);
        }
        if (d.linkHeader) {
            d.hex(address, 2).ch(' ').hex(d.u8(o + 1), 2).ch(' ').dec(length).ch(' ');
        }
        if (address != 0xff) {
            d.text("unknown addr ").hex(d.u8(o + 2), 2).text("; ctrl ").hex(d.u8(o + 3), 2);
            return 2;
        }
        int protocol = d.u16(o + 2);
        d.tok(PppProtocols.NAMES, "unknown PPP protocol (0x%04x)", protocol).text(": ");
        PppProtocols.print(d, protocol, o + HEADER, length - HEADER);
        return HEADER;
    }
}

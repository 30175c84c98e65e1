package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;

/** PPP frames as on an asynchronous line (RFC 1662): special bytes are escaped by 0x7d. */
final class PppEscapes {
    private static final int ESCAPE = 0x7d;
    private static final int ADDRESS_AND_CONTROL = 0xff03;

    private PppEscapes() {}

    /** Undoes the escapes and prints the frame. */
    static void print(Dissection d, int o, int length) {
        if (length <= 0) {
            return;
        }
        int visible = Math.min(length, d.available(o));
        byte[] plain = new byte[visible];
        int count = 0;
        for (int i = 0; i < visible; i++) {
            int c = d.u8(o + i);
            if (c == ESCAPE) {
                if (i + 1 >= visible) {
                    break;
                }
                c = d.u8(o + ++i) ^ 0x20;
            }
            plain[count++] = (byte) c;
        }
        Dissection.View outer = d.replace(plain, 0, count);
        int headerBefore = d.ip;
        frame(d, count);
        d.ip = headerBefore;
        d.restore(outer);
    }

    private static void frame(Dissection d, int length) {
        if (length < 1) {
            throw d.truncated();
        }
        switch (d.u8(0)) {
            case 0x21 -> d.nest(Ipv4Printer.INSTANCE, 1, length - 1);
            case 0x57 -> d.nest(Ipv6Printer.INSTANCE, 1, length - 1);
            default -> {
                int protocol = d.u16(0);
                if (protocol == ADDRESS_AND_CONTROL) {
                    int inner = d.u16(2);
                    d.nest((x, at, n) -> PppProtocols.print(x, inner, at, n), 4, length - 4);
                } else {
                    d.nest((x, at, n) -> PppProtocols.print(x, protocol, at, n), 2, length - 2);
                }
            }
        }
    }
}

package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;

/** Router renumbering (RFC 2894). */
final class RouterRenumbering {
    private RouterRenumbering() {}

    static void print(Dissection d, int o, int code) {
        switch (code) {
            case 0 -> d.text(", command");
            case 1 -> d.text(", result");
            case 255 -> d.text(", sequence number reset");
            default -> d.text(", code-#").dec(code);
        }
        d.text(", seq=").dec(d.u32(o + 4));
        if (d.verbose > 0) {
            int flags = d.u8(o + 9);
            d.ch('[');
            if ((flags & 0xf8) != 0) {
                for (int bit = 0; bit < 5; bit++) {
                    if ((flags & 0x80 >> bit) != 0) {
                        d.ch("TRASP".charAt(bit));
                    }
                }
                d.ch(',');
            }
            d.text("seg=").dec(d.u8(o + 8)).text(",maxdelay=").dec(d.u16(o + 10));
            if (d.u32(o + 12) != 0) {
                d.text("rsvd=0x").hex(d.u32(o + 12));
            }
            d.ch(']');
        }
        if (code == 0) {
            command(d, o + 16);
        }
    }

    private static void command(Dissection d, int o) {
        d.check(o, 24);
        d.text(" match(");
        switch (d.u8(o)) {
            case 1 -> d.text("add");
            case 2 -> d.text("change");
            case 3 -> d.text("setglobal");
            default -> d.ch('#').dec(d.u8(o));
        }
        if (d.verbose > 0) {
            d.text(",ord=")
                    .dec(d.u8(o + 2))
                    .text(",min=")
                    .dec(d.u8(o + 4))
                    .text(",max=")
                    .dec(d.u8(o + 5));
        }
        d.ch(',').ip6Text(o + 8).ch('/').dec(d.u8(o + 3)).ch(')');
        int use = o + 24;
        d.check(use, 32);
        d.text(" use(");
        if (d.verbose > 0) {
            d.text("mask=0x")
                    .hex(d.u8(use + 2))
                    .text(",raflags=0x")
                    .hex(d.u8(use + 3))
                    .ch(',');
            lifetime(d, "vltime=", d.u32(use + 4));
            lifetime(d, "pltime=", d.u32(use + 8));
        }
        d.ip6Text(use + 16).ch('/').dec(d.u8(use)).ch('/').dec(d.u8(use + 1)).ch(')');
    }

    private static void lifetime(Dissection d, String name, long seconds) {
        d.text(name);
        if (seconds == 0xffffffffL) {
            d.text("infty,");
        } else {
            d.dec(seconds).ch(',');
        }
    }
}

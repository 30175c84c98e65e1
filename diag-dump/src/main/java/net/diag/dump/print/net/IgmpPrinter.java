package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** IGMP (RFC 1112, 2236, 3376) and what travels under its number: DVMRP, PIM version 1, mtrace. */
public final class IgmpPrinter implements Printer {
    public static final IgmpPrinter INSTANCE = new IgmpPrinter();

    static final Tokens RECORDS = Tokens.from(1, "is_in", "is_ex", "to_in", "to_ex", "allow", "block");

    private IgmpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "igmp";
        if (d.quiet) {
            d.text("igmp");
            return;
        }
        int type = d.u8(o);
        switch (type) {
            case 0x11 -> query(d, o, length);
            case 0x12 -> report(d, o, "igmp v1 report ");
            case 0x16 -> report(d, o, "igmp v2 report ");
            case 0x17 -> report(d, o, "igmp leave ");
            case 0x22 -> version3Report(d, o, length);
            case 0x13 -> {
                d.text("igmp dvmrp");
                if (length < 8) {
                    d.text(" [len ").dec(length).ch(']');
                } else {
                    dvmrp(d, o, length);
                }
            }
            case 0x14 -> {
                d.text("igmp pimv1");
                pimVersion1(d, o, length);
            }
            case 0x1e -> trace(d, o, length, "mresp");
            case 0x1f -> trace(d, o, length, "mtrace");
            default -> d.text("igmp-").dec(type);
        }
        if (d.verbose > 0 && length >= 2 && d.has(o, length) && d.checksum(o, length) != 0) {
            d.text(" bad igmp cksum ").hex(d.u16(o + 2)).ch('!');
        }
    }

    private static void dvmrp(Dissection d, int o, int length) {
        Printer printer = IgmpKin.dvmrp();
        if (printer != null) {
            d.nest(printer, o, length);
        }
    }

    private static void pimVersion1(Dissection d, int o, int length) {
        Printer printer = IgmpKin.pimVersion1();
        if (printer != null) {
            d.nest(printer, o, length);
        }
    }

    private static void report(Dissection d, int o, String text) {
        d.text(text).ip4(o + 4);
    }

    private static void query(Dissection d, int o, int length) {
        d.text("igmp query");
        int code = d.u8(o + 1);
        if (length >= 12) {
            version3Query(d, o, length, code);
            return;
        }
        if (code != 0) {
            d.text(" v2");
            if (code != 100) {
                d.text(" [max resp time ").dec(code).ch(']');
            }
        } else {
            d.text(" v1");
        }
        if (d.u32(o + 4) != 0) {
            d.text(" [gaddr ").ip4(o + 4).ch(']');
        }
    }

    private static void version3Query(Dissection d, int o, int length, int code) {
        d.text(" v3");
        if ((length & 3) != 0) {
            d.text(" [invalid len ").dec(length).ch(']');
            return;
        }
        int tenths = code < 128 ? code : (code & 15 | 16) << ((code >> 4 & 7) + 3);
        if (code != 100) {
            d.text(" [max resp time ");
            if (tenths < 600) {
                d.dec(tenths / 10).ch('.').dec(tenths % 10).text("s]");
            } else {
                d.relativeTime(tenths / 10).ch(']');
            }
        }
        if (d.u32(o + 4) == 0) {
            return;
        }
        d.text(" [gaddr ").ip4(o + 4);
        int sources = d.u16(o + 10);
        if (sources > 0) {
            if (12 + (sources << 2) > length) {
                d.text(" [invalid number of sources ").dec(sources).ch(']');
            } else if (d.verbose > 1) {
                d.text(" {");
                for (int i = 0; i < sources; i++) {
                    d.ch(' ').ip4(o + 12 + 4 * i);
                }
                d.text(" }");
            } else {
                d.text(", ").dec(sources).text(" source(s)");
            }
        }
        d.ch(']');
    }

    private static void version3Report(Dissection d, int o, int length) {
        d.text("igmp v3 report");
        if (length < 16 || (length & 3) != 0) {
            d.text(" [invalid len ").dec(length).ch(']');
            return;
        }
        int groups = d.u16(o + 6);
        d.text(", ").dec(groups).text(" group record(s)");
        int at = 8;
        for (int i = 0; i < groups; i++) {
            if (length < at + 8) {
                d.text(" [invalid number of groups]");
                return;
            }
            d.text(" [gaddr ").ip4(o + at + 4);
            d.ch(' ').tok(RECORDS, " [v3-report-#%u]", d.u8(o + at));
            int sources = d.u16(o + at + 2);
            if (length < at + 8 + (sources << 2)) {
                d.text(" [invalid number of sources ").dec(sources).ch(']');
                return;
            }
            if (d.verbose > 1) {
                d.text(" {");
                for (int k = 0; k < sources; k++) {
                    d.ch(' ').ip4(o + at + 8 + 4 * k);
                }
                d.text(" }");
            } else {
                d.text(", ").dec(sources).text(" source(s)");
            }
            d.ch(']');
            at += 8 + (sources << 2);
        }
    }

    private static void trace(Dissection d, int o, int length, String name) {
        d.protocol = name;
        if (length < 24) {
            d.text(" [invalid len ").dec(length).ch(']');
            return;
        }
        d.text(name).ch(' ').dec(d.u24(o + 21)).text(": ");
        d.ip4(o + 8).text(" to ").ip4(o + 12).text(" reply-to ").ip4(o + 16);
        if (d.u32(o + 4) >>> 28 == 14) {
            d.text(" with-ttl ").dec(d.u8(o + 20));
        }
    }
}

package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;

/** Multicast listener discovery (RFC 2710, RFC 3810). */
final class Mld {
    private Mld() {}

    static void print(Dissection d, int o, int length, int type) {
        switch (type) {
            case 130 -> {
                if (length == 24) {
                    version1(d, o);
                } else if (length >= 28) {
                    d.text(" v2");
                    query(d, o, length);
                } else {
                    d.text(" unknown-version (len ").dec(length).text(") ");
                }
            }
            case 143 -> report(d, o, length);
            default -> version1(d, o);
        }
    }

    private static void version1(Dissection d, int o) {
        if (!d.has(o, 24)) {
            return;
        }
        d.text("max resp delay: ").dec(d.u16(o + 4)).text(" addr: ").ip6(o + 8);
    }

    private static void query(Dissection d, int o, int length) {
        int code = d.u16(o + 4);
        if (d.verbose > 0) {
            int delay = code < 32768 ? code : (code & 0xfff | 0x1000) << ((code >> 12 & 7) + 3);
            d.text(" [max resp delay=").dec(delay).ch(']');
        }
        d.text(" [gaddr ").ip6(o + 8);
        if (d.verbose > 0) {
            int flags = d.u8(o + 24);
            if ((flags & 8) != 0) {
                d.text(" sflag");
            }
            if ((flags & 7) != 0) {
                d.text(" robustness=").dec(flags & 7);
            }
            int interval = d.u8(o + 25);
            d.text(" qqi=").dec(interval < 128 ? interval : (interval & 15 | 16) << ((interval >> 4 & 7) + 3));
        }
        int sources = d.u16(o + 26);
        if (sources > 0) {
            if (length < 28 + sources * 16) {
                d.text(" [invalid number of sources]");
            } else {
                sources(d, o + 28, sources);
            }
        }
        d.ch(']');
    }

    private static void sources(Dissection d, int o, int count) {
        if (d.verbose <= 1) {
            d.text(", ").dec(count).text(" source(s)");
            return;
        }
        d.text(" {");
        for (int i = 0; i < count; i++) {
            d.ch(' ').ip6(o + 16 * i);
        }
        d.text(" }");
    }

    private static void report(Dissection d, int o, int length) {
        if (length < 8) {
            d.text(" [invalid len ").dec(length).ch(']');
            return;
        }
        int groups = d.u16(o + 6);
        d.text(", ").dec(groups).text(" group record(s)");
        if (d.verbose == 0) {
            return;
        }
        int at = 8;
        for (int i = 0; i < groups; i++) {
            if (length < at + 20) {
                d.text(" [invalid number of groups]");
                return;
            }
            d.text(" [gaddr ").ip6(o + at + 4);
            d.ch(' ').tok(IgmpPrinter.RECORDS, " [v2-report-#%u]", d.u8(o + at));
            int sources = d.u16(o + at + 2);
            if (length < at + 20 + sources * 16) {
                d.text(" [invalid number of sources ").dec(sources).ch(']');
                return;
            }
            sources(d, o + at + 20, sources);
            at += 20 + sources * 16;
            d.ch(']');
        }
    }
}

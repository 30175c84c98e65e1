package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;

/**
 * MPLS label stacks (RFC 3032). Nothing names the payload: it follows from the explicit-null labels or
 * else from its first byte.
 */
public final class MplsPrinter implements Printer {
    public static final MplsPrinter INSTANCE = new MplsPrinter();

    private static final int ENTRY = 4;
    private static final int BOTTOM = 0x100;
    private static final int RESERVED_LABELS = 16;
    private static final Tokens LABELS =
            Tokens.from(0, "IPv4 explicit NULL", "router alert", "IPv6 explicit NULL", "implicit NULL");

    private MplsPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "mpls";
        d.text("MPLS");
        int at = o;
        int left = length;
        int depth = 0;
        long entry;
        do {
            if (left < ENTRY) {
                d.invalid();
                return;
            }
            entry = d.u32(at);
            int label = (int) (entry >> 12);
            d.text(depth > 0 && d.verbose > 0 ? "\n\t" : " ").text("(label ").dec(label);
            if (d.verbose > 0 && label < RESERVED_LABELS) {
                d.text(" (").text(LABELS.name(label, "rsvd")).ch(')');
            }
            d.text(", tc ").dec(entry >> 9 & 7);
            if ((entry & BOTTOM) != 0) {
                d.text(", [S]");
            }
            d.text(", ttl ").dec(entry & 0xff).ch(')');
            depth++;
            at += ENTRY;
            left -= ENTRY;
        } while ((entry & BOTTOM) == 0);
        payload(d, at, left, (int) (entry >> 12));
    }

    private static void payload(Dissection d, int o, int length, int label) {
        if (length < 1) {
            return;
        }
        Printer printer = printer(label, d.u8(o));
        if (printer == null) {
            if (!d.suppressDump()) {
                d.defaultDump(o, length);
            }
            return;
        }
        d.text(d.verbose > 0 ? "\n\t" : " ");
        d.nest(printer, o, length);
    }

    private static Printer printer(int label, int first) {
        return switch (label) {
            case 0, 3 -> Ipv4Printer.INSTANCE;
            case 2 -> Ipv6Printer.INSTANCE;
            default -> {
                if (first >= 0x45 && first <= 0x4f) {
                    yield Ipv4Printer.INSTANCE;
                }
                if (first >= 0x60 && first <= 0x6f) {
                    yield Ipv6Printer.INSTANCE;
                }
                yield first >= 0x81 && first <= 0x83 ? LlcSaps.printer(0xfe) : null;
            }
        };
    }
}

package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The IPv6 mobility header (RFC 6275). */
final class MobilityPrinter {
    private static final int NO_NEXT_HEADER = 59;
    private static final int[] MINIMUM = {8, 16, 16, 24, 24, 12, 12, 24};
    private static final Tokens TYPES = Tokens.from(0, "BRR", "HoTI", "CoTI", "HoT", "CoT", "BU", "BA", "BE");
    private static final Tokens UPDATE_FLAGS = Tokens.of(0x8000, "A", 0x4000, "H", 0x2000, "L", 0x1000, "K");

    private MobilityPrinter() {}

    static void print(Dissection d, int o, int rest) {
        d.protocol = "mobility";
        d.text("mobility: ");
        int payload = d.u8(o);
        if (payload != NO_NEXT_HEADER) {
            d.text("(payload protocol ").dec(payload).text(" should be 59) ");
        }
        int size = (d.u8(o + 1) + 1) << 3;
        int type = d.u8(o + 2);
        d.tok(TYPES, "type-#%u", type);
        if (type < MINIMUM.length && size < MINIMUM[type]) {
            d.text(" (header length ")
                    .dec(size)
                    .text(" < ")
                    .dec(MINIMUM[type])
                    .ch(')')
                    .invalid();
            return;
        }
        int options = message(d, o, type);
        if (options < 0) {
            options = size;
        }
        if (d.verbose > 0) {
            options(d, o + options, size - options);
        }
    }

    /** Prints the fixed part; returns its length, or -1 for an unknown type. */
    private static int message(Dissection d, int o, int type) {
        switch (type) {
            case 0 -> {
                return 8;
            }
            case 1, 2 -> {
                if (d.verbose > 0) {
                    d.check(o + 8, 8);
                    d.text(type == 1 ? " Home Init Cookie=" : " Care-of Init Cookie=");
                    d.hex(d.u32(o + 8), 8).ch(':').hex(d.u32(o + 12), 8);
                }
                return 16;
            }
            case 3, 4 -> {
                d.text(" nonce id=0x").hex(d.u16(o + 6));
                if (d.verbose > 0) {
                    String which = type == 3 ? " Home" : " Care-of";
                    d.check(o + 8, 8);
                    d.text(which)
                            .text(" Init Cookie=")
                            .hex(d.u32(o + 8), 8)
                            .ch(':')
                            .hex(d.u32(o + 12), 8);
                    d.check(o + 16, 8);
                    d.text(which)
                            .text(" Keygen Token=")
                            .hex(d.u32(o + 16), 8)
                            .ch(':')
                            .hex(d.u32(o + 20), 8);
                }
                return 24;
            }
            case 5 -> {
                d.text(" seq#=").dec(d.u16(o + 6));
                int flags = d.u16(o + 8) & 0xf000;
                if (flags != 0) {
                    d.ch(' ').bits(UPDATE_FLAGS, "bits-#0x%x", flags, "");
                }
                d.text(" lifetime=").dec(d.u16(o + 10) << 2);
                return 12;
            }
            case 6 -> {
                d.text(" status=").dec(d.u8(o + 6));
                if ((d.u8(o + 7) & 0x80) != 0) {
                    d.text(" K");
                }
                d.text(" seq#=").dec(d.u16(o + 8)).text(" lifetime=").dec(d.u16(o + 10) << 2);
                return 12;
            }
            case 7 -> {
                d.text(" status=").dec(d.u8(o + 6)).text(" homeaddr ").ip6(o + 8);
                return 24;
            }
            default -> {
                return -1;
            }
        }
    }

    private static void options(Dissection d, int o, int length) {
        int i = 0;
        while (i < length) {
            int type = d.u8(o + i);
            if (type == 0) {
                d.text("(pad1)");
                i++;
                continue;
            }
            String name = switch (type) {
                case 1 -> "padn";
                case 2 -> "refresh";
                case 3 -> "alt-CoA";
                case 4 -> "ni";
                case 5 -> "auth";
                default -> "unknown";
            };
            int size = d.u8(o + i + 1) + 2;
            d.ch('(').text(name);
            option(d, o + i, type, size);
            d.ch(')');
            i += size;
        }
    }

    private static void option(Dissection d, int o, int type, int size) {
        switch (type) {
            case 2 -> d.text(": ").dec(d.u16(o + 2) << 2);
            case 3 -> d.text(": ").ip6(o + 2);
            case 4 -> {
                d.text(": ");
                d.check(o + 2, 4);
                d.text("ho=0x").hex(d.u16(o + 2), 4).text(" co=0x").hex(d.u16(o + 4), 4);
            }
            case 1, 5 -> {}
            default -> d.text(": type-#").dec(type).text(" len=").dec(size - 2);
        }
    }
}

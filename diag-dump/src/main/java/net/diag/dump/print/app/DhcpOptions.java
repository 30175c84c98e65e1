package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The options of a DHCP message (RFC 2132), one a line. */
final class DhcpOptions {
    private static final int REQUESTS_A_LINE = 4;
    private static final Tokens MESSAGES = Tokens.of(
            1,
            "Discover",
            2,
            "Offer",
            3,
            "Request",
            4,
            "Decline",
            5,
            "ACK",
            6,
            "NACK",
            7,
            "Release",
            8,
            "Inform",
            10,
            "LeaseQuery",
            11,
            "LeaseUnassigned",
            12,
            "LeaseUnknown",
            13,
            "LeaseActive");

    private DhcpOptions() {}

    /** Print the options from {@code o} to the end tag, or to the end of the packet. */
    static void print(Dissection d, int o) {
        int at = o;
        while (d.has(at, 1)) {
            int tag = d.u8(at++);
            if (tag == DhcpTags.PAD && d.verbose < 3) {
                continue;
            }
            if (tag == DhcpTags.END && d.verbose < 3) {
                return;
            }
            int length = 0;
            if (tag != DhcpTags.PAD && tag != DhcpTags.END) {
                length = d.u8(at++);
            }
            d.text("\n\t    ")
                    .text(DhcpTags.name(tag))
                    .text(" (")
                    .dec(tag)
                    .text("), length ")
                    .dec(length);
            if (length > 0) {
                d.text(": ");
            }
            if (tag == DhcpTags.PAD) {
                at = pads(d, at);
                continue;
            }
            if (tag == DhcpTags.END) {
                continue;
            }
            d.check(at, length);
            int left = value(d, tag, at, length);
            if (left > 0) {
                d.text("\n\t  trailing data length ").dec(left);
            }
            at += length;
        }
    }

    private static int pads(Dissection d, int o) {
        int at = o;
        int n = 1;
        while (d.has(at, 1) && d.u8(at) == DhcpTags.PAD) {
            at++;
            n++;
        }
        if (n > 1) {
            d.text(", occurs ").dec(n);
        }
        return at;
    }

    /** Print one value; how many of its bytes were left over. */
    private static int value(Dissection d, int tag, int o, int length) {
        if (tag == DhcpTags.MESSAGE_TYPE && length == 1) {
            d.tok(MESSAGES, "Unknown (%u)", d.u8(o));
            return 0;
        }
        if (tag == DhcpTags.PARAMETER_REQUEST) {
            for (int i = 0; i < length; i++) {
                int requested = d.u8(o + i);
                d.text(i % REQUESTS_A_LINE == 0 ? "\n\t      " : ", ");
                d.text(DhcpTags.name(requested)).text(" (").dec(requested).ch(')');
            }
            return 0;
        }
        char format = DhcpTags.format(tag, length);
        if (tag == DhcpTags.MESSAGE_TYPE) {
            format = 'b';
        }
        return switch (format) {
            case 'a' -> {
                d.ch('"').string(o, length).ch('"');
                yield 0;
            }
            case 'i', 'l', 'L' -> list(d, format, o, length, 4);
            case 'p' -> list(d, format, o, length, 8);
            case 's' -> list(d, format, o, length, 2);
            case 'B', 'b' -> list(d, format, o, length, 1);
            default -> DhcpSpecialOptions.print(d, tag, o, length);
        };
    }

    private static int list(Dissection d, char format, int o, int length, int size) {
        int at = o;
        for (; o + length - at >= size; at += size) {
            if (at > o) {
                d.ch(format == 'b' ? '.' : ',');
            }
            switch (format) {
                case 'i' -> d.ip4(at);
                case 'p' -> d.ch('(').ip4(at).ch(':').ip4(at + 4).ch(')');
                case 'l' -> d.dec(d.s32(at));
                case 'L' -> d.dec(d.u32(at));
                case 's' -> d.dec(d.u16(at));
                case 'B' -> {
                    int v = d.u8(at);
                    if (v > 1) {
                        d.dec(v).ch('?');
                    } else {
                        d.ch(v == 1 ? 'Y' : 'N');
                    }
                }
                default -> d.dec(d.u8(at));
            }
        }
        return o + length - at;
    }
}

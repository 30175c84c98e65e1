package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;

/** ICMPv6 node information queries (RFC 4620). */
final class NodeInformation {
    private static final int HEADER = 16;
    private static final String FLAG_LETTERS = "aGSLCAT";

    private NodeInformation() {}

    static void query(Dissection d, int o, int length) {
        if (length == 8) {
            d.text(" who-are-you request");
            return;
        }
        d.text(" node information query");
        d.check(o, HEADER);
        d.text(" (");
        int type = d.u16(o + 4);
        type(d, type, d.u16(o + 6), true);
        if (type == 0 || type == 1) {
            if (length != HEADER && d.verbose > 0) {
                d.text(", invalid len");
            }
        } else if (length == HEADER) {
            d.text(", 03 draft");
        } else {
            subject(d, o, length);
        }
        d.ch(')');
    }

    private static void type(Dissection d, int type, int flags, boolean asked) {
        switch (type) {
            case 0 -> d.text("noop");
            case 1 -> {
                d.text("supported qtypes");
                if (flags != 0) {
                    d.text((flags & 1) != 0 ? " [C]" : " []");
                }
            }
            case 2 -> d.text("DNS name");
            case 3 -> {
                d.text("node addresses");
                flags(d, flags, asked);
            }
            case 4 -> {
                d.text("ipv4 addresses");
                flags(d, flags, asked);
            }
            default -> d.text("unknown");
        }
    }

    private static void flags(Dissection d, int flags, boolean asked) {
        if (flags == 0) {
            return;
        }
        d.text(" [");
        for (int i = 0; i < (asked ? 6 : 7); i++) {
            if ((flags & 0x40 >> i) != 0) {
                d.ch(FLAG_LETTERS.charAt(i));
            }
        }
        d.ch(']');
    }

    private static void subject(Dissection d, int o, int length) {
        int at = o + HEADER;
        switch (d.u8(o + 1)) {
            case 0 -> {
                if (!d.has(at, 16)) {
                    return;
                }
                if (d.verbose > 0) {
                    if (length != HEADER + 16) {
                        d.text(", invalid subject len");
                    } else {
                        d.text(", subject=").ip6(at);
                    }
                }
            }
            case 1 -> {
                d.text(", subject=DNS name");
                name(d, at, o + length);
            }
            case 2 -> {
                if (!d.has(at, 4)) {
                    return;
                }
                if (d.verbose > 0) {
                    if (length != HEADER + 4) {
                        d.text(", invalid subject len");
                    } else {
                        d.text(", subject=").ip4(at);
                    }
                }
            }
            default -> d.text(", unknown subject");
        }
    }

    private static void name(Dissection d, int o, int end) {
        if (d.u8(o) == end - o - 1) {
            if (d.verbose > 0) {
                d.text(", 03 draft");
            }
            d.text(", \"");
            d.string(o + 1, end - o - 1).ch('"');
            return;
        }
        d.text(", \"");
        boolean first = true;
        for (int at = o; at < end; ) {
            int size = d.u8(at++);
            if (size == 0) {
                break;
            }
            if (!first) {
                d.ch('.');
            }
            first = false;
            if (size > end - at) {
                d.text("???");
                break;
            }
            d.string(at, size);
            at += size;
        }
        d.ch('"');
    }

    static void reply(Dissection d, int o, int length) {
        d.check(o, HEADER);
        d.text(" node information reply (");
        switch (d.u8(o + 1)) {
            case 0 -> {
                if (d.verbose > 0) {
                    d.text("success, ");
                }
                answer(d, o, length);
            }
            case 1 -> refused(d, "refused", length);
            case 2 -> refused(d, "unknown", length);
            default -> {}
        }
        d.ch(')');
    }

    private static void refused(Dissection d, String why, int length) {
        d.text(why);
        if (length != HEADER && d.verbose > 0) {
            d.text(", invalid length");
        }
    }

    private static void answer(Dissection d, int o, int length) {
        int type = d.u16(o + 4);
        int flags = d.u16(o + 6);
        type(d, type, flags, false);
        switch (type) {
            case 0 -> {
                if (length != HEADER && d.verbose > 0) {
                    d.text(", invalid length");
                }
            }
            case 2 -> {
                name(d, o + HEADER + 4, o + length);
                if ((flags & 1) != 0) {
                    d.text(" [TTL=").dec(d.u32(o + HEADER)).ch(']');
                }
            }
            case 3, 4 -> {
                int size = type == 3 ? 16 : 4;
                for (int i = HEADER; i + 4 + size <= length; i += 4 + size) {
                    d.ch(' ');
                    if (type == 3) {
                        d.ip6(o + i + 4);
                    } else {
                        d.ip4(o + i + 4);
                    }
                    d.ch('(').dec(d.u32(o + i)).ch(')');
                }
            }
            default -> {}
        }
    }
}

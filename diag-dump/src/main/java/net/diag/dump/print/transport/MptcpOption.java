package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The Multipath TCP option (RFC 8684; version 0: RFC 6824). */
final class MptcpOption {
    private static final Tokens SUBTYPES =
            Tokens.from(0, "capable", "join", "dss", "add-addr", "rem-addr", "prio", "fail", "fast-close", "tcprst");
    private static final Tokens ADDRESS_KIND = Tokens.of(6, "v0-ip6", 4, "v0-ip4", 1, "v1-echo", 0, "v1");
    private static final Tokens RESET_REASONS = Tokens.from(
            0,
            "Unspecified error",
            "MPTCP-specific error",
            "Lack of resources",
            "Administratively prohibited",
            "Too much outstanding data",
            "Unacceptable performance",
            "Middlebox interference");

    private MptcpOption() {}

    /** Prints the option at an offset; false if it is broken. */
    static boolean print(Dissection d, int o, int length, int flags) {
        if (length < 3) {
            return false;
        }
        int subtype = d.u8(o + 2) >> 4;
        d.ch(' ').dec(length).ch(' ').tok(SUBTYPES, "unknown", subtype);
        return switch (subtype) {
            case 0 -> capable(d, o, length, flags);
            case 1 -> join(d, o, length, flags);
            case 2 -> dataSequence(d, o, length);
            case 3 -> addAddress(d, o, length);
            case 4 -> removeAddress(d, o, length);
            case 5 -> priority(d, o, length);
            case 6 -> fail(d, o, length);
            case 7 -> fastClose(d, o, length);
            case 8 -> reset(d, o, length);
            default -> false;
        };
    }

    private static boolean capable(Dissection d, int o, int length, int flags) {
        int version = d.u8(o + 2) & 15;
        boolean syn = (flags & TcpPrinter.SYN) != 0;
        boolean good = switch (version) {
            case 0 -> length == 12 && syn || length == 20 && !syn;
            case 1 ->
                length == 4 && syn || length == 12 && syn || (length == 20 || length == 22 || length == 24) && !syn;
            default -> false;
        };
        if (!good) {
            return false;
        }
        int bits = d.u8(o + 3);
        d.text(" v").dec(version).text(" flags [");
        if (bits == 0) {
            d.text("none");
        }
        for (int i = 0; i < 8; i++) {
            if ((bits & 0x80 >> i) != 0) {
                d.ch((char) ('A' + i));
            }
        }
        d.ch(']');
        if ((bits & 0x80) != 0) {
            d.text(" csum");
        }
        if (length >= 12) {
            d.text(" {0x").hex(d.u64(o + 4));
            if (length >= 20) {
                d.text(",0x").hex(d.u64(o + 12));
            }
            if (length >= 22) {
                d.text(",data_len=").dec(d.u16(o + 20));
            }
            if (length == 24) {
                d.text(",csum=0x").hex(d.u16(o + 22));
            }
            d.ch('}');
        }
        return true;
    }

    private static boolean join(Dissection d, int o, int length, int flags) {
        boolean syn = (flags & TcpPrinter.SYN) != 0;
        boolean ack = (flags & TcpPrinter.ACK) != 0;
        if (!(length == 12 && syn || length == 16 && syn && ack || length == 24 && !syn && ack)) {
            return false;
        }
        if (length != 24) {
            if ((d.u8(o + 2) & 1) != 0) {
                d.text(" backup");
            }
            d.text(" id ").dec(d.u8(o + 3));
        }
        switch (length) {
            case 12 -> d.text(" token 0x").hex(d.u32(o + 4)).text(" nonce 0x").hex(d.u32(o + 8));
            case 16 -> d.text(" hmac 0x").hex(d.u64(o + 4)).text(" nonce 0x").hex(d.u32(o + 12));
            default -> d.text(" hmac 0x").plainHex(o + 4, 20);
        }
        return true;
    }

    private static boolean dataSequence(Dissection d, int o, int length) {
        if (length < 4) {
            return false;
        }
        int bits = d.u8(o + 3);
        int at = o + 4;
        int end = o + length;
        if ((bits & 0x10) != 0) {
            d.text(" fin");
        }
        if ((bits & 1) != 0) {
            d.text(" ack ");
            int size = (bits & 2) != 0 ? 8 : 4;
            if (end - at < size) {
                return false;
            }
            d.unsigned(d.number(at, size));
            at += size;
        }
        if ((bits & 4) != 0) {
            d.text(" seq ");
            int size = (bits & 8) != 0 ? 8 : 4;
            if (end - at < size) {
                return false;
            }
            d.unsigned(d.number(at, size));
            at += size;
            if (end - at < 4) {
                return false;
            }
            d.text(" subseq ").dec(d.u32(at));
            at += 4;
            if (end - at < 2) {
                return false;
            }
            d.text(" len ").dec(d.u16(at));
            at += 2;
            if (end - at >= 2) {
                d.text(" csum 0x").hex(d.u16(at));
                at += 2;
            }
        }
        return at == end;
    }

    private static boolean addAddress(Dissection d, int o, int length) {
        boolean four = length == 8 || length == 10 || length == 16 || length == 18;
        boolean six = length == 20 || length == 22 || length == 28 || length == 30;
        if (!four && !six) {
            return false;
        }
        d.ch(' ')
                .tok(ADDRESS_KIND, "[bad version/echo]", d.u8(o + 2) & 15)
                .text(" id ")
                .dec(d.u8(o + 3))
                .ch(' ');
        int at = o + 4;
        if (four) {
            d.ip4(at);
            at += 4;
        } else {
            d.ip6(at);
            at += 16;
        }
        if ((length & 7) == 2 || length == 22 || length == 30) {
            d.ch(':').dec(d.u16(at));
            at += 2;
        }
        if (o + length - at >= 8) {
            d.text(" hmac 0x").hex(d.u64(at));
        }
        return true;
    }

    private static boolean removeAddress(Dissection d, int o, int length) {
        if (length < 4) {
            return false;
        }
        d.text(" id");
        for (int i = 3; i < length; i++) {
            d.ch(' ').dec(d.u8(o + i));
        }
        return true;
    }

    private static boolean priority(Dissection d, int o, int length) {
        if (length != 3 && length != 4) {
            return false;
        }
        if ((d.u8(o + 2) & 1) != 0) {
            d.text(" backup");
        } else {
            d.text(" non-backup");
        }
        if (length == 4) {
            d.text(" id ").dec(d.u8(o + 3));
        }
        return true;
    }

    private static boolean fail(Dissection d, int o, int length) {
        if (length != 12) {
            return false;
        }
        d.text(" seq ").unsigned(d.u64(o + 4));
        return true;
    }

    private static boolean fastClose(Dissection d, int o, int length) {
        if (length != 12) {
            return false;
        }
        d.text(" key 0x").hex(d.u64(o + 4));
        return true;
    }

    private static boolean reset(Dissection d, int o, int length) {
        if (length != 4) {
            return false;
        }
        int bits = d.u8(o + 2) & 15;
        d.text(" flags [");
        if (bits == 0) {
            d.text("none");
        }
        for (int i = 0; i < 4; i++) {
            if ((bits & 8 >> i) != 0) {
                d.ch("UVWT".charAt(i));
            }
        }
        d.text("] reason ").tok(RESET_REASONS, "unknown reason code 0x%02x", d.u8(o + 3));
        return true;
    }
}

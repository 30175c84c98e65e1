package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** IPv6 routing headers: source routes (RFC 5095 deprecated, RFC 6275 type 2) and segment routing (RFC 8754). */
final class Ipv6Routing {
    private static final int SOURCE_ROUTE = 0;
    private static final int MOBILE = 2;
    private static final int SEGMENT = 4;
    private static final Tokens TLVS = Tokens.of(0, "Pad1", 4, "PadN", 5, "HMAC");

    private Ipv6Routing() {}

    /** Prints the header; returns its length, or -1 if it is broken. */
    static int print(Dissection d, int o, int rest) {
        d.protocol = "rt6";
        d.check(o, 4);
        int words = d.u8(o + 1);
        int type = d.u8(o + 2);
        int left = d.u8(o + 3);
        int size = (words + 1) << 3;
        d.text("RT6 (len=").dec(words).text(", type=").dec(type);
        if (type == SOURCE_ROUTE) {
            d.text(" [Deprecated]");
        }
        d.text(", segleft=").dec(left);
        if (size > rest) {
            d.invalid("remaining length", rest, "<", size);
            return -1;
        }
        boolean good;
        switch (type) {
            case SOURCE_ROUTE, MOBILE -> good = addresses(d, o, words);
            case SEGMENT -> good = segments(d, o, words);
            default -> {
                d.text(" (unknown type)");
                good = false;
            }
        }
        if (!good) {
            d.invalid();
            return -1;
        }
        if (left > 0 && type != SEGMENT) {
            d.finalDestination = o + size - 16;
        } else if (left > 0) {
            d.finalDestination = o + 8;
        }
        d.text(") ");
        return size;
    }

    private static boolean addresses(Dissection d, int o, int words) {
        d.text(", rsv=0x").hex(d.u32(o + 4));
        if ((words & 1) != 0) {
            d.text(" (invalid length ").dec(words).ch(')');
            return false;
        }
        for (int i = 0; i < words / 2; i++) {
            d.text(", [").dec(i).ch(']').ip6(o + 8 + 16 * i);
        }
        return true;
    }

    private static boolean segments(Dissection d, int o, int words) {
        if (words < 2) {
            d.text(" (invalid length ").dec(words).ch(')');
            return false;
        }
        int last = d.u8(o + 4);
        d.text(", last-entry=").dec(last);
        int flags = d.u8(o + 5);
        if (flags != 0 || d.verbose > 0) {
            d.text(", flags=0x").hex(flags);
        }
        d.text(", tag=").hex(d.u16(o + 6));
        int end = o + 8 + words * 8;
        int at = o + 8;
        for (int i = 0; i <= last; i++) {
            if (at + 16 > end) {
                d.text(" (invalid last-entry ").dec(last).ch(')');
                return false;
            }
            d.text(", [").dec(i).ch(']').ip6(at);
            at += 16;
        }
        while (at < end) {
            int type = d.u8(at);
            d.text(", TLV-type=").tok(TLVS, "Unknown", type).ch('(').dec(type).ch(')');
            if (type == 0) {
                at++;
                continue;
            }
            if (at + 2 > end) {
                return false;
            }
            int length = d.u8(at + 1);
            d.text(", TLV-len=").dec(length);
            // RFC 8754 counts all that follows, but the wording compared with counts the digest only.
            if (type == 5) {
                if (at + 8 + length > end) {
                    d.invalid("remaining length", end - at, "<", 8 + length);
                    return false;
                }
                if (d.verbose > 0) {
                    hmac(d, at + 2, length + 6);
                }
                at += 8 + length;
                continue;
            }
            if (at + 2 + length > end) {
                d.invalid("remaining length", end - at - 2, "<", length);
                return false;
            }
            at += 2 + length;
        }
        return true;
    }

    private static void hmac(Dissection d, int o, int length) {
        if (length < 6) {
            d.invalid("TLV-len", length, "<", 6);
            return;
        }
        d.text(", D=")
                .dec(d.u8(o) >> 7)
                .text(", HMAC-key-ID=0x")
                .hex(d.u32(o + 2), 8)
                .text(", HMAC=0x");
        d.plainHex(o + 6, length - 6);
    }
}

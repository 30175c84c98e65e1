package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** PPP's authentication protocols CHAP (RFC 1994) and PAP (RFC 1334). */
final class PppAuthentication {
    private static final int HEADER = 4;
    private static final Tokens CHAP = Tokens.from(1, "Challenge", "Response", "Success", "Fail");
    private static final Tokens PAP = Tokens.from(1, "Auth-Req", "Auth-ACK", "Auth-NACK");

    private PppAuthentication() {}

    private static boolean head(Dissection d, Tokens codes, int o, int length) {
        String name = codes == CHAP ? "chap" : "pap";
        if (length < 1) {
            d.text("[|").text(name).ch(']');
            return false;
        }
        int code = d.u8(o);
        if (length < HEADER) {
            d.text("[|").text(name).text(" 0x").hex(code, 2).ch(']');
            return false;
        }
        d.text(codes == CHAP ? "CHAP, " : "PAP, ").text(codes.name(code, "unknown"));
        d.text(" (0x").hex(code, 2).ch(')');
        int identifier = d.u8(o + 1);
        d.text(", id ").dec(identifier);
        return true;
    }

    static void chap(Dissection d, int o, int length) {
        if (!head(d, CHAP, o, length)) {
            return;
        }
        int size = d.u16(o + 2);
        int at = o + HEADER;
        switch (d.u8(o)) {
            case 1, 2 -> {
                int left = length - HEADER;
                if (left < 1) {
                    return;
                }
                int value = d.u8(at);
                if (left - 1 < value) {
                    return;
                }
                d.text(", Value ").plainHex(at + 1, value);
                d.text(", Name ").string(at + 1 + value, size - HEADER - 1 - value);
            }
            case 3, 4 -> d.text(", Msg ").string(at, size - HEADER);
            default -> {
                // nothing known of its data
            }
        }
    }

    static void pap(Dissection d, int o, int length) {
        if (!head(d, PAP, o, length)) {
            return;
        }
        int size = d.u16(o + 2);
        if (size > length) {
            d.text(", length ").dec(size).text(" > packet size");
            return;
        }
        if (size < HEADER) {
            d.text(", length ").dec(size).text(" < PAP header length");
            return;
        }
        int at = o + HEADER;
        int left = size - HEADER;
        switch (d.u8(o)) {
            case 1 -> {
                int peer = field(d, at, left, ", Peer ");
                if (peer >= 0) {
                    field(d, at + 1 + peer, left - 1 - peer, ", Name ");
                }
            }
            case 2, 3 -> {
                if (left < 1) {
                    d.text("[|pap]");
                } else {
                    field(d, at, left, ", Msg ");
                }
            }
            default -> {
                // nothing known of its data
            }
        }
    }

    /** Prints a counted string; returns its length, -1 if there is no room for it. */
    private static int field(Dissection d, int o, int left, String label) {
        if (left < 1) {
            return -1;
        }
        int size = d.u8(o);
        if (left - 1 < size) {
            return -1;
        }
        d.text(label).string(o + 1, size);
        return size;
    }
}

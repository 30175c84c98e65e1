package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.LinkPrinter;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** PPP over Ethernet (RFC 2516): discovery with its tags, and sessions. */
public final class PppoePrinter implements Printer {
    public static final PppoePrinter INSTANCE = new PppoePrinter();
    /** Frames of link type PPPoE. */
    public static final LinkPrinter LINK = PppoePrinter::link;

    private static final int HEADER = 6;
    private static final int SESSION = 0x00;
    private static final int PADI = 0x09;
    private static final int MAXIMUM_PADI = 1484 - HEADER;
    private static final int MAXIMUM_SHOWN = 80;
    private static final Tokens CODES =
            Tokens.of(PADI, "PADI", 0x07, "PADO", 0x19, "PADR", 0x65, "PADS", 0xa7, "PADT", SESSION, "");
    private static final Tokens TAGS = Tokens.of(
            0x0000,
            "EOL",
            0x0101,
            "Service-Name",
            0x0102,
            "AC-Name",
            0x0103,
            "Host-Uniq",
            0x0104,
            "AC-Cookie",
            0x0105,
            "Vendor-Specific",
            0x0110,
            "Relay-Session-ID",
            0x0120,
            "PPP-Max-Payload",
            0x0201,
            "Service-Name-Error",
            0x0202,
            "AC-System-Error",
            0x0203,
            "Generic-Error");

    private PppoePrinter() {}

    private static int link(Dissection d, int o, int length) {
        INSTANCE.print(d, o, length);
        return HEADER;
    }

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "pppoe";
        if (length < HEADER) {
            d.text(" (length ").dec(length).text(" < 6)").invalid();
            return;
        }
        d.check(o, HEADER);
        int version = d.u8(o) >> 4;
        int type = d.u8(o) & 15;
        int code = d.u8(o + 1);
        int session = d.u16(o + 2);
        int size = d.u16(o + 4);
        if (version != 1) {
            d.text(" [ver ").dec(version).ch(']');
        }
        if (type != 1) {
            d.text(" [type ").dec(type).ch(']');
        }
        d.text("PPPoE ").tok(CODES, "PAD-%x", code);
        if (code == PADI && size > MAXIMUM_PADI) {
            d.text(" [len ").dec(size).text("!]");
        }
        int there = length - HEADER;
        if (there < size) {
            d.text(" [len ").dec(size).text(" > ").dec(there).text("!]");
            size = there;
        }
        if (session != 0) {
            d.text(" [ses 0x").hex(session).ch(']');
        }
        int at = o + HEADER;
        // the rest of a short frame is padding
        int previous = d.narrow((long) at + size);
        if (code == SESSION) {
            d.ch(' ');
            d.nest(PppPrinter.INSTANCE, at, size);
        } else {
            tags(d, at, at + size);
        }
        d.widen(previous);
    }

    private static void tags(Dissection d, int o, int end) {
        int at = o;
        int type = -1;
        while (type != 0 && at < end) {
            type = d.u16(at);
            int size = d.u16(at + 2);
            at += 4;
            d.check(at, size);
            d.text(" [").tok(TAGS, "TAG-0x%x", type);
            if (size > 0) {
                value(d, at, size);
            }
            d.ch(']');
            at += size;
        }
    }

    /** Shows a value as text if most of it is. */
    private static void value(Dissection d, int o, int size) {
        int shown = Math.min(size, MAXIMUM_SHOWN);
        int readable = 0;
        for (int i = 0; i < shown; i++) {
            int c = d.u8(o + i);
            readable += c >= 32 && c < 127 ? 1 : 0;
        }
        if (readable <= shown - readable) {
            d.text(" 0x").plainHex(o, shown);
            return;
        }
        d.text(" \"");
        for (int i = 0; i < shown; i++) {
            int c = d.u8(o + i);
            d.ch(c >= 32 && c < 127 ? (char) c : '.');
        }
        d.ch('"');
    }
}

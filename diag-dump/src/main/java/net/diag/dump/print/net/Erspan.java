package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;
import net.diag.dump.print.link.EthernetFrames;

/** Mirrored frames in GRE (draft-foschiano-erspan): ERSPAN types I, II and III. */
final class Erspan {
    private static final int HEADER_2 = 8;
    private static final int HEADER_3 = 12;
    private static final int SUBHEADER_3 = 8;
    private static final Tokens INTEGRITY = Tokens.from(0, "Good/unknown", "Short", "Oversized", "Bad");
    private static final Tokens FRAME_TYPE = Tokens.of(0, "Ethernet", 2, "IP");

    private Erspan() {}

    /** A GRE header without sequence number is type I, which has no header of its own. */
    static void type1Or2(Dissection d, int o, int length, boolean sequence) {
        d.protocol = "erspan";
        d.text("erspan");
        if (!sequence) {
            d.text(" type1: ");
            d.nest(EthernetFrames.NESTED, o, length);
            return;
        }
        d.text(" type2");
        if (length < HEADER_2) {
            d.invalid();
            return;
        }
        long word = d.u32(o);
        int version = (int) (word >> 28);
        if (version != 1) {
            d.text(" erspan-unknown-version-").hex(version);
            return;
        }
        d.text(" session ").dec(word & 0x3ff);
        int vlan = (int) (word >> 16) & 0xfff;
        switch ((int) (word >> 11) & 3) {
            case 1 -> d.text(" isl ").dec(vlan);
            case 2 -> d.text(" vlan ").dec(vlan);
            default -> {
                // native, or the tag is preserved in the frame
            }
        }
        d.text(" cos ").dec(word >> 13 & 7);
        d.check(o + 4, 4);
        d.text(" index ").dec(d.u32(o + 4) & 0xfffff).text(": ");
        d.nest(EthernetFrames.NESTED, o + HEADER_2, length - HEADER_2);
    }

    static void type3(Dissection d, int o, int length) {
        d.protocol = "erspan";
        d.text("erspan type3");
        if (length < HEADER_3) {
            d.invalid();
            return;
        }
        long word = d.u32(o);
        int version = (int) (word >> 28);
        if (version != 2) {
            d.text(" erspan-unknown-version-").hex(version);
            return;
        }
        d.text(" session ").dec(word & 0x3ff);
        d.text(" bso ").text(INTEGRITY.name(word >> 11 & 3));
        d.text(" cos ").dec(word >> 13 & 7);
        int bits = d.u16(o + 10);
        int frameType = bits >> 10 & 0x1f;
        d.text(" ft ").tok(FRAME_TYPE, "unknown %u", frameType).text(": ");
        int header = HEADER_3;
        if ((bits & 1) != 0) {
            header += SUBHEADER_3;
            if (length < header) {
                d.invalid();
                return;
            }
            d.check(o + HEADER_3, SUBHEADER_3);
        }
        switch (frameType) {
            case 0 -> d.nest(EthernetFrames.NESTED, o + header, length - header);
            case 2 -> {
                int next = d.u8(o + header) >> 4;
                d.nest(next == 6 ? Ipv6Printer.INSTANCE : Ipv4Printer.INSTANCE, o + header, length - header);
            }
            default -> d.text("Frame type unknown");
        }
    }
}

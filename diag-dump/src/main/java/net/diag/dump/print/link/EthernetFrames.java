package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.LinkPrinter;
import net.diag.dump.print.Printer;

/**
 * Ethernet II and IEEE 802.3 frames with their VLAN tags (802.1Q, 802.1ad). As a {@link Printer} it
 * prints a frame carried inside another protocol.
 */
public final class EthernetFrames implements LinkPrinter {
    public static final EthernetFrames INSTANCE = new EthernetFrames();
    /** The same, for frames inside tunnels. */
    public static final Printer NESTED = INSTANCE::print;

    private static final int HEADER = 14;
    private static final int MAXIMUM_802_3_LENGTH = 1500;
    private static final int JUMBO = 0x8870;

    private EthernetFrames() {}

    @Override
    public int print(Dissection d, int offset, int length) {
        d.protocol = "ether";
        if (d.available(offset) < HEADER) {
            d.truncationMark();
            return d.available(offset);
        }
        if (length < HEADER) {
            d.truncationMark();
            return length;
        }
        if (d.linkHeader) {
            addresses(d, offset);
        }
        d.linkDestination = offset;
        d.linkSource = offset + 6;
        return payload(d, offset, offset + 12, length);
    }

    private static void addresses(Dissection d, int offset) {
        d.mac(offset + 6).arrow();
        d.mac(offset).text(", ");
    }

    /** Prints from the type field on; returns the length of the link-level header. */
    private static int payload(Dissection d, int frame, int typeOffset, int length) {
        int at = typeOffset;
        int type = d.u16(at);
        boolean lengthShown = false;
        while (isVlan(type)) {
            if (d.available(at + 2) < 4) {
                d.protocol = "vlan";
                d.truncationMark();
                return d.end() - frame;
            }
            if (frame + length - at - 2 < 4) {
                d.protocol = "vlan";
                d.truncationMark();
                return length;
            }
            if (d.linkHeader) {
                typeText(d, type);
                lengthText(d, length, lengthShown);
                lengthShown = true;
                tag(d, d.u16(at + 2));
            }
            at += 4;
            type = d.u16(at);
        }
        int next = at + 2;
        int rest = length - (next - frame);
        if (type <= MAXIMUM_802_3_LENGTH || type == JUMBO) {
            return llc(d, frame, next, type, length, lengthShown);
        }
        if (d.linkHeader) {
            typeText(d, type);
            lengthText(d, length, lengthShown);
        }
        Printer printer = EtherTypes.printer(type);
        if (printer != null) {
            d.selector = type;
            d.nest(printer, next, rest);
        } else {
            unknown(d, frame, next, type, length);
        }
        return next - frame;
    }

    private static void tag(Dissection d, int tci) {
        d.text("vlan ").dec(tci & 0xfff).text(", p ").dec(tci >> 13);
        if ((tci & 0x1000) != 0) {
            d.text(", DEI");
        }
        d.text(", ");
    }

    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88a8 || type == 0x9100 || type == 0x9200;
    }

    private static void typeText(Dissection d, int type) {
        if (!d.quiet) {
            d.text("ethertype ")
                    .text(EtherTypes.name(type))
                    .text(" (0x")
                    .hex(type, 4)
                    .ch(')');
        } else {
            d.text(EtherTypes.name(type));
        }
    }

    private static void lengthText(Dissection d, int length, boolean shown) {
        if (shown) {
            d.text(", ");
        } else {
            d.text(", length ").dec(length).text(": ");
        }
    }

    private static void unknown(Dissection d, int frame, int payload, int type, int length) {
        if (!d.linkHeader) {
            addresses(d, frame);
            typeText(d, type);
            lengthText(d, length, false);
        }
        if (!d.suppressDump()) {
            d.defaultDump(payload, d.available(payload));
        }
    }

    private static int llc(Dissection d, int frame, int next, int type, int length, boolean lengthShown) {
        int rest = length - (next - frame);
        int previous = d.end();
        if (type != JUMBO && type < rest) {
            rest = type;
            d.narrow(next + rest);
        }
        if (d.linkHeader) {
            d.text(type == JUMBO ? "ethertype Jumbo (0x8870)" : "802.3");
            lengthText(d, type == JUMBO ? length : rest, lengthShown);
        }
        int header = Llc.print(d, next, rest);
        if (header < 0) {
            header = -header;
            if (!d.suppressDump()) {
                d.defaultDump(next, d.available(next));
            }
        }
        d.widen(previous);
        return next - frame + header;
    }
}

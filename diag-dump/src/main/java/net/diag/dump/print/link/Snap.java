package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** The SNAP header behind LLC (IEEE 802): an organisation and its protocol. */
public final class Snap {
    /** The length of the header. */
    public static final int HEADER = 5;

    private static final int ENCAPSULATED_ETHERNET = 0x000000;
    private static final int CISCO = 0x00000c;
    private static final int CISCO_BRIDGED = 0x0000f8;
    private static final int BRIDGED = 0x0080c2;
    private static final int APPLETALK = 0x080007;
    private static final Tokens CISCO_PID = Tokens.of(
            0x010b, "PVST", 0x010c, "VLAN Bridge", 0x0111, "UDLD", 0x2000, "CDP", 0x2003, "VTP", 0x2004, "DTP");
    private static final Tokens BRIDGED_PID = Tokens.of(
            1,
            "Ethernet + FCS",
            4,
            "FDDI + FCS",
            7,
            "Ethernet w/o FCS",
            10,
            "FDDI w/o FCS",
            11,
            "802.1D BPDU",
            12,
            "BPDU");

    private Snap() {}

    /**
     * Prints the header and what follows.
     *
     * @param bridgePad how many bytes of padding precede a bridged frame
     * @return false if the payload is unknown and was not printed
     */
    public static boolean print(Dissection d, int o, int length, int bridgePad) {
        d.check(o, HEADER);
        if (length < HEADER) {
            throw d.truncated();
        }
        int oui = d.u24(o);
        int type = d.u16(o + 3);
        if (d.linkHeader) {
            header(d, oui, type, length - HEADER);
        }
        Printer printer = payloadPrinter(oui, type);
        if (printer != null) {
            int pad = printer == EthernetFrames.NESTED ? bridgePad : 0;
            d.check(o + HEADER, pad);
            d.selector = type;
            d.nest(printer, o + HEADER + pad, length - HEADER - pad);
            return true;
        }
        if (!d.linkHeader) {
            if (d.linkSource >= 0) {
                d.mac(d.linkSource).arrow().mac(d.linkDestination).ch(' ');
            }
            d.text("SNAP ");
            header(d, oui, type, length - HEADER);
        }
        return false;
    }

    private static Printer payloadPrinter(int oui, int type) {
        return switch (oui) {
            case ENCAPSULATED_ETHERNET, CISCO_BRIDGED -> EtherTypes.printer(type);
            case APPLETALK -> type == 0x809b ? EtherTypes.printer(type) : null;
            case CISCO -> LlcSaps.ciscoPrinter(type);
            case BRIDGED ->
                switch (type) {
                    case 1, 7 -> EthernetFrames.NESTED;
                    case 12, 14 -> LlcSaps.spanningTree();
                    default -> null;
                };
            default -> null;
        };
    }

    private static void header(Dissection d, int oui, int type, int length) {
        d.text("oui ").text(OuiNames.name(oui)).text(" (0x").hex(oui, 6).text(oui == 0 ? "), ethertype " : "), pid ");
        String name = switch (oui) {
            case ENCAPSULATED_ETHERNET, CISCO_BRIDGED, APPLETALK -> EtherTypes.name(type);
            case CISCO -> CISCO_PID.name(type, "Unknown");
            case BRIDGED -> BRIDGED_PID.name(type, "Unknown");
            default -> "Unknown";
        };
        d.text(name).text(" (0x").hex(type, 4).text("), length ").dec(length).text(": ");
    }
}

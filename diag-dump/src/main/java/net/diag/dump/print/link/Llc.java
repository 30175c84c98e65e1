package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** IEEE 802.2 logical link control: I, S and U frames, and SNAP behind them. */
public final class Llc {
    private static final int UNNUMBERED = 3;
    private static final int INFORMATION = 3;
    private static final int XID = 0xaf;
    private static final int XID_FORMAT = 0x81;
    private static final Tokens COMMAND = Tokens.of(
            3, "ui", 0xe3, "test", XID, "xid", 0x63, "ua", 0x43, "disc", 0x0f, "dm", 0x6f, "sabme", 0x87, "frmr");
    private static final Tokens FLAG =
            Tokens.of(0, "Command", 1, "Response", 0x10, "Poll", 0x11, "Final", 0x100, "Poll", 0x101, "Final");
    private static final Tokens SUPERVISORY = Tokens.from(0, "Receiver Ready", "Receiver not Ready", "Reject");

    private Llc() {}

    /**
     * Prints an LLC frame.
     *
     * @return the length of the LLC (and SNAP) header; negative if the payload is unknown and has yet to be dumped
     */
    public static int print(Dissection d, int o, int length) {
        d.protocol = "llc";
        if (d.available(o) < 3) {
            d.truncationMark();
            return d.available(o);
        }
        if (length < 3) {
            d.truncationMark();
            return Math.max(length, 0);
        }
        int dsap = d.u8(o);
        int ssap = d.u8(o + 1);
        int control = d.u8(o + 2);
        boolean unnumbered = (control & 3) == UNNUMBERED;
        if (!unnumbered) {
            if (d.available(o) < 4 || length < 4) {
                d.truncationMark();
                return Math.min(d.available(o), length);
            }
            control = d.le16(o + 2);
        }
        if (ssap == LlcSaps.GLOBAL && dsap == LlcSaps.GLOBAL && LlcSaps.ipx() != null) {
            if (d.linkHeader) {
                d.text("IPX 802.3: ");
            }
            d.nest(LlcSaps.ipx(), o, length);
            return 0;
        }
        int header = unnumbered ? 3 : 4;
        if (d.linkHeader) {
            header(d, dsap, ssap, control, unnumbered);
        }
        return payload(d, o + header, length - header, new int[] {dsap, ssap, control, header});
    }

    private static void header(Dissection d, int dsap, int ssap, int control, boolean unnumbered) {
        d.text("LLC, dsap ")
                .text(LlcSaps.NAMES.name(dsap & ~1, "Unknown"))
                .text(" (0x")
                .hex(dsap & ~1, 2);
        d.text((dsap & 1) == 0 ? ") Individual, ssap " : ") Group, ssap ");
        d.text(LlcSaps.NAMES.name(ssap & ~1, "Unknown")).text(" (0x").hex(ssap & ~1, 2);
        d.text((ssap & 1) == 0 ? ") Command, ctrl 0x" : ") Response, ctrl 0x")
                .hex(control, unnumbered ? 2 : 4)
                .text(": ");
    }

    private static int payload(Dissection d, int o, int length, int[] fields) {
        int dsap = fields[0] & ~1;
        int ssap = fields[1] & ~1;
        int control = fields[2];
        int header = fields[3];
        if (header == 3 && control == INFORMATION && ssap == dsap) {
            if (ssap == LlcSaps.SNAP) {
                boolean known = Snap.print(d, o, length, 2);
                return known ? header + Snap.HEADER : -(header + Snap.HEADER);
            }
            Printer printer = LlcSaps.printer(ssap);
            if (printer != null) {
                if (ssap == LlcSaps.IPX && d.linkHeader) {
                    d.text("IPX 802.2: ");
                }
                d.nest(printer, o, length);
                return header;
            }
        }
        if (!d.linkHeader) {
            addresses(d, dsap, ssap);
        }
        int flags = fields[1] & 1;
        if (header == 3) {
            return unnumbered(d, o, length, control, flags);
        }
        if ((control & 3) == 1) {
            d.text("Supervisory, ")
                    .tok(SUPERVISORY, "?", control >> 2 & 3)
                    .text(", rcv seq ")
                    .dec(control >> 9 & 0x7f);
            d.text(", Flags [")
                    .tok(FLAG, "?", flags | control & 0x100)
                    .text("], length ")
                    .dec(length + header);
            return header;
        }
        d.text("Information, send seq ")
                .dec(control >> 1 & 0x7f)
                .text(", rcv seq ")
                .dec(control >> 9 & 0x7f);
        d.text(", Flags [")
                .tok(FLAG, "?", flags | control & 0x100)
                .text("], length ")
                .dec(length + header);
        return -header;
    }

    private static void addresses(Dissection d, int dsap, int ssap) {
        boolean known = d.linkSource >= 0;
        if (ssap == dsap) {
            if (known) {
                d.mac(d.linkSource).arrow().mac(d.linkDestination).ch(' ');
            }
            d.tok(LlcSaps.NAMES, "Unknown DSAP 0x%02x", dsap).ch(' ');
            return;
        }
        if (known) {
            d.mac(d.linkSource).ch(' ');
        }
        d.tok(LlcSaps.NAMES, "Unknown SSAP 0x%02x", ssap).text(" > ");
        if (known) {
            d.mac(d.linkDestination).ch(' ');
        }
        d.tok(LlcSaps.NAMES, "Unknown DSAP 0x%02x", dsap).ch(' ');
    }

    private static int unnumbered(Dissection d, int o, int length, int control, int flags) {
        int command = control & 0xef;
        d.text("Unnumbered, ").tok(COMMAND, "%02x", command).text(", Flags [");
        d.tok(FLAG, "?", flags | control & 0x10).text("], length ").dec(length + 3);
        if (command == XID) {
            if (length == 0) {
                return 3;
            }
            if (d.u8(o) == XID_FORMAT) {
                if (length < 3) {
                    throw d.truncated();
                }
                d.text(": ").hex(d.u8(o + 1), 2).ch(' ').hex(d.u8(o + 2), 2);
                return 3;
            }
        }
        return -3;
    }
}

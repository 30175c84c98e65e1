package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.LinkPrinter;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** Linux cooked frames: LINKTYPE_LINUX_SLL (16 bytes) and LINKTYPE_LINUX_SLL2 (20 bytes, with interface). */
public final class CookedPrinter implements LinkPrinter {
    public static final CookedPrinter V1 = new CookedPrinter(false);
    public static final CookedPrinter V2 = new CookedPrinter(true);

    private static final Tokens PACKET_TYPE = Tokens.from(0, "In", "B", "M", "P", "Out");
    private static final int NOVELL_802_3 = 1;
    private static final int LLC = 4;
    private static final int MAXIMUM_LENGTH = 1500;
    private static final int VLAN = 0x8100;

    private final boolean second;

    private CookedPrinter(boolean second) {
        this.second = second;
    }

    @Override
    public int print(Dissection d, int o, int length) {
        d.protocol = second ? "sll2" : "sll";
        int header = second ? 20 : 16;
        d.check(o, header);
        if (second) {
            String name = d.names.interfaceName(d.s32(o + 4));
            d.text(name);
            for (int i = name.length(); i < 5; i++) {
                d.ch(' ');
            }
            String type = PACKET_TYPE.name(d.u8(o + 10), "?");
            d.ch(' ').text(type).text("   ".substring(type.length())).ch(' ');
        }
        if (d.linkHeader) {
            header(d, o, length);
        }
        return payload(d, o, header, length);
    }

    private void header(Dissection d, int o, int length) {
        int type = d.u16(second ? o : o + 14);
        if (second) {
            d.text("ifindex ").dec(d.u32(o + 4)).ch(' ');
            if (d.u8(o + 11) == 6) {
                d.mac(o + 12).ch(' ');
            }
        } else {
            String name = PACKET_TYPE.name(d.u16(o), "?");
            d.text("   ".substring(name.length())).text(name).ch(' ');
            if (d.u16(o + 4) == 6) {
                d.mac(o + 6).ch(' ');
            }
        }
        if (d.quiet) {
            return;
        }
        if (type == NOVELL_802_3) {
            d.text("802.3");
        } else if (type == LLC) {
            d.text("802.2");
        } else {
            String name = type <= MAXIMUM_LENGTH ? "Unknown" : EtherTypes.name(type);
            d.text("ethertype ").text(name).text(" (0x").hex(type, 4).ch(')');
        }
        d.text(", length ").dec(length).text(": ");
    }

    private int payload(Dissection d, int o, int headerLength, int length) {
        int header = headerLength;
        int type = d.u16(second ? o : o + 14);
        while (type == VLAN) {
            if (length - header < 4 || !d.has(o + header, 4)) {
                d.truncationMark();
                return Math.min(length, d.available(o));
            }
            if (d.linkHeader) {
                int tci = d.u16(o + header);
                d.text("vlan ").dec(tci & 0xfff).text(", p ").dec(tci >> 13);
                d.text((tci & 0x1000) != 0 ? ", DEI, " : ", ");
            }
            type = d.u16(o + header + 2);
            if (type <= MAXIMUM_LENGTH) {
                type = LLC;
            }
            if (!d.quiet) {
                d.text("ethertype ").text(EtherTypes.name(type)).text(", ");
            }
            header += 4;
        }
        int next = o + header;
        int rest = length - header;
        if (type == LLC) {
            int llc = Llc.print(d, next, rest);
            if (llc < 0) {
                dump(d, next);
            }
            return header + Math.abs(llc);
        }
        Printer printer =
                type == NOVELL_802_3 ? LlcSaps.ipx() : type <= MAXIMUM_LENGTH ? null : EtherTypes.printer(type);
        if (printer != null) {
            d.selector = type;
            d.nest(printer, next, rest);
            return header;
        }
        if (!d.linkHeader && type > MAXIMUM_LENGTH) {
            header(d, o, length);
        }
        dump(d, next);
        return header;
    }

    private static void dump(Dissection d, int o) {
        if (!d.suppressDump()) {
            d.defaultDump(o, d.available(o));
        }
    }
}

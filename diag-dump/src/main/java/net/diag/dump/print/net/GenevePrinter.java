package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;
import net.diag.dump.print.link.EthernetFrames;

/** Geneve (RFC 8926): a tunnel over UDP with options. */
public final class GenevePrinter implements Printer {
    public static final GenevePrinter INSTANCE = new GenevePrinter();

    private static final int HEADER = 8;
    private static final int ETHERNET = 0x6558;
    private static final int OPTION_HEADER = 4;
    private static final int CRITICAL = 0x80;
    private static final Tokens CLASSES = Tokens.of(
            0x0100,
            "Linux",
            0x0101,
            "Open vSwitch",
            0x0102,
            "Open Virtual Networking (OVN)",
            0x0103,
            "In-band Network Telemetry (INT)",
            0x0104,
            "VMware",
            0x0132,
            "Google",
            0xffff,
            "Experimental");

    private GenevePrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "geneve";
        d.text("Geneve");
        if (length < HEADER) {
            d.invalid("length", length, "<", HEADER);
            return;
        }
        int versionAndLength = d.u8(o);
        int version = versionAndLength >> 6;
        if (version != 0) {
            d.text(" ERROR: unknown-version ").dec(version);
            return;
        }
        int flags = d.u8(o + 1);
        d.text(", Flags [").text(flagNames(flags)).ch(']');
        int type = d.u16(o + 2);
        d.check(o + 4, 3);
        d.text(", vni 0x").hex(d.u24(o + 4));
        int reserved = d.u8(o + 7);
        if (reserved != 0) {
            d.text(", rsvd 0x").hex(reserved);
        }
        if (d.linkHeader) {
            TunnelProtocol.name(d, type);
        }
        int options = (versionAndLength & 0x3f) * 4;
        int at = o + HEADER;
        int left = length - HEADER;
        if (left < options) {
            d.text(" truncated-geneve - ").dec(options - left).text(" bytes missing");
            return;
        }
        d.check(at, options);
        if (options > 0) {
            d.text(", options [");
            if (d.verbose > 0) {
                options(d, at, options);
            } else {
                d.dec(options).text(" bytes");
            }
            d.ch(']');
        }
        d.text(d.verbose > 0 ? "\n\t" : ": ");
        Printer printer = type == ETHERNET ? EthernetFrames.NESTED : EtherTypes.printer(type);
        if (printer == null) {
            d.text("geneve-proto-0x").hex(type);
        } else {
            d.selector = type;
            d.nest(printer, at + options, left - options);
        }
    }

    private static String flagNames(int flags) {
        return switch (flags & 0xc0) {
            case 0xc0 -> "OC";
            case 0x80 -> "O";
            case 0x40 -> "C";
            default -> "none";
        };
    }

    private static void options(Dissection d, int o, int length) {
        int at = o;
        int left = length;
        String separator = "";
        while (left > 0) {
            int size = OPTION_HEADER + (d.u8(at + 3) & 0x1f) * 4;
            int optionClass = d.u16(at);
            int type = d.u8(at + 2);
            d.text(separator).text("class ");
            d.text(optionClass <= 0xff ? "Standard" : CLASSES.name(optionClass, "Unknown"));
            d.text(" (0x").hex(optionClass).text(") type 0x").hex(type);
            d.text((type & CRITICAL) != 0 ? "(C)" : "").text(" len ").dec(size);
            if (size > left) {
                d.text(" [bad length]");
                return;
            }
            if (d.verbose > 1 && size > OPTION_HEADER) {
                d.text(" data");
                for (int i = OPTION_HEADER; i < size; i += 4) {
                    d.ch(' ').hex(d.u32(at + i), 8);
                }
            }
            separator = ", ";
            at += size;
            left -= size;
        }
    }
}

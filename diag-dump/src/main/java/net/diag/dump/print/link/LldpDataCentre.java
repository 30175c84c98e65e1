package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** The data centre bridging exchange protocol before IEEE 802.1Qaz (DCBX revision 1.01), inside LLDP. */
final class LldpDataCentre {
    private static final Tokens REVISIONS =
            Tokens.from(1, "DCB Capability Exchange Protocol Rev 1", "DCB Capability Exchange Protocol Rev 1.01");

    private LldpDataCentre() {}

    /** Prints the TLV from its OUI on; true if it is unknown. */
    static boolean print(Dissection d, int o, int size) {
        if (size < 4) {
            return true;
        }
        int subtype = d.u8(o + 3);
        d.text("\n\t  ").text(REVISIONS.name(subtype, "unknown")).text(" Subtype (");
        d.dec(subtype).ch(')');
        if (subtype == 1) {
            return true;
        }
        boolean unknown = false;
        int at = o + 4;
        int left = size - 4;
        while (left >= 2) {
            int head = d.u16(at);
            int type = head >> 9;
            int length = head & 0x1ff;
            at += 2;
            left -= 2;
            if (type != 0 && length == 0) {
                break;
            }
            d.check(at, length);
            if (left < length) {
                throw d.truncated();
            }
            if (length < minimum(type)) {
                return false;
            }
            unknown |= feature(d, at, type, length);
            if (d.verbose > 1 || unknown) {
                d.unknownData("\n\t    ", at, length);
            }
            at += length;
            left -= length;
        }
        return unknown;
    }

    private static int minimum(int type) {
        return switch (type) {
            case 1 -> 10;
            case 2 -> 17;
            case 3 -> 6;
            case 4 -> 4;
            default -> 0;
        };
    }

    private static boolean feature(Dissection d, int o, int type, int length) {
        switch (type) {
            case 1 -> {
                d.fmt("\n\t    Control - Protocol Control (type 0x%x, length %u)", type, length);
                versions(d, o);
                d.fmt("\n\t      Sequence Number: %u", d.u32(o + 2));
                d.fmt("\n\t      Acknowledgement Number: %u", d.u32(o + 6));
            }
            case 2 -> {
                d.fmt("\n\t    Feature - Priority Group (type 0x%x, length %u)", type, length);
                information(d, o);
                d.text("\n\t      Priority Allocation");
                long word = d.u32(o + 4);
                for (int i = 0; i < 8; i++) {
                    d.fmt("\n\t          PgId_%u: %u", i, word >> (28 - 4 * i) & 15);
                }
                d.text("\n\t      Priority Group Allocation");
                for (int i = 0; i < 8; i++) {
                    d.fmt("\n\t          Pg percentage[%u]: %u", i, d.u8(o + 8 + i));
                }
                d.fmt("\n\t      NumTCsSupported: %u", d.u8(o + 16));
            }
            case 3 -> {
                d.fmt("\n\t    Feature - Priority Flow Control (type 0x%x, length %u)", type, length);
                information(d, o);
                int bits = d.u8(o + 4);
                d.text("\n\t      PFC Config (0x").hex(bits >> 4);
                d.ch("0123456789ABCDEF".charAt(bits & 15)).ch(')');
                for (int i = 0; i < 8; i++) {
                    d.fmt("\n\t          Priority Bit %u: ", i);
                    d.text((bits & 1 << i) != 0 ? "Enabled" : "Disabled");
                }
                d.fmt("\n\t      NumTCPFCSupported: %u", d.u8(o + 5));
            }
            case 4 -> {
                d.fmt("\n\t    Feature - Application (type 0x%x, length %u)", type, length);
                information(d, o);
                for (int i = 4; i + 6 <= length; i += 6) {
                    application(d, o + i);
                }
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private static void versions(Dissection d, int o) {
        d.fmt("\n\t      Oper_Version: %u", d.u8(o));
        d.fmt("\n\t      Max_Version: %u", d.u8(o + 1));
    }

    private static void information(Dissection d, int o) {
        versions(d, o);
        int bits = d.u8(o + 2);
        d.text("\n\t      Info block(0x");
        d.ch("0123456789ABCDEF".charAt(bits >> 4)).ch("0123456789ABCDEF".charAt(bits & 15));
        d.fmt("): Enable bit: %u, Willing bit: %u, Error Bit: %u", bits >> 7, bits >> 6 & 1, bits >> 5 & 1);
        d.fmt("\n\t      SubType: %u", d.u8(o + 3));
    }

    private static void application(Dissection d, int o) {
        d.text("\n\t      Application Value");
        d.fmt("\n\t          Application Protocol ID: 0x%04x", d.u16(o));
        int selector = d.u24(o + 2) >> 22;
        d.fmt("\n\t          SF (0x%x) Application Protocol ID is ", selector);
        d.text(selector != 0 ? "Socket Number" : "L2 EtherType");
        d.fmt("\n\t          OUI: 0x%06x", d.u24(o + 2) & 0x3fffff);
        d.fmt("\n\t          User Priority Map: 0x%02x", d.u8(o + 5));
    }
}

package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** LLDP TLVs of IEEE 802.1: VLANs, data centre bridging (802.1Qau/Qaz/Qbb), edge virtual bridging (802.1Qbg). */
final class LldpBridging {
    private static final Tokens SUBTYPES = Tokens.of(
            1,
            "Port VLAN Id",
            2,
            "Port and Protocol VLAN ID",
            3,
            "VLAN name",
            4,
            "Protocol Identity",
            7,
            "Link aggregation",
            8,
            "Congestion Notification",
            9,
            "ETS Configuration",
            10,
            "ETS Recommendation",
            11,
            "Priority Flow Control Configuration",
            12,
            "Application Priority",
            13,
            "EVB",
            14,
            "CDCP");
    private static final Tokens VLAN_FLAGS = Tokens.of(2, "supported", 4, "enabled");
    private static final Tokens EVB_MODE =
            Tokens.from(0, "Not Supported", "EVB Bridge", "EVB Station", "Reserved for future Standardization");
    private static final int TRANSMISSION_SIZE = 25;

    private LldpBridging() {}

    /** Prints the TLV from its OUI on; true if it is unknown. */
    static boolean print(Dissection d, int o, int size) {
        if (size < 4) {
            return true;
        }
        int subtype = d.u8(o + 3);
        d.text("\n\t  ").text(SUBTYPES.name(subtype, "unknown")).text(" Subtype (");
        d.dec(subtype).ch(')');
        switch (subtype) {
            case 1, 2, 3, 4 -> {
                return vlan(d, o, subtype, size);
            }
            case 7 -> {
                return LldpEthernet.aggregation(d, o, size);
            }
            case 8 -> {
                if (size < 6) {
                    return false;
                }
                d.text("\n\t    Pre-Priority CNPV Indicator");
                priorities(d, d.u8(o + 4));
                d.text("\n\t    Pre-Priority Ready Indicator");
                priorities(d, d.u8(o + 5));
            }
            case 9, 10 -> {
                if (size < TRANSMISSION_SIZE) {
                    return false;
                }
                transmission(d, o, subtype == 9);
            }
            case 11 -> {
                if (size < 6) {
                    return false;
                }
                int bits = d.u8(o + 4);
                d.fmt(
                        "\n\t    Willing: %u, MBC: %u, RES: %u, PFC cap:%u ",
                        bits >> 7, bits >> 6 & 1, bits >> 4 & 3, bits & 15);
                d.text("\n\t    PFC Enable");
                priorities(d, d.u8(o + 5));
            }
            case 12 -> {
                return applications(d, o, size);
            }
            case 13 -> {
                if (size < 9) {
                    return false;
                }
                virtualBridging(d, o);
            }
            case 14 -> {
                return channels(d, o, size);
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private static boolean vlan(Dissection d, int o, int subtype, int size) {
        int least = switch (subtype) {
            case 1, 3 -> 6;
            case 2 -> 7;
            default -> 5;
        };
        if (size < least) {
            return false;
        }
        switch (subtype) {
            case 1 -> d.text("\n\t    port vlan id (PVID): ").dec(d.u16(o + 4));
            case 2 -> {
                d.text("\n\t    port and protocol vlan id (PPVID): ").dec(d.u16(o + 5));
                d.text(", flags [").bits(VLAN_FLAGS, "none", d.u8(o + 4));
                d.text("] (0x").hex(d.u8(o + 4), 2).ch(')');
            }
            case 3 -> {
                d.text("\n\t    vlan id (VID): ").dec(d.u16(o + 4));
                if (size < 7 || size < 7 + d.u8(o + 6)) {
                    return false;
                }
                d.text("\n\t    vlan name: ").stringZ(o + 7, d.u8(o + 6));
            }
            default -> {
                if (size < 5 + d.u8(o + 4)) {
                    return false;
                }
                d.text("\n\t    protocol identity: ").stringZ(o + 5, d.u8(o + 4));
            }
        }
        return false;
    }

    private static void priorities(Dissection d, int bits) {
        d.text("\n\t     Priority : 0  1  2  3  4  5  6  7\n\t     Value    : ");
        for (int i = 0; i < 8; i++) {
            d.dec(bits >> i & 1).text("  ");
        }
    }

    private static void transmission(Dissection d, int o, boolean configuration) {
        int bits = d.u8(o + 4);
        if (configuration) {
            d.fmt("\n\t    Willing:%u, CBS:%u, RES:%u, Max TCs:%u", bits >> 7, bits >> 6 & 2, bits >> 3 & 7, bits & 7);
        } else {
            d.text("\n\t    RES: ").dec(bits);
        }
        d.text(
                "\n\t    Priority Assignment Table\n\t     Priority : 0   1   2   3   4   5   6   7\n\t     Value    : ");
        for (int i = 0; i < 8; i++) {
            cell(d, d.u8(o + 5 + i / 2) >> ((i & 1) == 0 ? 4 : 0) & 15, i);
        }
        d.text("\n\t    TC Bandwidth Table\n\t     TC%   : 0   1   2   3   4   5   6   7\n\t     Value : ");
        for (int i = 0; i < 8; i++) {
            cell(d, d.u8(o + 9 + i), i);
        }
        d.text("\n\t    TSA Assignment Table\n\t     Traffic Class: 0   1   2   3   4   5   6   7");
        d.text("\n\t     Value        : ");
        for (int i = 0; i < 8; i++) {
            cell(d, d.u8(o + 17 + i), i);
        }
    }

    private static void cell(Dissection d, int value, int index) {
        d.dec(value).text(value < 10 ? "  " : value < 100 ? " " : "");
        if (index < 7) {
            d.ch(' ');
        }
    }

    private static boolean applications(Dissection d, int o, int size) {
        if (size < 5) {
            return false;
        }
        d.text("\n\t    RES: ").dec(d.u8(o + 4));
        int table = size - 5;
        if (table <= 0 || table % 3 != 0) {
            return false;
        }
        d.text("\n\t    Application Priority Table");
        for (int i = 0; i < table; i += 3) {
            int bits = d.u8(o + 5 + i);
            d.fmt(
                    "\n\t      Priority: %u, RES: %u, Sel: %u, Protocol ID: %u",
                    bits >> 5, bits >> 3 & 3, bits & 7, d.u16(o + 6 + i));
        }
        return false;
    }

    private static void virtualBridging(Dissection d, int o) {
        int bits = d.u8(o + 4);
        d.text("\n\t    EVB Bridge Status");
        d.fmt("\n\t      RES: %u, BGID: %u, RRCAP: %u, RRCTR: %u", bits >> 3, bits >> 2 & 1, bits >> 1 & 1, bits & 1);
        bits = d.u8(o + 5);
        d.text("\n\t    EVB Station Status");
        d.fmt("\n\t      RES: %u, SGID: %u, RRREQ: %u,RRSTAT: %u", bits >> 4, bits >> 3 & 1, bits >> 2 & 1, bits & 3);
        bits = d.u8(o + 6);
        d.fmt("\n\t    R: %u, RTE: %u, ", bits >> 5, bits & 0x1f);
        bits = d.u8(o + 7);
        d.text("EVB Mode: ").text(EVB_MODE.name(bits >> 6)).fmt(" [%u]", bits >> 6);
        d.fmt("\n\t    ROL: %u, RWD: %u, ", bits >> 5 & 1, bits & 0x1f);
        bits = d.u8(o + 8);
        d.fmt("RES: %u, ROL: %u, RKA: %u", bits >> 6, bits >> 5 & 1, bits & 0x1f);
    }

    private static boolean channels(Dissection d, int o, int size) {
        if (size < 8) {
            return false;
        }
        int bits = d.u8(o + 4);
        d.fmt("\n\t    Role: %u, RES: %u, Scomp: %u ", bits >> 7, bits >> 4 & 7, bits >> 3 & 1);
        d.text("ChnCap: ").dec(d.u16(o + 6) & 0xfff);
        if ((size - 8) % 3 != 0) {
            return false;
        }
        for (int i = 8; i < size; i += 3) {
            int pair = d.u24(o + i);
            d.fmt("\n\t    SCID: %u, SVID: %u", pair >> 12, pair & 0xfff);
        }
        return false;
    }
}

package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** LLDP TLVs of IEEE 802.3 and of IANA (RFC 8520). */
final class LldpEthernet {
    private static final Tokens SUBTYPES =
            Tokens.from(1, "MAC/PHY configuration/status", "Power via MDI", "Link aggregation", "Max frame size");
    private static final Tokens SUPPORT = Tokens.of(1, "supported", 2, "enabled");
    private static final Tokens MODES = Tokens.of(
            0x4000,
            "10BASE-T hdx",
            0x2000,
            "10BASE-T fdx",
            0x1000,
            "100BASE-T4",
            0x0800,
            "100BASE-TX hdx",
            0x0400,
            "100BASE-TX fdx",
            0x0200,
            "100BASE-T2 hdx",
            0x0100,
            "100BASE-T2 fdx",
            0x0080,
            "Pause for fdx links",
            0x0040,
            "Asym PAUSE for fdx",
            0x0020,
            "Sym PAUSE for fdx",
            0x0010,
            "Asym and Sym PAUSE for fdx",
            0x0008,
            "1000BASE-{X LX SX CX} hdx",
            0x0004,
            "1000BASE-{X LX SX CX} fdx",
            0x0002,
            "1000BASE-T hdx",
            0x0001,
            "1000BASE-T fdx");
    private static final Tokens UNITS = Tokens.from(
            1,
            "AUI",
            "10BASE_5",
            "FOIRL",
            "10BASE2",
            "10BASET duplex mode unknown",
            "10BASEFP",
            "10BASEFB",
            "10BASEFL duplex mode unknown",
            "10BROAD36",
            "10BASET hdx",
            "10BASET fdx",
            "10BASEFL hdx",
            "10BASEFL fdx",
            "100BASET4",
            "100BASETX hdx",
            "100BASETX fdx",
            "100BASEFX hdx",
            "100BASEFX fdx",
            "100BASET2 hdx",
            "100BASET2 fdx",
            "1000BASEX hdx",
            "1000BASEX fdx",
            "1000BASELX hdx",
            "1000BASELX fdx",
            "1000BASESX hdx",
            "1000BASESX fdx",
            "1000BASECX hdx",
            "1000BASECX fdx",
            "1000BASET hdx",
            "1000BASET fdx",
            "10GBASEX",
            "10GBASELX4",
            "10GBASER",
            "10GBASEER",
            "10GBASELR",
            "10GBASESR",
            "10GBASEW",
            "10GBASEEW",
            "10GBASELW",
            "10GBASESW");
    private static final Tokens POWER = Tokens.of(1, "PSE", 2, "supported", 4, "enabled", 8, "can be controlled");
    private static final Tokens PAIRS = Tokens.from(1, "signal", "spare");
    private static final Tokens CLASSES = Tokens.from(1, "class0", "class1", "class2", "class3", "class4");

    private LldpEthernet() {}

    /** Prints the TLV from its OUI on; true if it is unknown. */
    static boolean print(Dissection d, int o, int size) {
        if (size < 4) {
            return true;
        }
        int subtype = d.u8(o + 3);
        d.text("\n\t  ").text(SUBTYPES.name(subtype, "unknown")).text(" Subtype (");
        d.dec(subtype).ch(')');
        switch (subtype) {
            case 1 -> {
                if (size < 9) {
                    return false;
                }
                int bits = d.u8(o + 4);
                d.text("\n\t    autonegotiation [").bits(SUPPORT, "none", bits).text("] (0x");
                d.hex(bits, 2).ch(')');
                int modes = d.u16(o + 5);
                d.text("\n\t    PMD autoneg capability [").bits(MODES, "unknown", modes);
                d.text("] (0x").hex(modes, 4).ch(')');
                int unit = d.u16(o + 7);
                d.text("\n\t    MAU type ")
                        .text(UNITS.name(unit, unit == 0 ? "Unknown" : "unknown"))
                        .text(" (0x");
                d.hex(unit, 4).ch(')');
            }
            case 2 -> {
                if (size < 7) {
                    return false;
                }
                d.text("\n\t    MDI power support [").bits(POWER, "none", d.u8(o + 4));
                d.text("], power pair ").text(PAIRS.name(d.u8(o + 5), "unknown"));
                d.text(", power class ").text(CLASSES.name(d.u8(o + 6), "unknown"));
            }
            case 3 -> {
                return aggregation(d, o, size);
            }
            case 4 -> {
                if (size < 6) {
                    return false;
                }
                d.text("\n\t    MTU size ").dec(d.u16(o + 4));
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    /** Link aggregation: of 802.3 and, later, of 802.1. */
    static boolean aggregation(Dissection d, int o, int size) {
        if (size < 9) {
            return false;
        }
        d.text("\n\t    aggregation status [").bits(SUPPORT, "none", d.u8(o + 4));
        d.text("], aggregation port ID ").dec(d.u32(o + 5));
        return false;
    }

    /** IANA's TLV: the address of a manufacturer usage description. */
    static boolean iana(Dissection d, int o, int size) {
        if (size < 8) {
            return false;
        }
        int subtype = d.u8(o + 3);
        d.text("\n\t  ").text(subtype == 1 ? "MUD-URL" : "unknown").text(" Subtype (");
        d.dec(subtype).ch(')');
        if (subtype != 1) {
            return true;
        }
        d.text("\n\t  MUD-URL=").string(o + 4, size - 4);
        return false;
    }
}

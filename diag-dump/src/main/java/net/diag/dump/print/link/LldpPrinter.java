package net.diag.dump.print.link;

import net.diag.dump.print.AddressFamilies;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** Link layer discovery (IEEE 802.1AB): a list of TLVs; organisations' own ones are in classes of their own. */
public final class LldpPrinter implements Printer {
    public static final LldpPrinter INSTANCE = new LldpPrinter();

    private static final int HEADER = 2;
    private static final int PRIVATE = 127;
    private static final Tokens TYPES = Tokens.of(
            0,
            "End",
            1,
            "Chassis ID",
            2,
            "Port ID",
            3,
            "Time to Live",
            4,
            "Port Description",
            5,
            "System Name",
            6,
            "System Description",
            7,
            "System Capabilities",
            8,
            "Management Address",
            PRIVATE,
            "Organization specific");
    private static final Tokens CHASSIS = Tokens.from(
            1,
            "Chassis component",
            "Interface alias",
            "Port component",
            "MAC address",
            "Network address",
            "Interface name",
            "Local");
    private static final Tokens PORT = Tokens.from(
            1,
            "Interface alias",
            "Port component",
            "MAC address",
            "Network Address",
            "Interface Name",
            "Agent circuit ID",
            "Local");
    private static final Tokens CAPABILITIES = Tokens.of(
            0x01,
            "Other",
            0x02,
            "Repeater",
            0x04,
            "Bridge",
            0x08,
            "WLAN AP",
            0x10,
            "Router",
            0x20,
            "Telephone",
            0x40,
            "Docsis",
            0x80,
            "Station Only");
    private static final Tokens NUMBERING = Tokens.of(2, "Interface Index", 3, "System Port Number");
    private static final int CHASSIS_MAC = 4;
    private static final int CHASSIS_NETWORK = 5;
    private static final int PORT_MAC = 3;
    private static final int PORT_NETWORK = 4;

    private LldpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "lldp";
        d.text("LLDP, length ").dec(length);
        int at = o;
        int left = length;
        while (left >= HEADER) {
            int head = d.u16(at);
            int type = head >> 9;
            int size = head & 0x1ff;
            at += HEADER;
            left -= HEADER;
            if (d.verbose > 0) {
                d.text("\n\t").text(TYPES.name(type, "Unknown")).text(" TLV (").dec(type);
                d.text("), length ").dec(size);
            }
            if (type != 0 && size == 0) {
                return;
            }
            d.check(at, size);
            if (left < size) {
                throw d.truncated();
            }
            if (type == 0) {
                return;
            }
            boolean unknown = value(d, at, type, size);
            if (d.verbose > 1 || d.verbose > 0 && unknown) {
                d.unknownData("\n\t  ", at, size);
            }
            at += size;
            left -= size;
        }
    }

    private static void require(Dissection d, int size, int least) {
        if (size < least) {
            throw d.truncated();
        }
    }

    /** Prints a value; true if it is unknown and wants a dump. */
    private static boolean value(Dissection d, int o, int type, int size) {
        if (type == 5 && d.verbose == 0) {
            d.text(": ").stringZ(o, size);
        }
        if (d.verbose == 0) {
            return false;
        }
        switch (type) {
            case 1 -> {
                return identifier(d, o, size, CHASSIS, CHASSIS_MAC, CHASSIS_NETWORK);
            }
            case 2 -> {
                return identifier(d, o, size, PORT, PORT_MAC, PORT_NETWORK);
            }
            case 3 -> {
                require(d, size, 2);
                d.text(": TTL ").dec(d.u16(o)).ch('s');
            }
            case 4, 5 -> d.text(": ").stringZ(o, size);
            case 6 -> d.text("\n\t  ").stringZ(o, size);
            case 7 -> {
                require(d, size, 4);
                capabilities(d, "System  ", d.u16(o));
                capabilities(d, "Enabled ", d.u16(o + 2));
            }
            case 8 -> management(d, o, size);
            case PRIVATE -> {
                require(d, size, 3);
                int oui = d.u24(o);
                d.text(": OUI ")
                        .text(OuiNames.name(oui))
                        .text(" (0x")
                        .hex(oui, 6)
                        .ch(')');
                return switch (oui) {
                    case 0x0080c2 -> LldpBridging.print(d, o, size);
                    case 0x00120f -> LldpEthernet.print(d, o, size);
                    case 0x00005e -> LldpEthernet.iana(d, o, size);
                    case 0x0012bb -> LldpMedia.print(d, o, size);
                    case 0x001b21 -> LldpDataCentre.print(d, o, size);
                    default -> true;
                };
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private static void capabilities(Dissection d, String label, int bits) {
        d.text("\n\t  ").text(label).text("Capabilities [").bits(CAPABILITIES, "none", bits);
        d.text("] (0x").hex(bits, 4).ch(')');
    }

    private static boolean identifier(Dissection d, int o, int size, Tokens names, int mac, int network) {
        require(d, size, 2);
        int subtype = d.u8(o);
        d.text("\n\t  Subtype ").text(names.name(subtype, "Unknown")).text(" (").dec(subtype);
        d.text("): ");
        if (subtype == mac) {
            require(d, size, 7);
            d.mac(o + 1);
        } else if (subtype == network) {
            address(d, o + 1, size - 1, "");
        } else if (names.name(subtype) != null) {
            d.stringZ(o + 1, size - 1);
        } else {
            return true;
        }
        return false;
    }

    private static void address(Dissection d, int o, int size, String label) {
        require(d, size, 1);
        int family = d.u8(o);
        int needed = switch (family) {
            case AddressFamilies.IPV4 -> 5;
            case AddressFamilies.IPV6 -> 17;
            case AddressFamilies.IEEE_802 -> 7;
            default -> 0;
        };
        require(d, size, needed);
        d.check(o, Math.max(needed, 1));
        d.text(label)
                .text("AFI ")
                .text(AddressFamilies.NAMES.name(family, "Unknown"))
                .text(" (")
                .dec(family);
        d.text(needed > 0 ? "): " : "), no AF printer !");
        switch (family) {
            case AddressFamilies.IPV4 -> d.ip4(o + 1);
            case AddressFamilies.IPV6 -> d.ip6(o + 1);
            case AddressFamilies.IEEE_802 -> d.mac(o + 1);
            default -> {
                // said above
            }
        }
    }

    private static void management(Dissection d, int o, int size) {
        require(d, size, 1);
        int addressSize = d.u8(o);
        int left = size - 1;
        if (addressSize == 0 || left < addressSize) {
            throw d.truncated();
        }
        address(d, o + 1, addressSize, "\n\t  Management Address length " + addressSize + ", ");
        int at = o + 1 + addressSize;
        left -= addressSize;
        require(d, left, 5);
        int kind = d.u8(at);
        d.check(at, 5);
        d.text("\n\t  ").text(NUMBERING.name(kind, "Unknown")).text(" Interface Numbering (");
        d.dec(kind).text("): ").dec(d.u32(at + 1));
        at += 5;
        left -= 5;
        if (left > 0) {
            int objectSize = d.u8(at);
            require(d, left, 1 + objectSize);
            if (objectSize > 0) {
                d.text("\n\t  OID length ").dec(objectSize).stringZ(at + 1, objectSize);
            }
        }
    }
}

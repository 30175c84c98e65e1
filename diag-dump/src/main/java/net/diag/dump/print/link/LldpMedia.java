package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** LLDP TLVs for media endpoints (ANSI/TIA-1057, LLDP-MED). */
final class LldpMedia {
    private static final Tokens SUBTYPES = Tokens.from(
            1,
            "LLDP-MED Capabilities",
            "Network policy",
            "Location identification",
            "Extended power-via-MDI",
            "Inventory - hardware revision",
            "Inventory - firmware revision",
            "Inventory - software revision",
            "Inventory - serial number",
            "Inventory - manufacturer name",
            "Inventory - model name",
            "Inventory - asset ID");
    private static final Tokens CAPABILITIES = Tokens.of(
            0x01,
            "LLDP-MED capabilities",
            0x02,
            "network policy",
            0x04,
            "location identification",
            0x08,
            "extended power via MDI-PSE",
            0x10,
            "extended power via MDI-PD",
            0x20,
            "Inventory");
    private static final Tokens DEVICES =
            Tokens.from(1, "endpoint class 1", "endpoint class 2", "endpoint class 3", "network connectivity");
    private static final Tokens APPLICATIONS = Tokens.from(
            1,
            "voice",
            "voice signaling",
            "guest voice",
            "guest voice signaling",
            "softphone voice",
            "video conferencing",
            "streaming video",
            "video signaling");
    private static final Tokens POLICY_FLAGS = Tokens.of(0x80, "Unknown", 0x40, "Tagged", 0x20, "reserved");
    private static final Tokens FORMATS = Tokens.from(1, "coordinate-based LCI", "civic address LCI", "ECS ELIN");
    private static final Tokens ALTITUDES = Tokens.from(1, "meters", "floors");
    private static final Tokens DATUMS = Tokens.from(
            1, "World Geodesic System 1984", "North American Datum 1983 (NAVD88)", "North American Datum 1983 (MLLW)");
    private static final Tokens WHAT = Tokens.from(
            0,
            "location of DHCP server",
            "location of the network element believed to be closest to the client",
            "location of the client");
    private static final Tokens CIVIC = Tokens.of(
            1,
            "national subdivisions (state,canton,region,province,prefecture)",
            2,
            "county, parish, gun, district",
            3,
            "city, township, shi",
            4,
            "city division, borough, city district, ward chou",
            5,
            "neighborhood, block",
            6,
            "street");
    private static final Tokens DEVICE_TYPE = Tokens.of(0, "PSE device", 1, "PD device");

    private static final Tokens SOURCES =
            Tokens.from(0, "none", "PSE - primary power source", "local - backup power source", "PSE+local - reserved");
    private static final Tokens PRIORITIES = Tokens.from(0, "none", "critical", "high", "low");
    private static final Tokens INVENTORY = Tokens.from(
            5,
            "Hardware revision",
            "Firmware revision",
            "Software revision",
            "Serial number",
            "Manufacturer name",
            "Model name",
            "Asset ID");

    private LldpMedia() {}

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
                if (size < 7) {
                    return false;
                }
                d.text("\n\t    Media capabilities [").bits(CAPABILITIES, "none", d.u16(o + 4));
                d.fmt("] (0x%04x)", d.u16(o + 4));
                d.text("\n\t    Device type [").text(DEVICES.name(d.u8(o + 6), "unknown"));
                d.fmt("] (0x%02x)", d.u8(o + 6));
            }
            case 2 -> {
                if (size < 8) {
                    return false;
                }
                policy(d, o);
            }
            case 3 -> {
                return size >= 5 && location(d, o, size);
            }
            case 4 -> {
                if (size < 7) {
                    return false;
                }
                power(d, o);
            }
            case 5, 6, 7, 8, 9, 10, 11 -> {
                d.text("\n\t  ").text(INVENTORY.name(subtype)).ch(' ').stringZ(o + 4, size - 4);
            }
            default -> {
                return true;
            }
        }
        return false;
    }

    private static void policy(Dissection d, int o) {
        int application = d.u8(o + 4);
        d.text("\n\t    Application type [").text(APPLICATIONS.name(application, "none"));
        d.fmt("] (0x%02x)", application);
        d.text(", Flags [").bits(POLICY_FLAGS, "none", d.u8(o + 5));
        d.fmt("]\n\t    Vlan id %u", d.u16(o + 5) >> 1 & 0xfff);
        d.fmt(", L2 priority %u", d.u16(o + 6) >> 6 & 7).fmt(", DSCP value %u", d.u16(o + 6) & 0x3f);
    }

    private static boolean location(Dissection d, int o, int size) {
        int format = d.u8(o + 4);
        d.text("\n\t    Location data format ").text(FORMATS.name(format, "unknown"));
        d.fmt(" (0x%02x)", format);
        switch (format) {
            case 1 -> {
                if (size < 21) {
                    return false;
                }
                d.fmt("\n\t    Latitude resolution %u, latitude value %u", d.u8(o + 5) >> 2, angle(d, o + 5));
                d.fmt("\n\t    Longitude resolution %u, longitude value %u", d.u8(o + 10) >> 2, angle(d, o + 10));
                int kind = d.u8(o + 15) >> 4;
                d.text("\n\t    Altitude type ")
                        .text(ALTITUDES.name(kind, "unknown"))
                        .fmt(" (%u)", kind);
                long altitude = (long) (d.u8(o + 16) & 0x3f) << 24 | d.u24(o + 17);
                d.fmt("\n\t    Altitude resolution %u, altitude value 0x%x", d.u16(o + 15) >> 6 & 0x3f, altitude);
                d.text("\n\t    Datum ").text(DATUMS.name(d.u8(o + 20), "unknown"));
                d.fmt(" (0x%02x)", d.u8(o + 20));
            }
            case 2 -> {
                return civic(d, o, size);
            }
            case 3 -> d.text("\n\t    ECS ELIN id ").string(o + 5, size - 5);
            default -> {
                d.text("\n\t    Location ID ").unknownData("\n\t      ", o + 5, size - 5);
            }
        }
        return false;
    }

    /** The 34 bits of a latitude or longitude. */
    private static long angle(Dissection d, int o) {
        return (long) (d.u8(o) & 3) << 32 | d.u32(o + 1);
    }

    private static boolean civic(Dissection d, int o, int size) {
        if (size < 6) {
            return false;
        }
        int left = d.u8(o + 5);
        if (left < 3 || size < 7 + left) {
            return false;
        }
        d.fmt("\n\t    LCI length %u, LCI what ", left).text(WHAT.name(d.u8(o + 6), "unknown"));
        d.fmt(" (0x%02x), Country-code ", d.u8(o + 6)).string(o + 7, 2);
        left -= 3;
        int at = o + 9;
        while (left > 0) {
            if (left < 2) {
                return false;
            }
            int type = d.u8(at);
            int length = d.u8(at + 1);
            at += 2;
            left -= 2;
            d.text("\n\t      CA type '").text(CIVIC.name(type, "unknown"));
            d.fmt("' (%u), length %u: ", type, length);
            if (type == 0 || left < length) {
                return false;
            }
            d.string(at, length);
            at += length;
            left -= length;
        }
        return false;
    }

    private static void power(Dissection d, int o) {
        int bits = d.u8(o + 4);
        // the peer looks at the low bits, where the priority is
        int type = (bits & 3) != 0 ? 1 : 0;
        d.text("\n\t    Power type [").text(DEVICE_TYPE.name(type, "unknown"));
        d.text("], Power source [").text(SOURCES.name(bits >> 4 & 3));
        d.text("]\n\t    Power priority [").text(PRIORITIES.name(bits & 15, "none"));
        d.fmt("] (0x%02x)", bits & 15);
        int value = d.u16(o + 5);
        if (value < 1024) {
            d.fmt(", Power %u.%u Watts", value / 10, value % 10);
        } else {
            d.fmt(", Power %u (Reserved)", value);
        }
    }
}

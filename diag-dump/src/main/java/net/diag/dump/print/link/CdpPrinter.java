package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;
import net.diag.dump.print.Tokens;

/** Cisco's discovery protocol: a version, a time to live, a checksum and a list of TLVs. */
public final class CdpPrinter implements Printer {
    public static final CdpPrinter INSTANCE = new CdpPrinter();

    private static final int HEADER = 4;
    private static final int TLV_HEADER = 4;
    private static final int DEVICE = 1;
    private static final Tokens NAMES = Tokens.of(
            DEVICE,
            "Device-ID",
            0x02,
            "Address",
            0x03,
            "Port-ID",
            0x04,
            "Capability",
            0x05,
            "Version String",
            0x06,
            "Platform",
            0x07,
            "Prefixes",
            0x08,
            "Protocol-Hello option",
            0x09,
            "VTP Management Domain",
            0x0a,
            "Native VLAN ID",
            0x0b,
            "Duplex",
            0x0e,
            "ATA-186 VoIP VLAN assignment",
            0x0f,
            "ATA-186 VoIP VLAN request",
            0x10,
            "power consumption",
            0x11,
            "MTU",
            0x12,
            "AVVID trust bitmap",
            0x13,
            "AVVID untrusted ports CoS",
            0x14,
            "System Name",
            0x15,
            "System Object ID (not decoded)",
            0x16,
            "Management Addresses",
            0x17,
            "Physical Location",
            0x19,
            "Power requested",
            0x1a,
            "Power available");
    private static final Tokens CAPABILITIES = Tokens.of(
            0x01,
            "Router",
            0x02,
            "Transparent Bridge",
            0x04,
            "Source Route Bridge",
            0x08,
            "L2 Switch",
            0x10,
            "L3 capable",
            0x20,
            "IGMP snooping",
            0x40,
            "L1 capable");

    private CdpPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "cdp";
        if (length < HEADER) {
            d.text(" (packet length ").dec(length).text(" < 4)").invalid();
            return;
        }
        d.text("CDPv").dec(d.u8(o));
        int ttl = d.u8(o + 1);
        d.text(", ttl: ").dec(ttl).ch('s');
        int sum = d.u16(o + 2);
        if (d.verbose > 0) {
            d.fmt(", checksum: 0x%04x (unverified), length %u", sum, length);
        }
        int at = o + HEADER;
        int left = length - HEADER;
        while (left > 0) {
            if (left < TLV_HEADER) {
                d.fmt(" (remaining packet length %u < %u)", left, TLV_HEADER).invalid();
                return;
            }
            int type = d.u16(at);
            int size = d.u16(at + 2);
            String name = NAMES.name(type, "unknown field type");
            if (size < TLV_HEADER) {
                tooShort(d, name, type, size);
                return;
            }
            if (size > left) {
                d.fmt(" (TLV length %u > %u)", size, left).invalid();
                return;
            }
            d.check(at, size);
            field(d, at + TLV_HEADER, type, size - TLV_HEADER);
            at += size;
            left -= size;
        }
        if (d.verbose < 1) {
            d.text(", length ").dec(length);
        }
    }

    private static void tooShort(Dissection d, String name, int type, int size) {
        if (d.verbose > 0) {
            d.text("\n\t").text(name).fmt(" (0x%04x), TLV length: %u byte", type, size);
            d.text(size == 1 ? " (too short)" : "s (too short)");
        } else {
            d.text(", ").text(name).fmt(" TLV length %u too short", size);
        }
        d.invalid();
    }

    private static void field(Dissection d, int o, int type, int size) {
        // the peer has a (partly empty) table up to 0x17 and dumps what lies beyond
        boolean known = NAMES.name(type) != null || type < 0x18;
        if (d.verbose > 0) {
            d.text("\n\t").text(NAMES.name(type, "unknown field type"));
            d.fmt(" (0x%04x), value length: %u byte", type, size).text(size == 1 ? ": " : "s: ");
        } else if (type == DEVICE) {
            d.text(", Device-ID ");
        } else {
            known = false;
        }
        if (known && !value(d, o, type, size)) {
            d.text(" (malformed TLV)");
            known = false;
        }
        if (!known) {
            d.unknownData("\n\t  ", o, size);
        }
    }

    /** Prints a value; false if its length cannot be. */
    private static boolean value(Dissection d, int o, int type, int size) {
        switch (type) {
            case DEVICE, 0x03, 0x06, 0x09, 0x14 -> d.ch('\'').string(o, size).ch('\'');
            case 0x02, 0x16 -> CdpAddresses.print(d, o, size);
            case 0x04 -> {
                if (size != 4) {
                    return false;
                }
                long bits = d.u32(o);
                d.fmt("(0x%08x): ", bits).bits(CAPABILITIES, "none", bits);
            }
            case 0x05 -> {
                d.text("\n\t  ");
                for (int i = 0; i < size; i++) {
                    int c = d.u8(o + i);
                    if (c == '\n') {
                        d.text("\n\t  ");
                    } else {
                        d.safe(c);
                    }
                }
            }
            case 0x07 -> CdpAddresses.prefixes(d, o, size);
            case 0x0a -> {
                if (size != 2) {
                    return false;
                }
                d.dec(d.u16(o));
            }
            case 0x0b -> {
                if (size != 1) {
                    return false;
                }
                d.text(d.u8(o) != 0 ? "full" : "half");
            }
            case 0x0e, 0x0f -> {
                if (size == 3) {
                    d.fmt("app %u, vlan %u", d.u8(o), d.u16(o + 1));
                } else if (size == 2 && type == 0x0f) {
                    d.fmt("unknown 0x%04x", d.u16(o));
                } else {
                    return false;
                }
            }
            case 0x10 -> {
                if (size < 1 || size > 3) {
                    return false;
                }
                long milliwatts = d.number(o, size);
                long hundredths = milliwatts / 10;
                long rest = milliwatts % 10;
                if (rest > 5 || rest == 5 && (hundredths & 1) != 0) {
                    hundredths++;
                }
                d.fmt("%u.%02uW", hundredths / 100, hundredths % 100);
            }
            case 0x11 -> {
                if (size != 4) {
                    return false;
                }
                d.dec(d.u32(o)).text(" bytes");
            }
            case 0x12, 0x13 -> {
                if (size != 1) {
                    return false;
                }
                d.fmt("0x%02x", d.u8(o));
            }
            case 0x17 -> {
                if (size < 1) {
                    return false;
                }
                d.fmt("0x%02x", d.u8(o));
                if (size > 1) {
                    d.ch('/').string(o + 1, size - 1);
                }
            }
            case 0x19, 0x1a -> {
                if (size < 4 || size % 4 != 0) {
                    return false;
                }
                d.fmt("reqid %u, mgmtid %u", d.u16(o), d.u16(o + 2));
                for (int i = 4; i < size; i += 4) {
                    d.text(i > 4 ? " " : type == 0x1a ? ", pwravail " : ", pwrreq ")
                            .dec(d.u32(o + i))
                            .text(" mW");
                }
            }
            default -> {
                // the hello option and the object identifier are not decoded
            }
        }
        return true;
    }
}

package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** Options of the link control protocol (RFC 1661, 1570, 1990, IANA ppp-numbers). */
final class LcpOptions {
    private static final Tokens NAMES = Tokens.from(
            0,
            "Vend-Ext",
            "MRU",
            "ACCM",
            "Auth-Prot",
            "Qual-Prot",
            "Magic-Num",
            "deprecated(6)",
            "PFC",
            "ACFC",
            "FCS-Alt",
            "SDP",
            "Num-Mode",
            "deprecated(12)",
            "Call-Back",
            "deprecated(14)",
            "deprecated(15)",
            "deprecated(16)",
            "MRRU",
            "12-Bit seq #",
            "End-Disc",
            "Proprietary",
            "DCE-Id",
            "MP+",
            "Link-Disc",
            "LCP-Auth-Opt",
            "COBS",
            "Prefix-elision",
            "Multilink-header-Form",
            "I18N",
            "SDL-over-SONET/SDH",
            "PPP-Muxing");
    private static final Tokens ALGORITHMS = Tokens.of(5, "MD5", 6, "SHA-1", 0x80, "MS-CHAPv1", 0x81, "MS-CHAPv2");
    private static final Tokens CALLBACKS =
            Tokens.of(0, "UserAuth", 1, "DialString", 2, "LocalID", 3, "E.164", 4, "X.500", 6, "CBCP");

    private LcpOptions() {}

    /** Prints one option; returns its length, 0 to stop. */
    static int print(Dissection d, int o, int length) {
        if (length < 2) {
            return 0;
        }
        d.check(o, 2);
        int type = d.u8(o);
        int size = d.u8(o + 1);
        String name = NAMES.name(type);
        if (name == null) {
            d.text("\n\tunknown LCP option 0x").hex(type, 2);
            return size < 2 ? 0 : size;
        }
        if (PppControl.head(d, name, type, size) == 0) {
            return 0;
        }
        boolean whole = value(d, o, type, size);
        if (whole && d.verbose > 1) {
            d.unknownData("\n\t    ", o + 2, size - 2);
        }
        return size;
    }

    /** Prints the value; false if the length is wrong. */
    private static boolean value(Dissection d, int o, int type, int size) {
        switch (type) {
            case 0 -> {
                if (!PppControl.atLeast(d, size, 6)) {
                    return false;
                }
                d.text(": Vendor: ").text(OuiNames.name(d.u24(o + 2)));
                d.text(" (").dec(d.u24(o + 2)).ch(')');
            }
            case 1, 17 -> {
                if (!PppControl.exactly(d, size, 4)) {
                    return false;
                }
                d.check(o + 2, 2);
                d.text(": ").dec(d.u16(o + 2));
            }
            case 2, 5 -> {
                if (!PppControl.exactly(d, size, 6)) {
                    return false;
                }
                d.check(o + 2, 4);
                d.text(": 0x").hex(d.u32(o + 2), 8);
            }
            case 3 -> {
                if (!PppControl.atLeast(d, size, 4)) {
                    return false;
                }
                authentication(d, o, size);
            }
            case 4 -> {
                if (!PppControl.atLeast(d, size, 4)) {
                    return false;
                }
                d.check(o + 2, 2);
                d.text(d.u16(o + 2) == PppProtocols.LQM ? ": LQR" : ": unknown");
            }
            case 7, 8 -> {
                // present is all they say
            }
            case 13 -> {
                if (!PppControl.atLeast(d, size, 3)) {
                    return false;
                }
                d.check(o + 2, 1);
                d.text(": Callback Operation ").text(CALLBACKS.name(d.u8(o + 2), "Unknown"));
                d.text(" (").dec(d.u8(o + 2)).ch(')');
            }
            case 19 -> {
                return PppControl.atLeast(d, size, 3) && discriminator(d, o, size);
            }
            case 23 -> {
                if (!PppControl.exactly(d, size, 4)) {
                    return false;
                }
                d.check(o + 2, 2);
                d.text(": 0x").hex(d.u16(o + 2), 4);
            }
            default -> {
                if (d.verbose < 2) {
                    d.unknownData("\n\t    ", o + 2, size - 2);
                }
            }
        }
        return true;
    }

    private static void authentication(Dissection d, int o, int size) {
        int protocol = d.u16(o + 2);
        // the format of the unknown lacks its percent sign in the text that is matched
        d.text(": ").text(PppProtocols.NAMES.name(protocol, "Unknown Auth Proto (0x04x)"));
        switch (protocol) {
            case PppProtocols.CHAP -> {
                d.check(o + 4, 1);
                d.text(", ").tok(ALGORITHMS, "Unknown Auth Alg %u", d.u8(o + 4));
            }
            case PppProtocols.PAP, PppProtocols.EAP, PppProtocols.SPAP, 0xc123 -> {
                // no parameters
            }
            default -> d.unknownData("\n\t", o, size);
        }
    }

    private static boolean discriminator(Dissection d, int o, int size) {
        int kind = d.u8(o + 2);
        switch (kind) {
            case 0 -> d.text(": Null");
            case 1 -> d.text(": Local");
            case 2 -> {
                if (!PppControl.exactly(d, size, 7)) {
                    return false;
                }
                d.check(o + 3, 4);
                d.text(": IPv4 ").ip4(o + 3);
            }
            case 3 -> {
                if (!PppControl.exactly(d, size, 9)) {
                    return false;
                }
                d.check(o + 3, 6);
                d.text(": MAC ").mac(o + 3);
            }
            case 4 -> d.text(": Magic-Num-Block");
            case 5 -> d.text(": PSNDN");
            default -> d.text(": Unknown class ").dec(kind);
        }
        return true;
    }
}

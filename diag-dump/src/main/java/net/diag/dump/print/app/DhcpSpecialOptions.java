package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/**
 * DHCP options with a structure of their own: node type and overload (RFC 2132), client identifier,
 * user class (RFC 3004), FQDN (RFC 4702), relay agent information (RFC 3046), classless routes
 * (RFC 3442).
 */
final class DhcpSpecialOptions {
    private static final Tokens NODES = Tokens.of(1, "b-node", 2, "p-node", 4, "m-node", 8, "h-node");
    private static final Tokens OVERLOADS = Tokens.of(1, "file", 2, "sname", 3, "file+sname");
    private static final Tokens HARDWARE = Tokens.of(1, "ether", 6, "ieee802");
    private static final Tokens AGENT_OPTIONS = Tokens.of(1, "Circuit-ID", 2, "Remote-ID", 6, "Subscriber-ID");

    private DhcpSpecialOptions() {}

    /** Print one value; how many of its bytes were left over. */
    static int print(Dissection d, int tag, int o, int length) {
        switch (tag) {
            case DhcpTags.NETBIOS_NODE -> {
                return oneByte(d, NODES, o, length);
            }
            case DhcpTags.OVERLOAD -> {
                return oneByte(d, OVERLOADS, o, length);
            }
            case DhcpTags.CLIENT_ID -> clientId(d, o, length);
            case DhcpTags.USER_CLASS -> userClass(d, o, length);
            case DhcpTags.FQDN -> fqdn(d, o, length);
            case DhcpTags.AGENT_INFORMATION -> {
                return agentInformation(d, o, length);
            }
            case DhcpTags.CLASSLESS_ROUTES, DhcpTags.CLASSLESS_ROUTES_MICROSOFT -> routes(d, o, length);
            default -> {
                return length;
            }
        }
        return 0;
    }

    private static boolean tooShort(Dissection d, int length, int least) {
        if (length < least) {
            d.text("[ERROR: length < ").dec(least).text(" bytes]");
            return true;
        }
        return false;
    }

    private static int oneByte(Dissection d, Tokens names, int o, int length) {
        if (tooShort(d, length, 1)) {
            return 0;
        }
        d.tok(names, "#%u", d.u8(o));
        return length - 1;
    }

    private static void clientId(Dissection d, int o, int length) {
        if (tooShort(d, length, 1)) {
            return;
        }
        int type = d.u8(o);
        if (type == 0) {
            d.ch('"').string(o + 1, length - 1).ch('"');
            return;
        }
        if (HARDWARE.name(type) != null) {
            d.tok(HARDWARE, "", type).ch(' ');
        } else {
            d.text("hardware-type ").dec(type).text(", ");
        }
        d.colonHex(o + 1, length - 1);
    }

    private static void userClass(Dissection d, int o, int length) {
        if (tooShort(d, length, 2)) {
            return;
        }
        int at = o;
        int end = o + length;
        for (int number = 1; at < end; number++) {
            int n = d.u8(at++);
            d.text("\n\t      instance#").dec(number).text(": ");
            if (n == 0) {
                d.text("[ERROR: suboption length must be non-zero]");
                return;
            }
            if (n > end - at) {
                d.text("[ERROR: invalid option]");
                return;
            }
            d.ch('"').string(at, n).text("\", length ").dec(n);
            at += n;
        }
    }

    private static void fqdn(Dissection d, int o, int length) {
        if (tooShort(d, length, 3)) {
            return;
        }
        int flags = d.u8(o);
        if ((flags & 0xf0) != 0) {
            d.text("[ERROR: MBZ nibble 0x").hex(flags >> 4).text(" != 0] ");
        }
        if ((flags & 0xf) != 0) {
            d.ch('[').text((flags & 1) != 0 ? "S" : "").text((flags & 2) != 0 ? "O" : "");
            d.text((flags & 4) != 0 ? "E" : "")
                    .text((flags & 8) != 0 ? "N" : "")
                    .text("] ");
        }
        d.dec(d.u8(o + 1))
                .ch('/')
                .dec(d.u8(o + 2))
                .text(" \"")
                .string(o + 3, length - 3)
                .ch('"');
    }

    private static int agentInformation(Dissection d, int o, int length) {
        int at = o;
        int end = o + length;
        while (end - at >= 2) {
            int code = d.u8(at);
            int n = d.u8(at + 1);
            at += 2;
            d.text("\n\t      ").tok(AGENT_OPTIONS, "Unknown", code);
            d.text(" SubOption ").dec(code).text(", length ").dec(n).text(": ");
            if (n > end - at) {
                d.text("length goes past end of option");
                return 0;
            }
            switch (code) {
                case 1, 2, 6 -> d.string(at, n);
                default -> d.unknownData("\n\t\t", at, n);
            }
            at += n;
        }
        return end - at;
    }

    private static void routes(Dissection d, int o, int length) {
        if (tooShort(d, length, 5)) {
            return;
        }
        int at = o;
        int end = o + length;
        while (at < end) {
            if (at > o) {
                d.ch(',');
            }
            int width = d.u8(at++);
            if (width > 32) {
                d.text("[ERROR: Mask width (").dec(width).text(") > 32]");
                return;
            }
            int significant = (width + 7) / 8;
            if (significant + 4 > end - at) {
                d.text("[ERROR: Remaining length (")
                        .dec(end - at)
                        .text(") < ")
                        .dec(significant + 4)
                        .text(" bytes]");
                return;
            }
            d.ch('(');
            if (width == 0) {
                d.text("default");
            } else {
                for (int i = 0; i < 4; i++) {
                    d.text(i > 0 ? "." : "").dec(i < significant ? d.u8(at + i) : 0);
                }
                d.ch('/').dec(width);
            }
            at += significant;
            d.ch(':').ip4(at).ch(')');
            at += 4;
        }
    }
}

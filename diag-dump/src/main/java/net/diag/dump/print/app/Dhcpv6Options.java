package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** A list of DHCPv6 options, each in parentheses; identity associations hold further lists. */
final class Dhcpv6Options {
    private static final int HEADER = 4;
    static final Tokens NAMES = Tokens.of(
            1,
            "client-ID",
            2,
            "server-ID",
            3,
            "IA_NA",
            4,
            "IA_TA",
            5,
            "IA_ADDR",
            6,
            "option-request",
            7,
            "preference",
            8,
            "elapsed-time",
            9,
            "relay-message",
            11,
            "authentication",
            12,
            "server-unicast",
            13,
            "status-code",
            14,
            "rapid-commit",
            15,
            "user-class",
            16,
            "vendor-class",
            17,
            "vendor-specific-info",
            18,
            "interface-ID",
            19,
            "reconfigure-message",
            20,
            "reconfigure-accept",
            21,
            "SIP-servers-domain",
            22,
            "SIP-servers-address",
            23,
            "DNS-server",
            24,
            "DNS-search-list",
            25,
            "IA_PD",
            26,
            "IA_PD-prefix",
            27,
            "NIS-server",
            28,
            "NIS+-server",
            29,
            "NIS-domain-name",
            30,
            "NIS+-domain-name",
            31,
            "SNTP-servers",
            32,
            "lifetime",
            33,
            "BCMCS-domain-name",
            34,
            "BCMCS-server",
            36,
            "Geoconf-Civic",
            37,
            "remote-ID",
            38,
            "subscriber-ID",
            39,
            "Client-FQDN",
            40,
            "PANA-agent",
            41,
            "POSIX-timezone",
            42,
            "POSIX-tz-database",
            43,
            "Echo-request-option",
            44,
            "Lease-query",
            45,
            "LQ-client-data",
            46,
            "Clt-time",
            47,
            "LQ-relay-data",
            48,
            "LQ-client-link",
            56,
            "NTP-server",
            59,
            "Bootfile-URL",
            64,
            "AFTR-Name",
            112,
            "Manufacturer-usage-description",
            136,
            "SZTP-redirect");
    private static final Tokens STATUS = Tokens.from(
            0,
            "Success",
            "UnspecFail",
            "NoAddrsAvail",
            "NoBinding",
            "NotOnLink",
            "UseMulticast",
            "NoPrefixAvail",
            "UnknownQueryType",
            "MalformedQuery",
            "NotConfigured",
            "NotAllowed");

    private Dhcpv6Options() {}

    /** Prints the options from {@code o} to {@code end}. */
    static void print(Dissection d, int o, int end) {
        int at = o;
        while (at < end) {
            if (end - at < HEADER) {
                throw d.truncated();
            }
            int type = d.u16(at);
            int size = d.u16(at + 2);
            at += HEADER;
            if (end - at < size) {
                throw d.truncated();
            }
            d.text(" (").tok(NAMES, "opt_%u", type);
            if (!value(d, at, type, size)) {
                d.text(" ?");
            }
            d.ch(')');
            at += size;
        }
    }

    private static void nested(Dissection d, int o, int skipped, int size) {
        int from = o + skipped;
        if (size > skipped) {
            // by nest, so that hostile depth is cut off
            d.nest((x, at, length) -> print(x, at, at + length), from, size - skipped);
        }
    }

    /** Prints an option's value; false if its length cannot be. */
    private static boolean value(Dissection d, int o, int type, int size) {
        switch (type) {
            case 1, 2 -> {
                return Dhcpv6Values.identifier(d, o, size);
            }
            case 5 -> {
                if (size < 24) {
                    return false;
                }
                d.ch(' ').ip6(o);
                d.fmt(" pltime:%u vltime:%u", d.u32(o + 16), d.u32(o + 20));
                nested(d, o, 24, size);
            }
            case 6, 43 -> {
                if (size % 2 != 0) {
                    return false;
                }
                for (int i = 0; i < size; i += 2) {
                    d.ch(' ').tok(NAMES, "opt_%u", d.u16(o + i));
                }
            }
            case 3, 25 -> {
                if (size < 12) {
                    return false;
                }
                d.fmt(" IAID:%u T1:%u T2:%u", d.u32(o), d.u32(o + 4), d.u32(o + 8));
                nested(d, o, 12, size);
            }
            case 4 -> {
                if (size < 4) {
                    return false;
                }
                d.text(" IAID:").dec(d.u32(o));
                nested(d, o, 4, size);
            }
            case 26 -> {
                if (size < 25) {
                    return false;
                }
                d.ch(' ').ip6(o + 9).ch('/').dec(d.u8(o + 8));
                d.fmt(" pltime:%u vltime:%u", d.u32(o), d.u32(o + 4));
                nested(d, o, 25, size);
            }
            case 9 -> {
                d.text(" (");
                d.nest(Dhcpv6Printer.INSTANCE, o, size);
            }
            case 44 -> {
                if (size < 17) {
                    return false;
                }
                int kind = d.u8(o);
                if (kind == 1 || kind == 2) {
                    d.text(kind == 1 ? " by-address" : " by-clientID");
                } else {
                    d.text(" type_").dec(kind);
                }
                d.ch(' ').ip6(o + 1);
                nested(d, o, 17, size);
            }
            case 45 -> nested(d, o, 0, size);
            default -> {
                return simple(d, o, type, size);
            }
        }
        return true;
    }

    private static boolean simple(Dissection d, int o, int type, int size) {
        switch (type) {
            case 7 -> {
                if (size != 1) {
                    return false;
                }
                d.ch(' ').dec(d.u8(o));
            }
            case 8 -> {
                if (size != 2) {
                    return false;
                }
                d.ch(' ').dec(d.u16(o));
            }
            case 32, 46 -> {
                if (size != 4) {
                    return false;
                }
                d.ch(' ').dec(d.u32(o));
            }
            case 11 -> {
                return Dhcpv6Values.authentication(d, o, size);
            }
            case 12 -> {
                if (size != 16) {
                    return false;
                }
                d.ch(' ').ip6(o);
            }
            case 13 -> {
                if (size < 2) {
                    return false;
                }
                d.ch(' ').tok(STATUS, "code%u", d.u16(o));
            }
            case 19 -> {
                if (size != 1) {
                    return false;
                }
                switch (d.u8(o)) {
                    case 5 -> d.text(" for renew");
                    case 11 -> d.text(" for inf-req");
                    default -> d.text(" for ???(").hex(d.u8(o), 2).ch(')');
                }
            }
            case 22, 23, 27, 28, 31, 34, 40, 48 -> {
                if (size % 16 != 0) {
                    return false;
                }
                for (int i = 0; i < size; i += 16) {
                    d.ch(' ').ip6(o + i);
                }
            }
            default -> {
                return Dhcpv6Values.print(d, o, type, size);
            }
        }
        return true;
    }
}

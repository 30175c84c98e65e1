package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.DomainNames;

/** Values of DHCPv6 options that have a form of their own (RFC 8415, 3319, 3646, 5908, 6334). */
final class Dhcpv6Values {
    /** How many bytes of opaque data are shown below {@code -vv}. */
    private static final int SHOWN = 10;

    private Dhcpv6Values() {}

    /** A DHCP unique identifier (RFC 8415 section 11, RFC 6355). */
    static boolean identifier(Dissection d, int o, int size) {
        if (size < 2) {
            return false;
        }
        int type = d.u16(o);
        switch (type) {
            case 1 -> {
                if (size < 8) {
                    return false;
                }
                d.fmt(" hwaddr/time type %u time %u ", d.u16(o + 2), d.u32(o + 4));
                d.plainHex(o + 8, size - 8);
            }
            case 2 -> {
                if (size < 6) {
                    return false;
                }
                d.text(" enterprise ").dec(d.u32(o + 2)).ch(' ').plainHex(o + 6, size - 6);
            }
            case 3 -> {
                if (size < 4) {
                    return false;
                }
                d.text(" hwaddr type ").dec(d.u16(o + 2)).ch(' ').plainHex(o + 4, size - 4);
            }
            case 4 -> {
                if (size < 2 + 16) {
                    return false;
                }
                d.text(" uuid ").plainHex(o + 2, 16);
            }
            default -> d.text(" type ").dec(type);
        }
        return true;
    }

    /** Authentication (RFC 8415 section 20). */
    static boolean authentication(Dissection d, int o, int size) {
        if (size < 11) {
            return false;
        }
        int protocol = d.u8(o);
        switch (protocol) {
            case 2 -> d.text(" proto: delayed");
            case 3 -> d.text(" proto: reconfigure");
            default -> d.text(" proto: ").dec(protocol);
        }
        int algorithm = d.u8(o + 1);
        if (algorithm == 1) {
            d.text(", alg: HMAC-MD5");
        } else {
            d.text(", alg: ").dec(algorithm);
        }
        int method = d.u8(o + 2);
        if (method == 0) {
            d.text(", RDM: mono");
        } else {
            d.text(", RDM: ").dec(method);
        }
        d.text(", RD:");
        for (int i = 0; i < 4; i++) {
            d.ch(' ').hex(d.u16(o + 3 + 2 * i), 4);
        }
        int at = o + 11;
        int left = size - 11;
        if (protocol == 2 && left >= 20) {
            int realm = left - 20;
            if (realm > 0) {
                d.text(", realm: ").plainHex(at, realm);
            }
            d.text(", key ID: ").hex(d.u32(at + realm), 8).text(", HMAC-MD5:");
            words(d, at + realm + 4);
        } else if (protocol == 3 && left == 17) {
            switch (d.u8(at)) {
                case 1 -> d.text(" reconfig-key");
                case 2 -> d.text(" type: HMAC-MD5");
                default -> d.text(" type: ??");
            }
            d.text(" value:");
            words(d, at + 1);
        } else if (left > 0 || protocol == 3) {
            d.text(" ??");
        }
        return true;
    }

    private static void words(Dissection d, int o) {
        for (int i = 0; i < 4; i++) {
            d.ch(' ').hex(d.u32(o + 4 * i), 8);
        }
    }

    private static void opaque(Dissection d, int o, int size) {
        if (d.verbose > 1 || size <= SHOWN) {
            d.plainHex(o, size);
        } else {
            d.plainHex(o, SHOWN).text("...");
        }
    }

    /** Prints the value of one of the remaining options; false if its length cannot be. */
    static boolean print(Dissection d, int o, int type, int size) {
        int end = o + size;
        switch (type) {
            case 15 -> {
                return classes(d, o, end);
            }
            case 16 -> {
                if (size < 4) {
                    return false;
                }
                d.text(" enterprise ").dec(d.u32(o));
                for (int at = o + 4; end - at >= 2; ) {
                    int length = d.u16(at);
                    at += 2;
                    if (length > end - at) {
                        throw d.truncated();
                    }
                    d.text(" (len ")
                            .dec(length)
                            .text(" data ")
                            .string(at, length)
                            .ch(')');
                    at += length;
                }
            }
            case 17 -> {
                if (size < 4) {
                    return false;
                }
                d.text(" enterprise ").dec(d.u32(o));
                for (int at = o + 4; end - at >= 4; ) {
                    int code = d.u16(at);
                    int length = d.u16(at + 2);
                    at += 4;
                    if (length > end - at) {
                        throw d.truncated();
                    }
                    d.fmt(" (code %u len %u data ", code, length);
                    opaque(d, at, length);
                    d.ch(')');
                    at += length;
                }
            }
            case 18, 37, 38 -> {
                d.ch(' ');
                opaque(d, o, size);
            }
            case 21, 24, 29, 30, 33 -> {
                int outer = d.narrow(end);
                for (int at = o; at < end; ) {
                    d.ch(' ');
                    int next = DomainNames.print(d, at, o);
                    if (next <= at) {
                        throw d.truncated();
                    }
                    at = next;
                }
                d.widen(outer);
            }
            case 41, 42 -> {
                if (size < 3) {
                    return false;
                }
                d.ch(' ').string(o, size);
            }
            case 59, 112, 136 -> d.ch(' ').string(o, size);
            case 47 -> {
                if (size < 16) {
                    return false;
                }
                d.ch(' ').ip6(o).ch(' ');
                opaque(d, o + 16, size - 16);
            }
            case 56 -> {
                if (size < 4) {
                    return false;
                }
                timeServers(d, o, end);
            }
            case 64 -> {
                if (size < 3) {
                    return false;
                }
                tunnelEndpoint(d, o, end);
            }
            default -> {
                // no more than the name is shown
            }
        }
        return true;
    }

    private static boolean classes(Dissection d, int o, int end) {
        int at = o;
        while (end - at >= 2) {
            int length = d.u16(at);
            at += 2;
            if (length > end - at) {
                return false;
            }
            d.ch(' ').string(at, length);
            at += length;
        }
        return true;
    }

    private static void timeServers(Dissection d, int o, int end) {
        int at = o;
        while (end - at >= 4) {
            int code = d.u16(at);
            int length = d.u16(at + 2);
            at += 4;
            if (length > end - at) {
                throw d.truncated();
            }
            d.text(" subopt:").dec(code);
            if ((code == 1 || code == 2) && length == 16) {
                d.ch(' ').ip6(at);
            } else if (code == 3) {
                d.ch(' ');
                int outer = d.narrow(at + length);
                DomainNames.print(d, at, at);
                d.widen(outer);
            } else {
                d.text(" ?");
            }
            at += length;
        }
    }

    /** The name of a dual-stack lite concentrator (RFC 6334). */
    private static void tunnelEndpoint(Dissection d, int o, int end) {
        d.ch(' ');
        int at = o;
        while (at < end && d.u8(at) != 0) {
            int length = d.u8(at++);
            if (length > end - at) {
                return;
            }
            if (at > o + 1) {
                d.ch('.');
            }
            d.string(at, length);
            at += length;
        }
    }
}

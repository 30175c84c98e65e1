package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/**
 * What follows the quoted datagram of an ICMP error (RFC 4884): MPLS label stacks (RFC 4950), interface
 * information (RFC 5837); and the objects of extended echo (RFC 8335).
 */
final class IcmpExtensions {
    private static final int LEGACY_OFFSET = 136;
    private static final int VERSION = 2;
    private static final int OBJECT_HEADER = 4;
    private static final int MPLS = 1;
    private static final int INTERFACE_INFORMATION = 2;
    private static final int INTERFACE_IDENTIFICATION = 3;
    private static final Tokens OBJECTS = Tokens.of(
            MPLS,
            "MPLS Stack Entry",
            INTERFACE_INFORMATION,
            "Interface Information",
            INTERFACE_IDENTIFICATION,
            "Interface Identification");
    private static final Tokens ROLES = Tokens.from(
            0,
            "Incoming IP Interface",
            "Sub-IP Component of Incoming IP Interface",
            "Outgoing IP Interface",
            "IP Next Hop");
    private static final Tokens REPLY_CODES = Tokens.from(
            0,
            "No error",
            "Malformed Query",
            "No Such Interface",
            "No Such Table Entry",
            "Multiple Interfaces Satisfy Query");
    private static final Tokens REPLY_STATES =
            Tokens.from(0, "Reserved", "Incomplete", "Reachable", "Stale", "Delay", "Probe", "Failed");

    private IcmpExtensions() {}

    /** Prints the extension of an error message that begins at {@code o}. */
    static void print(Dissection d, int o, int length) {
        if (length <= LEGACY_OFFSET + 4 + 4) {
            return;
        }
        int at = o + LEGACY_OFFSET;
        int quotedLength = d.u8(o + 5);
        int version = d.u8(at) >> 4;
        if (quotedLength == 0 && version != VERSION) {
            return;
        }
        int rest = length - LEGACY_OFFSET;
        d.text("\n\tICMP Multi-Part extension v").dec(version);
        if (version != VERSION) {
            d.text(", packet not supported");
            return;
        }
        structure(d, at, rest);
    }

    /** Prints the objects of an extended echo request. */
    static void printExtendedEcho(Dissection d, int o, int length) {
        d.text((d.u8(o + 7) & 1) != 0 ? "\n\tLocal Interface" : "\n\tRemote Interface");
        int version = d.u8(o + 8) >> 4;
        if (version != VERSION) {
            d.text(", packet not supported");
            return;
        }
        // The message may be padded: the one object says how long the structure is.
        structure(d, o + 8, length < 16 ? length - 8 : Math.min(length - 8, 4 + d.u16(o + 12)));
    }

    /** Prints the answer of an extended echo. */
    static void printExtendedEchoReply(Dissection d, int o) {
        int code = d.u8(o + 1);
        int flags = d.u8(o + 7);
        d.text("\n\tCode ").dec(code).text(" (").tok(REPLY_CODES, "Unknown", code);
        d.text("), State ").dec(flags >> 5).text(" (").tok(REPLY_STATES, "Unknown", flags >> 5);
        d.text("), active ")
                .dec(flags >> 2 & 1)
                .text(" ipv4 ")
                .dec(flags >> 1 & 1)
                .text(" ipv6 ")
                .dec(flags & 1);
    }

    private static void structure(Dissection d, int o, int length) {
        d.check(o, 4);
        if (d.has(o, length)) {
            boolean correct = d.checksum(o, length) == 0;
            d.text(", checksum 0x")
                    .hex(d.u16(o + 2), 4)
                    .text(correct ? " (correct), length " : " (incorrect), length ")
                    .dec(length);
        } else {
            throw d.truncated();
        }
        int at = o + 4;
        int rest = length - 4;
        while (rest > OBJECT_HEADER) {
            int size = d.u16(at);
            int objectClass = d.u8(at + 2);
            int type = d.u8(at + 3);
            d.text("\n\t  ")
                    .text(OBJECTS.name(objectClass, "unknown"))
                    .text(" Object (")
                    .dec(objectClass);
            d.text("), Class-Type: ").dec(type).text(", length ").dec(size);
            rest -= OBJECT_HEADER;
            if (objectClass == 0 || size < OBJECT_HEADER) {
                return;
            }
            int body = size - OBJECT_HEADER;
            object(d, at + OBJECT_HEADER, body, objectClass, type);
            rest -= body;
            at += size;
        }
    }

    private static void object(Dissection d, int o, int length, int objectClass, int type) {
        switch (objectClass) {
            case MPLS -> {
                if (type == 1) {
                    labels(d, o, length);
                } else {
                    d.unknownData("\n\t    ", o, length);
                }
            }
            case INTERFACE_INFORMATION -> information(d, o, length, type);
            case INTERFACE_IDENTIFICATION -> identification(d, o, length, type);
            default -> {
                if (d.verbose <= 1) {
                    d.unknownData("\n\t    ", o, length);
                }
            }
        }
        if (d.verbose > 1) {
            d.unknownData("\n\t    ", o, length);
        }
    }

    private static void labels(Dissection d, int o, int length) {
        for (int i = 0; i + 4 <= length; i += 4) {
            long entry = d.u32(o + i);
            d.text("\n\t    label ").dec(entry >> 12).text(", tc ").dec(entry >> 9 & 7);
            if ((entry & 0x100) != 0) {
                d.text(", [S]");
            }
            d.text(", ttl ").dec(entry & 0xff);
        }
    }

    private static void information(Dissection d, int o, int length, int type) {
        d.text("\n\t    Interface Role: ").tok(ROLES, "Unknown", type >> 6);
        int at = o;
        int end = o + length;
        if ((type & 8) != 0) {
            if (end - at < 4) {
                return;
            }
            d.text("\n\t    Interface Index: ").dec(d.u32(at));
            at += 4;
        }
        if ((type & 4) != 0) {
            if (end - at < 8) {
                return;
            }
            int family = d.u16(at);
            d.text("\n\t    Interface IP Address: ");
            at += 4;
            if (family == 1) {
                d.ip4(at);
                at += 4;
            } else if (family == 2) {
                d.ip6(at);
                at += 16;
            } else {
                d.text("Unknown Address Family Identifier (").dec(family).ch(')');
                return;
            }
        }
        if ((type & 2) != 0) {
            if (end - at < 1) {
                return;
            }
            int size = d.u8(at);
            d.text("\n\t    Interface Name, length ").dec(size).text(": ");
            if ((size & 3) != 0 || size < 4 || size > 64) {
                d.invalid();
                return;
            }
            d.stringZ(at + 1, size - 1);
            at += size;
        }
        if ((type & 1) != 0 && end - at >= 4) {
            d.text("\n\t    MTU Value: ").dec(d.u32(at));
        }
    }

    private static void identification(Dissection d, int o, int length, int type) {
        switch (type) {
            case 1 -> {
                d.text("\n\t    Interface Name, length ").dec(length).text(": ");
                d.stringZ(o, length);
            }
            case 2 -> d.text("\n\t    Interface Index: ").dec(d.u32(o));
            case 3 -> {
                int family = d.u16(o);
                int size = d.u8(o + 2);
                d.text("\n\t    Interface Address: ");
                if (family == 1 && size == 4) {
                    d.ip4(o + 4);
                } else if (family == 2 && size == 16) {
                    d.ip6(o + 4);
                } else {
                    d.linkAddress(o + 4, size);
                }
            }
            default -> d.unknownData("\n\t    ", o, length);
        }
    }
}

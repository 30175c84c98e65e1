package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;

/** Questions and resource records of DNS messages (RFC 1035 §4.1.2–3, RFC 6891 for OPT). */
final class DnsRecords {
    private static final int CACHE_FLUSH = 0x8000;
    private static final int DNSSEC_OK = 0x8000;

    private DnsRecords() {}

    /** Print the question at {@code o}; the offset behind it, or -1 when the packet ends in it. */
    static int question(Dissection d, int o, int message, boolean multicast) {
        int at = DnsNames.skip(d, o);
        if (at < 0 || !d.has(at, 4)) {
            return -1;
        }
        d.ch(' ').tok(DnsTypes.TYPES, "Type%u", d.u16(at));
        int dnsClass = d.u16(at + 2);
        boolean unicast = multicast && (dnsClass & CACHE_FLUSH) != 0;
        dnsClass = multicast ? dnsClass & ~CACHE_FLUSH : dnsClass;
        if (dnsClass != DnsTypes.IN) {
            d.ch(' ').tok(DnsTypes.CLASSES, "(Class %u)", dnsClass);
        }
        if (multicast) {
            d.text(unicast ? " (QU)" : " (QM)");
        }
        d.text("? ");
        int end = DnsNames.print(d, o, message);
        return end < 0 ? -1 : at + 4;
    }

    /** Print the record at {@code o}; the offset behind it, or -1 when the packet ends in it. */
    static int record(Dissection d, int o, int message, boolean multicast) {
        int at;
        if (d.verbose > 0) {
            d.ch(' ');
            at = DnsNames.print(d, o, message);
        } else {
            at = DnsNames.skip(d, o);
        }
        if (at < 0) {
            return -1;
        }
        if (!d.has(at, 10)) {
            return d.end();
        }
        int type = d.u16(at);
        int dnsClass = d.u16(at + 2);
        if (multicast && type != DnsTypes.OPT) {
            if ((dnsClass & CACHE_FLUSH) != 0) {
                d.text(" (Cache flush)");
            }
            dnsClass &= ~CACHE_FLUSH;
        }
        int flags = 0;
        if (type == DnsTypes.OPT) {
            flags = d.u16(at + 6);
        } else {
            if (dnsClass != DnsTypes.IN) {
                d.ch(' ').tok(DnsTypes.CLASSES, "(Class %u)", dnsClass);
            }
            if (d.verbose > 2) {
                d.text(" [");
                duration(d, d.u32(at + 4));
                d.ch(']');
            }
        }
        int length = d.u16(at + 8);
        at += 10;
        d.ch(' ').tok(DnsTypes.TYPES, "Type%u", type);
        if (!d.has(at, length)) {
            return -1;
        }
        boolean whole = type == DnsTypes.OPT
                ? options(d, at, length, dnsClass, flags)
                : DnsData.print(d, type, at, length, message);
        return whole ? at + length : -1;
    }

    /** Weeks, days, hours, minutes and seconds, the zero ones left out. */
    static void duration(Dissection d, long seconds) {
        if (seconds == 0) {
            d.text("0s");
            return;
        }
        long rest = seconds;
        rest = part(d, rest, 604800, 'w');
        rest = part(d, rest, 86400, 'd');
        rest = part(d, rest, 3600, 'h');
        rest = part(d, rest, 60, 'm');
        part(d, rest, 1, 's');
    }

    private static long part(Dissection d, long seconds, int unit, char letter) {
        if (seconds >= unit) {
            d.dec(seconds / unit).ch(letter);
        }
        return seconds % unit;
    }

    private static boolean options(Dissection d, int o, int length, int udpSize, int flags) {
        d.text(" UDPsize=").dec(udpSize);
        if ((flags & DNSSEC_OK) != 0) {
            d.text(" DO");
        }
        if ((flags & 0x4000) != 0) {
            d.text(" CO");
        }
        if (length == 0) {
            return true;
        }
        d.text(" [");
        int end = o + length;
        int at = o;
        while (at < end) {
            if (at + 4 > end) {
                return false;
            }
            if (at > o) {
                d.ch(',');
            }
            int code = d.u16(at);
            int size = d.u16(at + 2);
            at += 4;
            if (size > end - at) {
                return false;
            }
            d.tok(DnsTypes.OPTIONS, "Opt%u", code);
            if (size > 0) {
                d.ch(' ');
                DnsOptions.print(d, code, at, size);
            }
            at += size;
        }
        d.ch(']');
        return true;
    }
}

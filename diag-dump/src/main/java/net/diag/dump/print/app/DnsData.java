package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;

/** The data of resource records (RFC 1035 §3.3 and each type's own RFC). */
final class DnsData {
    private DnsData() {}

    /** Print {@code length} bytes at {@code o}, which are there; whether they were whole. */
    static boolean print(Dissection d, int type, int o, int length, int message) {
        switch (type) {
            case DnsTypes.A -> {
                if (!d.has(o, 4)) {
                    return false;
                }
                d.ch(' ').ipv4Text(d.s32(o));
            }
            case DnsTypes.NS, DnsTypes.CNAME, DnsTypes.PTR, DnsTypes.DNAME -> {
                d.ch(' ');
                return DnsNames.print(d, o, message) >= 0;
            }
            case DnsTypes.SOA -> {
                return d.verbose == 0 || startOfAuthority(d, o, message);
            }
            case DnsTypes.MX -> {
                d.ch(' ');
                if (!d.has(o, 2) || DnsNames.print(d, o + 2, message) < 0) {
                    return false;
                }
                d.ch(' ').dec(d.u16(o));
            }
            case DnsTypes.TXT, DnsTypes.SPF -> strings(d, o, length);
            case DnsTypes.SRV -> {
                d.ch(' ');
                if (!d.has(o, 6) || DnsNames.print(d, o + 6, message) < 0) {
                    return false;
                }
                d.ch(':').dec(d.u16(o + 4)).ch(' ').dec(d.u16(o)).ch(' ').dec(d.u16(o + 2));
            }
            case DnsTypes.AAAA -> {
                if (!d.has(o, 16)) {
                    return false;
                }
                d.ch(' ').ip6Text(o);
            }
            case DnsTypes.A6 -> {
                return a6(d, o, message);
            }
            case DnsTypes.URI -> {
                if (length < 4) {
                    return false;
                }
                d.ch(' ').dec(d.u16(o)).ch(' ').dec(d.u16(o + 2)).text(" \"");
                d.string(o + 4, length - 4).ch('"');
            }
            case DnsTypes.UNSPECA -> d.ch(' ').string(o, length);
            case DnsTypes.TSIG -> {
                return signature(d, o, message);
            }
            default -> {}
        }
        return true;
    }

    private static boolean startOfAuthority(Dissection d, int o, int message) {
        d.ch(' ');
        int at = DnsNames.print(d, o, message);
        if (at < 0) {
            return false;
        }
        d.ch(' ');
        at = DnsNames.print(d, at, message);
        if (at < 0 || !d.has(at, 20)) {
            return false;
        }
        for (int i = 0; i < 5; i++) {
            d.ch(' ').dec(d.u32(at + 4 * i));
        }
        return true;
    }

    private static void strings(Dissection d, int o, int length) {
        int at = o;
        while (at < o + length) {
            int n = d.u8(at);
            d.text(" \"").string(at + 1, n).ch('"');
            at += 1 + n;
        }
    }

    private static boolean a6(Dissection d, int o, int message) {
        int bits = d.u8(o);
        int skipped = bits / 8;
        if (bits > 128) {
            d.ch(' ').dec(bits).text("(bad plen)");
            return true;
        }
        if (bits < 128) {
            if (!d.has(o + 1, 16 - skipped)) {
                return false;
            }
            byte[] address = new byte[16];
            for (int i = skipped; i < 16; i++) {
                address[i] = (byte) d.u8(o + 1 + i - skipped);
            }
            d.ch(' ').dec(bits).ch(' ').ip6Text(address);
        }
        if (bits > 0) {
            d.ch(' ');
            return DnsNames.print(d, o + 1 + 16 - skipped, message) >= 0;
        }
        return true;
    }

    private static boolean signature(Dissection d, int o, int message) {
        d.ch(' ');
        int at = DnsNames.print(d, o, message);
        if (at < 0 || !d.has(at + 6, 4)) {
            return false;
        }
        at += 6;
        int macLength = d.u16(at + 2);
        d.text(" fudge=").dec(d.u16(at)).text(" maclen=").dec(macLength);
        at += 4 + macLength;
        if (!d.has(at, 6)) {
            return false;
        }
        d.text(" origid=").dec(d.u16(at)).text(" error=").dec(d.u16(at + 2));
        d.text(" otherlen=").dec(d.u16(at + 4));
        return true;
    }
}

package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/** Values of EDNS options (RFC 6891 §6.1.2, RFC 7871, RFC 7873, RFC 7828, RFC 7314, RFC 6975, RFC 8145). */
final class DnsOptions {
    private DnsOptions() {}

    static void print(Dissection d, int code, int o, int length) {
        switch (code) {
            case 5 -> algorithms(d, DnsTypes.SIGNATURE_ALGORITHMS, o, length);
            case 6 -> algorithms(d, DnsTypes.DIGESTS, o, length);
            case 7 -> algorithms(d, DnsTypes.NSEC3_HASHES, o, length);
            case 8 -> clientSubnet(d, o, length);
            case 9 -> {
                if (length != 4) {
                    d.invalid();
                } else {
                    d.dec(d.u32(o)).text(" sec");
                }
            }
            case 10 -> {
                if (length < 8 || length > 40 || length > 8 && length < 16) {
                    d.invalid();
                } else {
                    d.plainHex(o, length);
                }
            }
            case 11 -> {
                if (length != 2) {
                    d.invalid();
                } else {
                    int tenths = d.u16(o);
                    d.dec(tenths / 10).ch('.').dec(tenths % 10).text(" sec");
                }
            }
            case 12 -> d.ch('(').dec(length).ch(')');
            case 14 -> keyTags(d, o, length);
            default -> d.plainHex(o, length);
        }
    }

    private static void algorithms(Dissection d, Tokens names, int o, int length) {
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                d.ch(' ');
            }
            d.tok(names, "Alg_%u", d.u8(o + i));
        }
    }

    private static void keyTags(Dissection d, int o, int length) {
        if (length < 2 || length % 2 != 0) {
            d.invalid();
            return;
        }
        for (int i = 0; i < length; i += 2) {
            if (i > 0) {
                d.ch(' ');
            }
            d.dec(d.u16(o + i));
        }
    }

    private static void clientSubnet(Dissection d, int o, int length) {
        if (length < 4) {
            d.invalid();
            return;
        }
        int family = d.u16(o);
        int source = d.u8(o + 2);
        int scope = d.u8(o + 3);
        int bytes = length - 4;
        int most = family == 1 ? 4 : family == 2 ? 16 : -1;
        if (bytes > most || source > most * 8 || scope > most * 8) {
            d.invalid();
            return;
        }
        byte[] address = new byte[most];
        for (int i = 0; i < bytes; i++) {
            address[i] = (byte) d.u8(o + 4 + i);
        }
        if (family == 1) {
            d.ipv4Text((address[0] & 0xff) << 24
                    | (address[1] & 0xff) << 16
                    | (address[2] & 0xff) << 8
                    | address[3] & 0xff);
        } else {
            d.ip6Text(address);
        }
        d.ch('/').dec(source).ch('/').dec(scope);
    }
}

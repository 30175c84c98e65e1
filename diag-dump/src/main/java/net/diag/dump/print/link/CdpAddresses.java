package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;

/** Lists of network addresses and of IPv4 prefixes inside CDP. */
final class CdpAddresses {
    private static final int NLPID = 1;
    private static final int NLPID_IPV4 = 0xcc;
    private static final int SNAP = 2;
    private static final int PREFIX = 5;
    private static final long SNAP_IPV6 = 0xaaaa03_000000_86ddL;

    private CdpAddresses() {}

    /** A counted list of addresses, each with its protocol. */
    static void print(Dissection d, int o, int size) {
        if (size < 4) {
            d.text(" (not enough space for num)");
            return;
        }
        int at = o + 4;
        int left = size - 4;
        boolean first = true;
        for (long number = d.u32(o); number > 0; number--) {
            if (left < 2) {
                d.text(" (not enough space for PT+PL)");
                return;
            }
            int type = d.u8(at);
            int protocolSize = d.u8(at + 1);
            at += 2;
            left -= 2;
            if (left < protocolSize + 2) {
                d.text(" (not enough space for P+AL)");
                return;
            }
            int addressSize = d.u16(at + protocolSize);
            int address = at + protocolSize + 2;
            left -= protocolSize + 2;
            if (!first) {
                d.ch(' ');
            }
            first = false;
            boolean enough = left >= addressSize;
            if (enough && addressSize == 4 && type == NLPID && protocolSize == 1 && d.u8(at) == NLPID_IPV4) {
                d.fmt("IPv4 (%u) ", number).ip4(address);
            } else if (enough && addressSize == 16 && type == SNAP && protocolSize == 8 && d.u64(at) == SNAP_IPV6) {
                d.fmt("IPv6 (%u) ", number).ip6(address);
            } else {
                d.fmt("pt=0x%02x, pl=%u, pb=", type, protocolSize);
                bytes(d, at, protocolSize);
                d.fmt(", al=%u, a=", addressSize);
                if (!enough) {
                    d.text(" (not enough space for A)");
                    return;
                }
                bytes(d, address, addressSize);
            }
            at = address + addressSize;
            left -= addressSize;
        }
    }

    private static void bytes(Dissection d, int o, int length) {
        for (int i = 0; i < length; i++) {
            d.ch(' ').hex(d.u8(o + i), 2);
        }
    }

    /** IPv4 prefixes. */
    static void prefixes(Dissection d, int o, int size) {
        if (size % PREFIX != 0) {
            d.fmt(" [length %u is not a multiple of 5]", size);
            return;
        }
        d.fmt(" IPv4 Prefixes (%u):", size / PREFIX);
        for (int i = 0; i < size; i += PREFIX) {
            d.ch(' ').ipv4Text(d.s32(o + i)).ch('/').dec(d.u8(o + i + 4));
        }
    }
}

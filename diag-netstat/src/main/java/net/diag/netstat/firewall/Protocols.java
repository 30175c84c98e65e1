package net.diag.netstat.firewall;

import java.math.BigInteger;

/** What is known so far, in a rule, of the protocols of a packet that is still in the match. */
final class Protocols {
    private final int family;
    private Header link;
    private Header network;
    private Header transport;
    private int icmpType = -1;

    /** At the start of a rule of this family ({@code NFPROTO_*}). */
    Protocols(int family) {
        this.family = family;
        // Elsewhere nft first asks whether there is an Ethernet header at all.
        link = family == 5 || family == 7 ? Header.ETHER_HEADER : null;
        network = family == 2 ? Header.IP : family == 10 ? Header.IP6 : family == 3 ? Header.ARP : null;
    }

    /** The header at a payload base, or null. */
    Header at(int base) {
        return switch (base) {
            case 0 -> link;
            case 1 -> network;
            case 2 -> transport;
            default -> null;
        };
    }

    /** The field with exactly these bits; where ICMP has several, the one that the type has. */
    Header.Field exact(Header h, int offset, int bits) {
        if (h == Header.ICMP && offset == 48 && bits == 16) {
            return h.named(icmpType == 3 ? "mtu" : "sequence");
        }
        if (h == Header.ICMPV6 && offset == 32) {
            return bits == 32
                    ? h.named(icmpType == 4 ? "param-problem" : "mtu")
                    : bits == 16 ? h.named(icmpType == 130 ? "max-delay" : "id") : null;
        }
        return h.exact(offset, bits);
    }

    Header network() {
        return network;
    }

    /** A comparison for equality was made. */
    void learn(String side, BigInteger value) {
        int v = value.bitLength() < 31 ? value.intValue() : -1;
        switch (side) {
            case "meta nfproto" -> network = v == 2 ? Header.IP : v == 10 ? Header.IP6 : null;
            case "meta iiftype" -> link = v == 1 ? Header.ETHER_HEADER : null;
            case "meta protocol", "ether type", "vlan type" -> {
                if (v == 0x8100 || v == 0x88a8) {
                    link = Header.VLAN;
                } else {
                    network = Header.network(v);
                }
            }
            case "meta l4proto", "ip protocol", "ip6 nexthdr" -> transport = Header.transport(v);
            case "icmp type", "icmpv6 type" -> icmpType = v;
            default -> {}
        }
    }

    /** The match that nft puts by itself before one of this header, as side and value; null if none. */
    String[] needed(Header h) {
        boolean layered = family == 1 || family == 5 || family == 7;
        if (h == Header.IP || h == Header.IP6 || h == Header.ARP) {
            if (!layered) {
                return new String[0];
            }
            int proto = h == Header.IP ? 0x800 : h == Header.IP6 ? 0x86dd : 0x806;
            return family == 1
                    ? new String[] {"meta nfproto=" + (h == Header.IP ? 2 : 10)}
                    : new String[] {"meta protocol=" + proto};
        }
        if (h == Header.ETHER_HEADER && family != 5 && family != 7) {
            return new String[] {"meta iiftype=1"};
        }
        int number = protocolOf(h);
        if (number < 0) {
            return new String[0];
        }
        String l4 = "meta l4proto=" + number;
        if (number == 1 || number == 58) {
            int proto = number == 1 ? 0x800 : 0x86dd;
            if (family == 1) {
                return new String[] {"meta nfproto=" + (number == 1 ? 2 : 10), l4};
            }
            return family == 5 || family == 7 ? new String[] {"meta protocol=" + proto, l4} : new String[] {l4};
        }
        return new String[] {l4};
    }

    private static int protocolOf(Header h) {
        for (int p : new int[] {1, 2, 6, 17, 33, 50, 51, 58, 108, 132, 136}) {
            if (Header.transport(p) == h) {
                return p;
            }
        }
        return -1;
    }
}

package net.diag.netstat.firewall;

import static net.diag.netstat.firewall.DataType.*;

import java.util.ArrayList;
import java.util.List;

/** The header fields that nft has names for, by protocol, with offset and length in bits. */
final class Header {
    /** A field. */
    record Field(String name, int offset, int length, DataType type) {}

    static final Header ETHER_HEADER =
            of("ether", "daddr", 0, 48, ETHER, "saddr", 48, 48, ETHER, "type", 96, 16, ETHER_TYPE);
    static final Header VLAN = of(
            "vlan",
            "pcp",
            112,
            3,
            INTEGER,
            "dei",
            115,
            1,
            INTEGER,
            "id",
            116,
            12,
            INTEGER,
            "type",
            128,
            16,
            ETHER_TYPE);
    static final Header ARP = of(
            "arp",
            "htype",
            0,
            16,
            INTEGER,
            "ptype",
            16,
            16,
            ETHER_TYPE,
            "hlen",
            32,
            8,
            INTEGER,
            "plen",
            40,
            8,
            INTEGER,
            "operation",
            48,
            16,
            ARP_OP,
            "saddr ether",
            64,
            48,
            ETHER,
            "daddr ether",
            144,
            48,
            ETHER,
            "saddr ip",
            112,
            32,
            IPV4,
            "daddr ip",
            192,
            32,
            IPV4);
    static final Header IP = of(
            "ip",
            "version",
            0,
            4,
            INTEGER,
            "hdrlength",
            4,
            4,
            INTEGER,
            "dscp",
            8,
            6,
            DSCP,
            "ecn",
            14,
            2,
            ECN,
            "length",
            16,
            16,
            INTEGER,
            "id",
            32,
            16,
            INTEGER,
            "frag-off",
            48,
            16,
            INTEGER,
            "ttl",
            64,
            8,
            INTEGER,
            "protocol",
            72,
            8,
            INET_PROTO,
            "checksum",
            80,
            16,
            INTEGER,
            "saddr",
            96,
            32,
            IPV4,
            "daddr",
            128,
            32,
            IPV4);
    static final Header IP6 = of(
            "ip6",
            "version",
            0,
            4,
            INTEGER,
            "dscp",
            4,
            6,
            DSCP,
            "ecn",
            10,
            2,
            ECN,
            "flowlabel",
            12,
            20,
            INTEGER,
            "length",
            32,
            16,
            INTEGER,
            "nexthdr",
            48,
            8,
            INET_PROTO,
            "hoplimit",
            56,
            8,
            INTEGER,
            "saddr",
            64,
            128,
            IPV6,
            "daddr",
            192,
            128,
            IPV6);
    static final Header TCP = of(
            "tcp",
            "sport",
            0,
            16,
            INET_SERVICE,
            "dport",
            16,
            16,
            INET_SERVICE,
            "sequence",
            32,
            32,
            INTEGER,
            "ackseq",
            64,
            32,
            INTEGER,
            "doff",
            96,
            4,
            INTEGER,
            "reserved",
            100,
            4,
            INTEGER,
            "flags",
            104,
            8,
            TCP_FLAG,
            "window",
            112,
            16,
            INTEGER,
            "checksum",
            128,
            16,
            INTEGER,
            "urgptr",
            144,
            16,
            INTEGER);
    static final Header UDP = of(
            "udp",
            "sport",
            0,
            16,
            INET_SERVICE,
            "dport",
            16,
            16,
            INET_SERVICE,
            "length",
            32,
            16,
            INTEGER,
            "checksum",
            48,
            16,
            INTEGER);
    static final Header UDPLITE = of(
            "udplite",
            "sport",
            0,
            16,
            INET_SERVICE,
            "dport",
            16,
            16,
            INET_SERVICE,
            "csumcov",
            32,
            16,
            INTEGER,
            "checksum",
            48,
            16,
            INTEGER);
    static final Header SCTP = of(
            "sctp",
            "sport",
            0,
            16,
            INET_SERVICE,
            "dport",
            16,
            16,
            INET_SERVICE,
            "vtag",
            32,
            32,
            INTEGER,
            "checksum",
            64,
            32,
            INTEGER);
    static final Header DCCP =
            of("dccp", "sport", 0, 16, INET_SERVICE, "dport", 16, 16, INET_SERVICE, "type", 67, 4, DCCP_PKTTYPE);
    static final Header TH = of("th", "sport", 0, 16, INET_SERVICE, "dport", 16, 16, INET_SERVICE);
    static final Header AH = of(
            "ah",
            "nexthdr",
            0,
            8,
            INET_PROTO,
            "hdrlength",
            8,
            8,
            INTEGER,
            "reserved",
            16,
            16,
            INTEGER,
            "spi",
            32,
            32,
            INTEGER,
            "sequence",
            64,
            32,
            INTEGER);
    static final Header ESP = of("esp", "spi", 0, 32, INTEGER, "sequence", 32, 32, INTEGER);
    static final Header COMP = of("comp", "nexthdr", 0, 8, INET_PROTO, "flags", 8, 8, BITMASK, "cpi", 16, 16, INTEGER);
    static final Header ICMP = of(
            "icmp",
            "type",
            0,
            8,
            ICMP_TYPE,
            "code",
            8,
            8,
            ICMP_CODE,
            "checksum",
            16,
            16,
            INTEGER,
            "id",
            32,
            16,
            INTEGER,
            "sequence",
            48,
            16,
            INTEGER,
            "gateway",
            32,
            32,
            INTEGER,
            "mtu",
            48,
            16,
            INTEGER);
    static final Header ICMPV6 = of(
            "icmpv6",
            "type",
            0,
            8,
            ICMPV6_TYPE,
            "code",
            8,
            8,
            ICMPV6_CODE,
            "checksum",
            16,
            16,
            INTEGER,
            "param-problem",
            32,
            32,
            INTEGER,
            "mtu",
            32,
            32,
            INTEGER,
            "id",
            32,
            16,
            INTEGER,
            "sequence",
            48,
            16,
            INTEGER,
            "max-delay",
            32,
            16,
            INTEGER);
    static final Header IGMP = of(
            "igmp", "type", 0, 8, IGMP_TYPE, "mrt", 8, 8, INTEGER, "checksum", 16, 16, INTEGER, "group", 32, 32, IPV4);

    private final String name;
    private final List<Field> fields = new ArrayList<>();

    private Header(String name) {
        this.name = name;
    }

    private static Header of(String name, Object... fields) {
        Header h = new Header(name);
        for (int i = 0; i < fields.length; i += 4) {
            h.fields.add(new Field(
                    (String) fields[i], (Integer) fields[i + 1], (Integer) fields[i + 2], (DataType) fields[i + 3]));
        }
        return h;
    }

    String protocol() {
        return name;
    }

    List<Field> fields() {
        return fields;
    }

    /** The transport header of an IP protocol, or null. */
    static Header transport(int protocol) {
        return switch (protocol) {
            case 1 -> ICMP;
            case 2 -> IGMP;
            case 6 -> TCP;
            case 17 -> UDP;
            case 33 -> DCCP;
            case 50 -> ESP;
            case 51 -> AH;
            case 58 -> ICMPV6;
            case 108 -> COMP;
            case 132 -> SCTP;
            case 136 -> UDPLITE;
            default -> null;
        };
    }

    /** The network header of an EtherType, or null. */
    static Header network(int etherType) {
        return switch (etherType) {
            case 0x800 -> IP;
            case 0x806 -> ARP;
            case 0x86dd -> IP6;
            default -> null;
        };
    }

    /** The field with exactly these bits, or null. */
    Field exact(int offset, int length) {
        for (Field f : fields) {
            if (f.offset == offset && f.length == length) {
                return f;
            }
        }
        return null;
    }

    /** The field of that name, or null. */
    Field named(String field) {
        for (Field f : fields) {
            if (f.name.equals(field)) {
                return f;
            }
        }
        return null;
    }

    /** The first field that starts there and is not longer than {@code most} bits, or null. */
    Field startingAt(int offset, int most) {
        for (Field f : fields) {
            if (f.offset == offset && f.length <= most) {
                return f;
            }
        }
        return null;
    }

    /** The longest field that starts there, or null. */
    Field longestAt(int offset) {
        Field best = null;
        for (Field f : fields) {
            if (f.offset == offset && (best == null || f.length > best.length)) {
                best = f;
            }
        }
        return best;
    }
}

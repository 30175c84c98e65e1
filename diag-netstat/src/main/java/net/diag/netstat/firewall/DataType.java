package net.diag.netstat.firewall;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * nft's data types, with the numbers that stand in a set's key type, and how values are written. A
 * value that has no name is written as a number, which nft reads as well.
 */
final class DataType {
    private static final Map<Integer, DataType> BY_ID = new HashMap<>();
    private static final Map<String, DataType> BY_NAME = new HashMap<>();

    static final DataType VERDICT = type(1, "verdict", 128, true);
    static final DataType NF_PROTO = type(2, "nf_proto", 8, true, 2, "ipv4", 10, "ipv6");
    static final DataType BITMASK = type(3, "bitmask", 0, false);
    static final DataType INTEGER = type(4, "integer", 0, false);
    static final DataType STRING = type(5, "string", 0, true);
    static final DataType LL_ADDR = type(6, "ll_addr", 0, false);
    static final DataType IPV4 = type(7, "ipv4_addr", 32, false);
    static final DataType IPV6 = type(8, "ipv6_addr", 128, false);
    static final DataType ETHER = type(9, "ether_addr", 48, false);
    static final DataType ETHER_TYPE = type(
            10, "ether_type", 16, false, 0x800, "ip", 0x806, "arp", 0x86dd, "ip6", 0x8100, "8021q", 0x88a8, "8021ad");
    static final DataType ARP_OP = type(
            11,
            "arp_op",
            16,
            false,
            1,
            "request",
            2,
            "reply",
            3,
            "rrequest",
            4,
            "rreply",
            8,
            "inrequest",
            9,
            "inreply",
            10,
            "nak");
    static final DataType INET_PROTO = type(
            12,
            "inet_proto",
            8,
            false,
            1,
            "icmp",
            2,
            "igmp",
            6,
            "tcp",
            17,
            "udp",
            33,
            "dccp",
            50,
            "esp",
            51,
            "ah",
            58,
            "ipv6-icmp",
            132,
            "sctp",
            136,
            "udplite");
    static final DataType INET_SERVICE = type(13, "inet_service", 16, false);
    static final DataType ICMP_TYPE = type(
            14,
            "icmp_type",
            8,
            false,
            0,
            "echo-reply",
            3,
            "destination-unreachable",
            4,
            "source-quench",
            5,
            "redirect",
            8,
            "echo-request",
            9,
            "router-advertisement",
            10,
            "router-solicitation",
            11,
            "time-exceeded",
            12,
            "parameter-problem",
            13,
            "timestamp-request",
            14,
            "timestamp-reply",
            15,
            "info-request",
            16,
            "info-reply",
            17,
            "address-mask-request",
            18,
            "address-mask-reply");
    static final DataType TCP_FLAG =
            bits(15, "tcp_flag", 8, false, "fin", "syn", "rst", "psh", "ack", "urg", "ecn", "cwr");
    static final DataType DCCP_PKTTYPE = type(
            16,
            "dccp_pkttype",
            4,
            false,
            0,
            "request",
            1,
            "response",
            2,
            "data",
            3,
            "ack",
            4,
            "dataack",
            5,
            "closereq",
            6,
            "close",
            7,
            "reset",
            8,
            "sync",
            9,
            "syncack");
    static final DataType MH_TYPE = type(17, "mh_type", 8, false);
    static final DataType TIME = type(18, "time", 64, true);
    static final DataType MARK = type(19, "mark", 32, true);
    static final DataType IFACE_INDEX = type(20, "iface_index", 32, true);
    static final DataType IFACE_TYPE = type(
            21,
            "iface_type",
            16,
            true,
            1,
            "ether",
            512,
            "ppp",
            768,
            "ipip",
            769,
            "ipip6",
            772,
            "loopback",
            776,
            "sit",
            778,
            "ipgre");
    static final DataType REALM = type(22, "realm", 32, true);
    static final DataType CLASSID = type(23, "classid", 32, true);
    static final DataType UID = type(24, "uid", 32, true);
    static final DataType GID = type(25, "gid", 32, true);
    static final DataType CT_STATE =
            bits(26, "ct_state", 32, true, "invalid", "established", "related", "new", null, null, "untracked");
    static final DataType CT_DIR = type(27, "ct_dir", 8, true, 0, "original", 1, "reply");
    static final DataType CT_STATUS = bits(
            28,
            "ct_status",
            32,
            true,
            "expected",
            "seen-reply",
            "assured",
            "confirmed",
            "snat",
            "dnat",
            null,
            null,
            null,
            "dying");
    static final DataType ICMPV6_TYPE = type(
            29,
            "icmpv6_type",
            8,
            false,
            1,
            "destination-unreachable",
            2,
            "packet-too-big",
            3,
            "time-exceeded",
            4,
            "parameter-problem",
            128,
            "echo-request",
            129,
            "echo-reply",
            130,
            "mld-listener-query",
            131,
            "mld-listener-report",
            132,
            "mld-listener-done",
            133,
            "nd-router-solicit",
            134,
            "nd-router-advert",
            135,
            "nd-neighbor-solicit",
            136,
            "nd-neighbor-advert",
            137,
            "nd-redirect",
            138,
            "router-renumbering",
            141,
            "ind-neighbor-solicit",
            142,
            "ind-neighbor-advert",
            143,
            "mld2-listener-report");
    static final DataType CT_LABEL = type(30, "ct_label", 128, true);
    static final DataType PKT_TYPE =
            type(31, "pkt_type", 8, true, 0, "host", 1, "broadcast", 2, "multicast", 3, "other");
    static final DataType ICMP_CODE = type(
            32,
            "icmp_code",
            8,
            false,
            0,
            "net-unreachable",
            1,
            "host-unreachable",
            2,
            "prot-unreachable",
            3,
            "port-unreachable",
            4,
            "frag-needed",
            9,
            "net-prohibited",
            10,
            "host-prohibited",
            13,
            "admin-prohibited");
    static final DataType ICMPV6_CODE = type(
            33,
            "icmpv6_code",
            8,
            false,
            0,
            "no-route",
            1,
            "admin-prohibited",
            3,
            "addr-unreachable",
            4,
            "port-unreachable",
            5,
            "policy-fail",
            6,
            "reject-route");
    static final DataType ICMPX_CODE = type(
            34,
            "icmpx_code",
            8,
            false,
            0,
            "no-route",
            1,
            "port-unreachable",
            2,
            "host-unreachable",
            3,
            "admin-prohibited");
    static final DataType DEVGROUP = type(35, "devgroup", 32, true);
    static final DataType DSCP = type(
            36, "dscp", 6, false, 0, "cs0", 8, "cs1", 16, "cs2", 24, "cs3", 32, "cs4", 40, "cs5", 48, "cs6", 56, "cs7",
            10, "af11", 12, "af12", 14, "af13", 18, "af21", 20, "af22", 22, "af23", 26, "af31", 28, "af32", 30, "af33",
            34, "af41", 36, "af42", 38, "af43", 46, "ef");
    static final DataType ECN = type(37, "ecn", 2, false, 0, "not-ect", 1, "ect1", 2, "ect0", 3, "ce");
    static final DataType FIB_ADDRTYPE = type(
            38,
            "fib_addrtype",
            32,
            true,
            0,
            "unspec",
            1,
            "unicast",
            2,
            "local",
            3,
            "broadcast",
            4,
            "anycast",
            5,
            "multicast",
            6,
            "blackhole",
            7,
            "unreachable",
            8,
            "prohibit");
    static final DataType BOOLEAN = type(39, "boolean", 1, true, 0, "missing", 1, "exists");
    static final DataType CT_EVENT = bits(
            40,
            "ct_event",
            32,
            true,
            "new",
            "related",
            "destroy",
            "reply",
            "assured",
            "protoinfo",
            "helper",
            "mark",
            "seqadj",
            "secmark",
            "label");
    static final DataType IFNAME = type(41, "ifname", 128, true);
    static final DataType IGMP_TYPE = type(
            42,
            "igmp_type",
            8,
            false,
            0x11,
            "membership-query",
            0x12,
            "membership-report-v1",
            0x16,
            "membership-report-v2",
            0x17,
            "leave-group",
            0x22,
            "membership-report-v3");
    static final DataType DATE = type(43, "time", 64, true);
    static final DataType HOUR = type(44, "hour", 32, true);
    static final DataType DAY = type(
            45,
            "day",
            8,
            true,
            0,
            "\"Sunday\"",
            1,
            "\"Monday\"",
            2,
            "\"Tuesday\"",
            3,
            "\"Wednesday\"",
            4,
            "\"Thursday\"",
            5,
            "\"Friday\"",
            6,
            "\"Saturday\"");
    static final DataType CGROUPV2 = type(46, "cgroupsv2", 64, true);

    private final int id;
    private final String name;
    private final int bitLength;
    private final boolean hostOrder;
    private final boolean bitNames;
    private final Map<Long, String> names = new HashMap<>();

    private DataType(int id, String name, int bitLength, boolean hostOrder, boolean bitNames) {
        this.id = id;
        this.name = name;
        this.bitLength = bitLength;
        this.hostOrder = hostOrder;
        this.bitNames = bitNames;
    }

    private static DataType type(int id, String name, int bitLength, boolean hostOrder, Object... names) {
        DataType t = new DataType(id, name, bitLength, hostOrder, false);
        for (int i = 0; i < names.length; i += 2) {
            t.names.put(((Integer) names[i]).longValue(), (String) names[i + 1]);
        }
        BY_ID.put(id, t);
        BY_NAME.putIfAbsent(name, t);
        return t;
    }

    private static DataType bits(int id, String name, int bitLength, boolean hostOrder, String... names) {
        DataType t = new DataType(id, name, bitLength, hostOrder, true);
        for (int i = 0; i < names.length; i++) {
            if (names[i] != null) {
                t.names.put(1L << i, names[i]);
            }
        }
        BY_ID.put(id, t);
        BY_NAME.put(name, t);
        return t;
    }

    /** The type of that number, or integer. */
    static DataType of(int id) {
        return BY_ID.getOrDefault(id, INTEGER);
    }

    int id() {
        return id;
    }

    String typeName() {
        return name;
    }

    /** Length of a value in bits, or 0 where it varies. */
    int bitLength() {
        return bitLength;
    }

    /** Whether values are in this machine's byte order rather than the network's. */
    boolean isHostOrder() {
        return hostOrder;
    }

    /** Whether each bit has a meaning. */
    boolean isBitmask() {
        return bitNames || this == CT_LABEL;
    }

    boolean isString() {
        return this == IFNAME || this == STRING;
    }

    boolean isAddress() {
        return this == IPV4 || this == IPV6;
    }

    /** The name of a value, or null. */
    String nameOf(BigInteger v) {
        return v.bitLength() < 63 ? names.get(v.longValue()) : null;
    }
}

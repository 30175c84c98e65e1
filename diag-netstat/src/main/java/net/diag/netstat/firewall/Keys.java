package net.diag.netstat.firewall;

import static net.diag.netstat.firewall.DataType.*;

/** What {@code meta}, {@code ct}, {@code rt}, {@code socket} and {@code fib} can load, by the kernel's numbers. */
final class Keys {
    private static final Object[] META = {
        "length",
        INTEGER,
        4,
        "protocol",
        ETHER_TYPE,
        2,
        "priority",
        CLASSID,
        4,
        "mark",
        MARK,
        4,
        "iif",
        IFACE_INDEX,
        4,
        "oif",
        IFACE_INDEX,
        4,
        "iifname",
        IFNAME,
        16,
        "oifname",
        IFNAME,
        16,
        "iiftype",
        IFACE_TYPE,
        2,
        "oiftype",
        IFACE_TYPE,
        2,
        "skuid",
        UID,
        4,
        "skgid",
        GID,
        4,
        "nftrace",
        INTEGER,
        1,
        "rtclassid",
        REALM,
        4,
        "secmark",
        INTEGER,
        4,
        "nfproto",
        NF_PROTO,
        1,
        "l4proto",
        INET_PROTO,
        1,
        "ibrname",
        IFNAME,
        16,
        "obrname",
        IFNAME,
        16,
        "pkttype",
        PKT_TYPE,
        1,
        "cpu",
        INTEGER,
        4,
        "iifgroup",
        DEVGROUP,
        4,
        "oifgroup",
        DEVGROUP,
        4,
        "cgroup",
        INTEGER,
        4,
        "random",
        INTEGER,
        4,
        "ipsec",
        BOOLEAN,
        1,
        "iifkind",
        IFNAME,
        16,
        "oifkind",
        IFNAME,
        16,
        "ibrpvid",
        INTEGER,
        2,
        "ibrvproto",
        ETHER_TYPE,
        2,
        "time",
        DATE,
        8,
        "day",
        DAY,
        1,
        "hour",
        HOUR,
        4,
        "sdif",
        IFACE_INDEX,
        4,
        "sdifname",
        IFNAME,
        16,
        "broute",
        INTEGER,
        1
    };
    private static final Object[] CT = {
        "state",
        CT_STATE,
        4,
        "direction",
        CT_DIR,
        1,
        "status",
        CT_STATUS,
        4,
        "mark",
        MARK,
        4,
        "secmark",
        INTEGER,
        4,
        "expiration",
        TIME,
        4,
        "helper",
        STRING,
        16,
        "l3proto",
        NF_PROTO,
        1,
        "saddr",
        IPV4,
        16,
        "daddr",
        IPV4,
        16,
        "protocol",
        INET_PROTO,
        1,
        "proto-src",
        INET_SERVICE,
        2,
        "proto-dst",
        INET_SERVICE,
        2,
        "label",
        CT_LABEL,
        16,
        "packets",
        INTEGER,
        8,
        "bytes",
        INTEGER,
        8,
        "avgpkt",
        INTEGER,
        8,
        "zone",
        INTEGER,
        2,
        "event",
        CT_EVENT,
        4,
        "ip saddr",
        IPV4,
        4,
        "ip daddr",
        IPV4,
        4,
        "ip6 saddr",
        IPV6,
        16,
        "ip6 daddr",
        IPV6,
        16,
        "id",
        INTEGER,
        4
    };

    private Keys() {}

    private static Side unknown(String what, int key) {
        return Side.of(what + " key" + key, INTEGER, false, 4);
    }

    /** {@code NFT_META_*}. */
    static Side meta(int key) {
        if (key < 0 || key >= META.length / 3) {
            return unknown("meta", key);
        }
        String name = (String) META[key * 3];
        boolean bare = switch (name) {
            case "iif", "oif", "iifname", "oifname", "iifgroup", "oifgroup" -> true;
            default -> false;
        };
        DataType t = (DataType) META[key * 3 + 1];
        boolean host = t.isHostOrder() || t == INTEGER && !name.equals("random");
        return Side.of(bare ? name : "meta " + name, t, host, (Integer) META[key * 3 + 2]);
    }

    /** {@code NFT_CT_*}; direction 0 original, 1 reply, else none. */
    static Side ct(int key, int direction) {
        if (key < 0 || key >= CT.length / 3) {
            return unknown("ct", key);
        }
        String dir = direction == 0 ? "original " : direction == 1 ? "reply " : "";
        DataType t = (DataType) CT[key * 3 + 1];
        boolean host = t.isHostOrder() || t == INTEGER && !CT[key * 3].equals("id");
        return Side.of("ct " + dir + CT[key * 3], t, host, (Integer) CT[key * 3 + 2]);
    }

    /** {@code NFT_RT_*}. */
    static Side rt(int key) {
        return switch (key) {
            case 0 -> Side.of("rt classid", REALM, true, 4);
            case 1 -> Side.of("rt ip nexthop", IPV4, false, 4);
            case 2 -> Side.of("rt ip6 nexthop", IPV6, false, 16);
            case 3 -> Side.of("rt mtu", INTEGER, true, 2);
            case 4 -> Side.of("rt ipsec", BOOLEAN, true, 1);
            default -> unknown("rt", key);
        };
    }

    /** {@code NFT_SOCKET_*}. */
    static Side socket(int key, int level) {
        return switch (key) {
            case 0 -> Side.of("socket transparent", INTEGER, true, 1);
            case 1 -> Side.of("socket mark", MARK, true, 4);
            case 2 -> Side.of("socket wildcard", INTEGER, true, 1);
            case 3 -> Side.of("socket cgroupv2 level " + level, CGROUPV2, true, 8);
            default -> unknown("socket", key);
        };
    }

    /** {@code ipsec}: a security association's value. */
    static Side ipsec(int key, int spNumber, int direction) {
        String[] keys = {"", "ip daddr", "ip6 daddr", "ip saddr", "ip6 saddr", "reqid", "spi"};
        DataType t = key == 1 || key == 3 ? IPV4 : key == 2 || key == 4 ? IPV6 : INTEGER;
        String text = "ipsec " + (direction == 0 ? "in" : "out") + (spNumber <= 0 ? "" : " spnum " + spNumber) + ' '
                + (key >= 0 && key < keys.length ? keys[key] : Integer.toString(key));
        return Side.of(text, t, key == 5, t == IPV6 ? 16 : 4);
    }

    /** {@code fib}: what is looked up, and what comes out (1 oif, 2 oifname, 3 address type). */
    static Side fib(int flags, int result) {
        StringBuilder s = new StringBuilder("fib ");
        String[] names = {"saddr", "daddr", "mark", "iif", "oif"};
        boolean first = true;
        for (int i = 0; i < names.length; i++) {
            if ((flags >> i & 1) != 0) {
                s.append(first ? "" : " . ").append(names[i]);
                first = false;
            }
        }
        boolean present = (flags & 0x20) != 0;
        return switch (result) {
            case 1 -> Side.of(s + " oif", present ? BOOLEAN : IFACE_INDEX, true, present ? 1 : 4);
            case 2 -> Side.of(s + " oifname", present ? BOOLEAN : IFNAME, true, present ? 1 : 16);
            default -> Side.of(s + " type", FIB_ADDRTYPE, true, 4);
        };
    }
}

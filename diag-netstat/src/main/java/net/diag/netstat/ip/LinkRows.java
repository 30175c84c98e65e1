package net.diag.netstat.ip;

import static net.diag.netlink.route.LinkMessage.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.route.LinkMessage;
import net.diag.record.IpAddress;

/** Interfaces as rows, with the names of {@code ip -j -d -s link}, and what ip leaves out. */
final class LinkRows {
    private static final int IFF_UP = 1;
    private static final int IFF_POINTOPOINT = 0x10;
    private static final int IFF_RUNNING = 0x40;
    private static final Object[] FLAGS = {
        0x8, "LOOPBACK", 0x2, "BROADCAST", 0x10, "POINTOPOINT", 0x1000, "MULTICAST", 0x80, "NOARP", 0x200, "ALLMULTI",
        0x100, "PROMISC", 0x400, "MASTER", 0x800, "SLAVE", 0x4, "DEBUG", 0x8000, "DYNAMIC", 0x4000, "AUTOMEDIA",
        0x2000, "PORTSEL", 0x20, "NOTRAILERS", 0x1, "UP", 0x10000, "LOWER_UP", 0x20000, "DORMANT", 0x40000, "ECHO"
    };
    private static final String[] OPERSTATES = {
        "UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP"
    };
    private static final String[] STATS = {
        "rx.packets",
        "tx.packets",
        "rx.bytes",
        "tx.bytes",
        "rx.errors",
        "tx.errors",
        "rx.dropped",
        "tx.dropped",
        "rx.multicast",
        "tx.collisions",
        "rx.length_errors",
        "rx.over_errors",
        "rx.crc_errors",
        "rx.frame_errors",
        "rx.fifo_errors",
        "rx.missed_errors",
        "tx.aborted_errors",
        "tx.carrier_errors",
        "tx.fifo_errors",
        "tx.heartbeat_errors",
        "tx.window_errors",
        "rx.compressed",
        "tx.compressed",
        "rx.nohandler",
        "rx.otherhost_dropped"
    };

    private final RtNames names;
    private final Map<Integer, LinkMessage> byIndex = new HashMap<>();
    private final KindTable kinds;

    /** Rows of these links; lower devices and masters are named from among them. */
    LinkRows(RtNames names, List<LinkMessage> links) {
        this.names = names;
        for (LinkMessage l : links) {
            byIndex.put(l.ifIndex(), l);
        }
        kinds = KindTable.read(this::nameOf);
    }

    /** An interface's name by index, or {@code ifN}. */
    String nameOf(int ifIndex) {
        LinkMessage l = byIndex.get(ifIndex);
        return l == null ? "if" + ifIndex : l.ifName();
    }

    /** One interface. */
    Map<String, Object> row(LinkMessage l) {
        Map<String, Object> r = new LinkedHashMap<>();
        AttributeSet a = l.attributes();
        r.put("ifindex", l.ifIndex());
        boolean lowerDown = lower(l, r);
        r.put("ifname", l.ifName());
        r.put("flags", flags(l.flags(), lowerDown));
        if (a.has(IFLA_MTU)) {
            r.put("mtu", a.u32(IFLA_MTU));
        }
        text(r, "qdisc", a, IFLA_QDISC);
        if (a.has(IFLA_MASTER)) {
            r.put("master", nameOf(a.s32(IFLA_MASTER)));
        }
        if (a.has(IFLA_OPERSTATE)) {
            int state = a.u8(IFLA_OPERSTATE);
            r.put("operstate", state < OPERSTATES.length ? OPERSTATES[state] : Integer.toString(state));
        }
        if (a.has(IFLA_LINKMODE)) {
            r.put("linkmode", a.u8(IFLA_LINKMODE) == 0 ? "DEFAULT" : a.u8(IFLA_LINKMODE) == 1 ? "DORMANT" : "TESTING");
        }
        if (a.has(IFLA_GROUP)) {
            r.put("group", names.group(a.u32(IFLA_GROUP)));
        }
        if (a.u32(IFLA_TXQLEN) != 0) {
            r.put("txqlen", a.u32(IFLA_TXQLEN));
        }
        addresses(l, r);
        if (a.has(IFLA_LINK_NETNSID)) {
            r.put("link_netnsid", a.s32(IFLA_LINK_NETNSID));
        }
        number(r, "promiscuity", a, IFLA_PROMISCUITY);
        number(r, "allmulti", a, IFLA_ALLMULTI);
        number(r, "min_mtu", a, IFLA_MIN_MTU);
        number(r, "max_mtu", a, IFLA_MAX_MTU);
        linkInfo(a.nested(IFLA_LINKINFO), r);
        addressGeneration(a, r);
        number(r, "num_tx_queues", a, IFLA_NUM_TX_QUEUES);
        number(r, "num_rx_queues", a, IFLA_NUM_RX_QUEUES);
        number(r, "gso_max_size", a, IFLA_GSO_MAX_SIZE);
        number(r, "gso_max_segs", a, IFLA_GSO_MAX_SEGS);
        number(r, "tso_max_size", a, IFLA_TSO_MAX_SIZE);
        number(r, "tso_max_segs", a, IFLA_TSO_MAX_SEGS);
        number(r, "gro_max_size", a, IFLA_GRO_MAX_SIZE);
        number(r, "gso_ipv4_max_size", a, IFLA_GSO_IPV4_MAX_SIZE);
        number(r, "gro_ipv4_max_size", a, IFLA_GRO_IPV4_MAX_SIZE);
        text(r, "phys_port_name", a, IFLA_PHYS_PORT_NAME);
        hex(r, "phys_port_id", a, IFLA_PHYS_PORT_ID);
        hex(r, "phys_switch_id", a, IFLA_PHYS_SWITCH_ID);
        text(r, "parentbus", a, IFLA_PARENT_DEV_BUS_NAME);
        text(r, "parentdev", a, IFLA_PARENT_DEV_NAME);
        if (a.u8(IFLA_PROTO_DOWN) != 0) {
            r.put("proto_down", true);
        }
        if (a.has(IFLA_CARRIER)) {
            r.put("carrier", a.u8(IFLA_CARRIER) != 0);
        }
        number(r, "carrier_changes", a, IFLA_CARRIER_CHANGES);
        number(r, "carrier_up_count", a, IFLA_CARRIER_UP_COUNT);
        number(r, "carrier_down_count", a, IFLA_CARRIER_DOWN_COUNT);
        xdp(a, r);
        text(r, "ifalias", a, IFLA_IFALIAS);
        stats(a, r);
        alternativeNames(a, r);
        return r;
    }

    /** Name or number of the lower device; true when it is known and down. */
    private boolean lower(LinkMessage l, Map<String, Object> r) {
        AttributeSet a = l.attributes();
        if (!a.has(IFLA_LINK)) {
            return false;
        }
        int index = a.s32(IFLA_LINK);
        if (index == 0) {
            r.put("link", null);
        } else if (a.has(IFLA_LINK_NETNSID)) {
            r.put("link_index", index);
        } else {
            r.put("link", nameOf(index));
            LinkMessage lower = byIndex.get(index);
            return lower != null && (lower.flags() & IFF_UP) == 0;
        }
        return false;
    }

    private static List<String> flags(int flags, boolean lowerDown) {
        List<String> list = new ArrayList<>();
        int left = flags & ~IFF_RUNNING;
        if ((flags & IFF_UP) != 0 && (flags & IFF_RUNNING) == 0) {
            list.add("NO-CARRIER");
        }
        for (int i = 0; i < FLAGS.length; i += 2) {
            int bit = (Integer) FLAGS[i];
            if ((left & bit) != 0) {
                list.add((String) FLAGS[i + 1]);
                left &= ~bit;
            }
        }
        if (left != 0) {
            list.add(Integer.toHexString(left));
        }
        if (lowerDown) {
            list.add("M-DOWN");
        }
        return list;
    }

    private static void addresses(LinkMessage l, Map<String, Object> r) {
        AttributeSet a = l.attributes();
        r.put("link_type", linkType(l.linkType()));
        if (a.has(IFLA_ADDRESS)) {
            r.put("address", AddressText.link(a.bytes(IFLA_ADDRESS), l.linkType()));
        }
        if (a.has(IFLA_BROADCAST)) {
            if ((l.flags() & IFF_POINTOPOINT) != 0) {
                r.put("link_pointtopoint", true);
            }
            r.put("broadcast", AddressText.link(a.bytes(IFLA_BROADCAST), l.linkType()));
        }
        if (a.has(IFLA_PERM_ADDRESS)) {
            String permanent = AddressText.link(a.bytes(IFLA_PERM_ADDRESS), l.linkType());
            if (!permanent.equals(r.get("address"))) {
                r.put("permaddr", permanent);
            }
        }
    }

    private void linkInfo(AttributeSet info, Map<String, Object> r) {
        if (info.size() == 0) {
            return;
        }
        Map<String, Object> m = new LinkedHashMap<>();
        String kind = info.string(IFLA_INFO_KIND);
        if (!kind.isEmpty()) {
            m.put("info_kind", kind);
        }
        data(m, "info_data", kinds.decode(kind, info.nested(IFLA_INFO_DATA)));
        String slave = info.string(IFLA_INFO_SLAVE_KIND);
        if (!slave.isEmpty()) {
            m.put("info_slave_kind", slave);
            data(m, "info_slave_data", kinds.decode(slave + "_slave", info.nested(IFLA_INFO_SLAVE_DATA)));
        }
        r.put("linkinfo", m);
    }

    private static void data(Map<String, Object> m, String name, Map<String, Object> data) {
        if (!data.isEmpty()) {
            m.put(name, data);
        }
    }

    private static void addressGeneration(AttributeSet a, Map<String, Object> r) {
        AttributeSet inet6 = a.nested(IFLA_AF_SPEC).nested(10);
        if (inet6.has(8)) {
            String[] modes = {"eui64", "none", "stable_secret", "random"};
            int mode = inet6.u8(8);
            r.put("inet6_addr_gen_mode", mode < modes.length ? modes[mode] : Integer.toString(mode));
        }
        if (inet6.has(7)) {
            IpAddress token = IpAddress.of(inet6.bytes(7));
            if (token.high() != 0 || token.low() != 0) {
                r.put("inet6_token", token.toString());
            }
        }
    }

    private static void xdp(AttributeSet a, Map<String, Object> r) {
        AttributeSet x = a.nested(IFLA_XDP);
        int mode = x.u8(2);
        if (mode == 0) {
            return;
        }
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("mode", mode);
        if (x.has(4)) {
            Map<String, Object> prog = new LinkedHashMap<>();
            prog.put("id", x.u32(4));
            m.put("prog", prog);
        }
        r.put("xdp", m);
    }

    private static void stats(AttributeSet a, Map<String, Object> r) {
        var b = a.buffer(IFLA_STATS64);
        if (b.limit() < 8) {
            return;
        }
        Map<String, Object> rx = new LinkedHashMap<>();
        Map<String, Object> tx = new LinkedHashMap<>();
        for (int i = 0; i < STATS.length && i * 8 + 8 <= b.limit(); i++) {
            Map<String, Object> side = STATS[i].charAt(0) == 'r' ? rx : tx;
            side.put(STATS[i].substring(3), b.getLong(i * 8));
        }
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("rx", rx);
        m.put("tx", tx);
        r.put("stats64", m);
    }

    private static void alternativeNames(AttributeSet a, Map<String, Object> r) {
        List<String> list = new ArrayList<>();
        AttributeReader props = a.reader(IFLA_PROP_LIST);
        while (props.next()) {
            if (props.type() == IFLA_ALT_IFNAME) {
                list.add(props.string());
            }
        }
        if (!list.isEmpty()) {
            r.put("altnames", list);
        }
    }

    private static void text(Map<String, Object> r, String name, AttributeSet a, int type) {
        if (a.has(type)) {
            r.put(name, a.string(type));
        }
    }

    private static void number(Map<String, Object> r, String name, AttributeSet a, int type) {
        if (a.has(type)) {
            r.put(name, a.u32(type));
        }
    }

    private static void hex(Map<String, Object> r, String name, AttributeSet a, int type) {
        if (a.has(type)) {
            r.put(name, AddressText.link(a.bytes(type)).replace(":", ""));
        }
    }

    private static String linkType(int type) {
        return switch (type) {
            case 0 -> "netrom";
            case 1 -> "ether";
            case 32 -> "infiniband";
            case 256 -> "slip";
            case 280 -> "can";
            case 512 -> "ppp";
            case 519 -> "rawip";
            case 768 -> "ipip";
            case 769 -> "tunnel6";
            case 772 -> "loopback";
            case 776 -> "sit";
            case 778 -> "gre";
            case 783 -> "irda";
            case 801 -> "ieee802.11";
            case 802 -> "ieee802.11/prism";
            case 803 -> "ieee802.11/radiotap";
            case 804 -> "ieee802.15.4";
            case 820 -> "phonet";
            case 823 -> "gre6";
            case 824 -> "netlink";
            case 825 -> "6lowpan";
            case 826 -> "vsockmon";
            case 0xfffe -> "none";
            case 0xffff -> "void";
            default -> "[" + type + ']';
        };
    }
}

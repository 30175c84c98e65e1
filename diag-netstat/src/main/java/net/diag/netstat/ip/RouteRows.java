package net.diag.netstat.ip;

import static net.diag.netlink.route.RouteMessage.*;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.route.RouteMessage;

/** Routes as rows, with the names of {@code ip -j -d route show table all}. */
final class RouteRows {
    private static final int RTM_F_CLONED = 0x200;
    private static final int RTAX_LOCK = 1;
    private static final String[] METRICS = {
        null,
        "lock",
        "mtu",
        "window",
        "rtt",
        "rttvar",
        "ssthresh",
        "cwnd",
        "advmss",
        "reordering",
        "hoplimit",
        "initcwnd",
        "features",
        "rto_min",
        "initrwnd",
        "quickack",
        "congctl",
        "fastopen_no_cookie"
    };
    private static final Object[] FLAGS = {
        1,
        "dead",
        2,
        "pervasive",
        4,
        "onlink",
        8,
        "offload",
        0x10,
        "linkdown",
        0x20,
        "unresolved",
        0x40,
        "trap",
        0x4000,
        "trap",
        0x2000_0000,
        "rt_offload_failed"
    };

    private final RtNames names;
    private final IntFunction<String> ifNames;

    RouteRows(RtNames names, IntFunction<String> ifNames) {
        this.names = names;
        this.ifNames = ifNames;
    }

    /** One route; a looked-up one has {@code from}, {@code uid} and the cache's fields too. */
    Map<String, Object> row(RouteMessage m) {
        Map<String, Object> r = new LinkedHashMap<>();
        AttributeSet a = m.attributes();
        r.put("type", RtNames.type(m.type()));
        r.put("dst", destination(m));
        source(m, r);
        if (m.tos() != 0) {
            r.put("tos", "0x" + Integer.toHexString(m.tos()));
        }
        if (a.has(RTA_NH_ID)) {
            r.put("nhid", a.u32(RTA_NH_ID));
        }
        if (a.has(RTA_ENCAP_TYPE)) {
            r.put("encap", encapsulation(a.u16(RTA_ENCAP_TYPE)));
        }
        gateway(a, r);
        if (a.has(RTA_OIF)) {
            r.put("dev", ifNames.apply(a.s32(RTA_OIF)));
        }
        r.put("table", names.table(m.table()));
        if ((m.flags() & RTM_F_CLONED) == 0 || m.protocol() != 0) {
            r.put("protocol", names.protocol(m.protocol()));
        }
        r.put("scope", RtNames.scope(m.scope()));
        if (a.has(RTA_PREFSRC)) {
            r.put("prefsrc", AddressText.ip(a.bytes(RTA_PREFSRC)));
        }
        if (a.has(RTA_PRIORITY)) {
            r.put("metric", a.u32(RTA_PRIORITY));
        }
        r.put("flags", flags(m.flags() & 0xff | m.flags() & 0x2000_0000 | (m.flags() & 0x4000) >> 8));
        if ((m.flags() & RTM_F_CLONED) != 0) {
            r.put("cache", List.of());
        }
        if (a.has(RTA_MARK)) {
            r.put("mark", a.u32(RTA_MARK));
        }
        if (a.has(RTA_FLOW)) {
            r.put("flow", a.u32(RTA_FLOW));
        }
        if (a.has(RTA_UID)) {
            r.put("uid", a.u32(RTA_UID));
        }
        cache(a, r);
        if (a.has(RTA_METRICS)) {
            r.put("metrics", List.of(metrics(a.nested(RTA_METRICS))));
        }
        if (a.has(RTA_IIF)) {
            r.put("iif", ifNames.apply(a.s32(RTA_IIF)));
        }
        if (a.has(RTA_PREF)) {
            r.put("pref", preference(a.u8(RTA_PREF)));
        }
        if (a.has(RTA_TTL_PROPAGATE)) {
            r.put("ttl-propogate", a.u8(RTA_TTL_PROPAGATE) != 0);
        }
        if (a.has(RTA_MULTIPATH)) {
            r.put("nexthops", nexthops(a.buffer(RTA_MULTIPATH)));
        }
        return r;
    }

    private static String destination(RouteMessage m) {
        AttributeSet a = m.attributes();
        if (!a.has(RTA_DST)) {
            return m.destinationLength() > 0 ? "0/" + m.destinationLength() : "default";
        }
        byte[] b = a.bytes(RTA_DST);
        String text = AddressText.ip(b);
        return m.destinationLength() == b.length * 8 ? text : text + '/' + m.destinationLength();
    }

    private static void source(RouteMessage m, Map<String, Object> r) {
        AttributeSet a = m.attributes();
        if (a.has(RTA_SRC)) {
            byte[] b = a.bytes(RTA_SRC);
            String text = AddressText.ip(b);
            r.put("from", m.sourceLength() == b.length * 8 ? text : text + '/' + m.sourceLength());
        } else if (m.sourceLength() > 0) {
            r.put("from", "0/" + m.sourceLength());
        }
    }

    private static void gateway(AttributeSet a, Map<String, Object> r) {
        if (a.has(RTA_GATEWAY)) {
            r.put("gateway", AddressText.ip(a.bytes(RTA_GATEWAY)));
        }
        if (a.has(RTA_VIA)) {
            byte[] b = a.bytes(RTA_VIA);
            ByteBuffer v = a.buffer(RTA_VIA);
            if (b.length > 2) {
                Map<String, Object> via = new LinkedHashMap<>();
                via.put("family", RtNames.family(v.getShort(0) & 0xffff));
                via.put("host", AddressText.ip(java.util.Arrays.copyOfRange(b, 2, b.length)));
                r.put("via", via);
            }
        }
    }

    static List<String> flags(int flags) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < FLAGS.length; i += 2) {
            if ((flags & (Integer) FLAGS[i]) != 0) {
                list.add((String) FLAGS[i + 1]);
            }
        }
        return list;
    }

    private static void cache(AttributeSet a, Map<String, Object> r) {
        if (a.length(RTA_CACHEINFO) < 16) {
            return;
        }
        ByteBuffer b = a.buffer(RTA_CACHEINFO);
        // clntref, lastuse, expires and error, then id, ts, tsage (struct rta_cacheinfo); clock ticks of 1/100 s.
        if (b.getInt(8) != 0) {
            r.put("expires", b.getInt(8) / 100);
        }
        if (b.getInt(12) != 0) {
            r.put("error", b.getInt(12));
        }
        if (b.getInt(0) != 0) {
            r.put("users", b.getInt(0));
        }
        if (b.getInt(4) != 0) {
            r.put("used", b.getInt(4) / 100);
        }
    }

    private static Map<String, Object> metrics(AttributeSet x) {
        Map<String, Object> m = new LinkedHashMap<>();
        long locked = x.u32(RTAX_LOCK);
        for (int i = 0; i < x.size(); i++) {
            int t = x.typeAt(i);
            if (t == RTAX_LOCK) {
                continue;
            }
            String name = t < METRICS.length && METRICS[t] != null ? METRICS[t] : Integer.toString(t);
            switch (t) {
                case 16 -> m.put(name, x.string(t));
                // The kernel counts rtt in eighths, rttvar in quarters of a millisecond.
                case 4 -> m.put(name, x.u32(t) / 8);
                case 5 -> m.put(name, x.u32(t) / 4);
                case 12 -> m.put(name, features(x.u32(t)));
                default -> m.put(name, x.u32(t));
            }
            // ip -j leaves this out.
            if ((locked >> t & 1) != 0) {
                m.put(name + "_lock", true);
            }
        }
        return m;
    }

    private static List<String> features(long bits) {
        List<String> list = new ArrayList<>();
        String[] known = {"ecn", "sack", "timestamp", "allfrag", "tcp_usec_ts"};
        for (int i = 0; i < 32; i++) {
            if ((bits >> i & 1) != 0) {
                list.add(i < known.length ? known[i] : "0x" + Long.toHexString(1L << i));
            }
        }
        return list;
    }

    private List<Map<String, Object>> nexthops(ByteBuffer b) {
        List<Map<String, Object>> list = new ArrayList<>();
        int at = 0;
        // struct rtnexthop: length u16, flags u8, hops u8, ifindex, then attributes.
        while (b.limit() - at >= 8) {
            int length = b.getShort(at) & 0xffff;
            if (length < 8 || length > b.limit() - at) {
                break;
            }
            Map<String, Object> r = new LinkedHashMap<>();
            byte[] inner = new byte[length - 8];
            b.get(at + 8, inner);
            AttributeSet a = AttributeSet.of(inner);
            if (a.has(RTA_ENCAP_TYPE)) {
                r.put("encap", encapsulation(a.u16(RTA_ENCAP_TYPE)));
            }
            gateway(a, r);
            r.put("dev", ifNames.apply(b.getInt(at + 4)));
            r.put("weight", (b.get(at + 3) & 0xff) + 1);
            if (a.has(RTA_FLOW)) {
                r.put("flow", a.u32(RTA_FLOW));
            }
            r.put("flags", flags(b.get(at + 2) & 0xff));
            list.add(r);
            at += (length + 3) & ~3;
        }
        return list;
    }

    private static String preference(int p) {
        return switch (p) {
            case 0 -> "medium";
            case 1 -> "high";
            case 3 -> "low";
            default -> Integer.toString(p);
        };
    }

    private static String encapsulation(int type) {
        String[] names = {"none", "mpls", "ip", "ila", "ip6", "seg6", "bpf", "seg6local", "rpl", "ioam6", "xfrm"};
        return type < names.length ? names[type] : Integer.toString(type);
    }

    /** A nexthop object ({@code struct nhmsg}, {@code linux/nexthop.h}). */
    Map<String, Object> nexthop(int scope, int protocol, int flags, AttributeSet a) {
        Map<String, Object> r = new LinkedHashMap<>();
        r.put("id", a.u32(1));
        if (a.has(2)) {
            List<Map<String, Object>> group = new ArrayList<>();
            ByteBuffer b = a.buffer(2);
            for (int at = 0; at + 8 <= b.limit(); at += 8) {
                Map<String, Object> g = new LinkedHashMap<>();
                g.put("id", b.getInt(at));
                int weight = (b.get(at + 4) & 0xff) + 1;
                if (weight > 1) {
                    g.put("weight", weight);
                }
                group.add(g);
            }
            r.put("group", group);
        }
        if (a.has(4)) {
            r.put("blackhole", true);
        }
        if (a.has(6)) {
            r.put("gateway", AddressText.ip(a.bytes(6)));
        }
        if (a.has(5)) {
            r.put("dev", ifNames.apply(a.s32(5)));
        }
        r.put("scope", RtNames.scope(scope));
        r.put("protocol", names.protocol(protocol));
        r.put("flags", flags(flags));
        return r;
    }
}

package net.diag.netstat.ip;

import java.util.List;
import java.util.Map;
import net.diag.record.Escape;
import net.diag.record.TextBuffer;
import net.diag.record.TextOut;

/** Routes, rules, neighbours and groups as iproute2 prints them. */
final class RouteText {
    private final TextOut out;
    private final boolean details;

    RouteText(TextOut out, boolean details) {
        this.out = out;
        this.details = details;
    }

    private static String text(Object o) {
        return Escape.text(String.valueOf(o));
    }

    private void word(Map<String, Object> r, String before, String field) {
        if (r.containsKey(field)) {
            out.print(before).print(text(r.get(field))).print(' ');
        }
    }

    /** A route; {@code lookUp}: as {@code route get} prints it. */
    void route(Map<String, Object> r, boolean lookUp) {
        String type = text(r.get("type"));
        if (details || !type.equals("unicast")) {
            out.print(type).print(' ');
        }
        word(r, "", "dst");
        word(r, "from ", "from");
        word(r, "tos ", "tos");
        word(r, "nhid ", "nhid");
        word(r, "encap ", "encap");
        hop(r);
        Object table = r.get("table");
        if (!"main".equals(table) || lookUp && details) {
            word(r, "table ", "table");
        }
        if (details || !lookUp) {
            if (details || !"boot".equals(r.get("protocol"))) {
                word(r, "proto ", "protocol");
            }
            if (details || !"global".equals(r.get("scope"))) {
                word(r, "scope ", "scope");
            }
        }
        word(r, "src ", "prefsrc");
        word(r, "metric ", "metric");
        flags(r);
        word(r, "mark ", "mark");
        word(r, "realm ", "flow");
        word(r, "uid ", "uid");
        if (r.containsKey("cache")) {
            out.println().print("    cache ");
        }
        if (r.containsKey("expires")) {
            out.print("expires ").print(text(r.get("expires"))).print("sec ");
        }
        word(r, "error ", "error");
        if (details && lookUp) {
            word(r, "users ", "users");
        }
        for (Map<String, Object> m : Rows.list(r, "metrics")) {
            metrics(m);
        }
        word(r, "iif ", "iif");
        if (r.containsKey("pref")) {
            out.print("pref ").print(text(r.get("pref")));
        }
        for (Map<String, Object> hop : Rows.list(r, "nexthops")) {
            out.println().print("\tnexthop ");
            hop(hop);
            word(hop, "weight ", "weight");
            flags(hop);
        }
        nexthopObject(Rows.object(r, "nh_info"));
        out.println();
    }

    private void nexthopObject(Map<String, Object> info) {
        if (details && !info.isEmpty()) {
            out.println().print("\tnh_info ");
            word(info, "id ", "id");
            for (Map<String, Object> g : Rows.list(info, "group")) {
                word(g, "group ", "id");
                word(g, "weight ", "weight");
            }
            hop(info);
            word(info, "scope ", "scope");
            word(info, "proto ", "protocol");
            flags(info);
        }
    }

    private void hop(Map<String, Object> r) {
        word(r, "via ", "gateway");
        Map<String, Object> via = Rows.object(r, "via");
        if (!via.isEmpty()) {
            out.print("via ").print(text(via.get("family"))).print(' ');
            out.print(text(via.get("host"))).print(' ');
        }
        word(r, "dev ", "dev");
    }

    private void flags(Map<String, Object> r) {
        for (String f : Rows.words(r, "flags")) {
            out.print(f).print(' ');
        }
    }

    private void metrics(Map<String, Object> m) {
        for (Map.Entry<String, Object> e : m.entrySet()) {
            String name = e.getKey();
            if (name.endsWith("_lock")) {
                continue;
            }
            out.print(name).print(' ');
            if (m.containsKey(name + "_lock")) {
                out.print("lock ");
            }
            Object v = e.getValue();
            if (v instanceof List<?>) {
                v = String.join(" ", Rows.words(m, name));
            }
            boolean millis = name.equals("rto_min") || name.equals("rtt") || name.equals("rttvar");
            out.print(text(v)).print(millis ? "ms " : " ");
        }
    }

    /** A policy rule. */
    void rule(Map<String, Object> r) {
        TextBuffer line = new TextBuffer();
        new RouteText(line, details).ruleWords(r);
        // Here, other than with routes, ip prints no blank at the end.
        out.println(line.toString().stripTrailing());
    }

    private void ruleWords(Map<String, Object> r) {
        out.print(text(r.get("priority"))).print(":\t");
        if (r.containsKey("not")) {
            out.print("not ");
        }
        out.print("from ").print(prefix(r, "src"));
        if (r.containsKey("dst")) {
            out.print(" to ").print(prefix(r, "dst"));
        }
        out.print(' ');
        word(r, "tos ", "tos");
        if (r.containsKey("fwmark")) {
            out.print("fwmark ").print(text(r.get("fwmark")));
            out.print(r.containsKey("fwmask") ? "/" + text(r.get("fwmask")) : "")
                    .print(' ');
        }
        interfaceName(r, "iif");
        interfaceName(r, "oif");
        if (r.containsKey("l3mdev")) {
            out.print("lookup [l3mdev-table] ");
        }
        if (r.containsKey("uid_start")) {
            out.print("uidrange ").print(text(r.get("uid_start"))).print('-').print(text(r.get("uid_end")));
            out.print(' ');
        }
        word(r, "ipproto ", "ipproto");
        ports(r, "sport");
        ports(r, "dport");
        word(r, "tun_id ", "tun_id");
        word(r, "lookup ", "table");
        word(r, "suppress_prefixlength ", "suppress_prefixlen");
        word(r, "suppress_ifgroup ", "suppress_ifgroup");
        word(r, "goto ", "goto");
        if (r.containsKey("unresolved")) {
            out.print("[unresolved] ");
        }
        if (r.containsKey("nop")) {
            out.print("nop ");
        }
        word(r, "", "action");
        if (details) {
            word(r, "proto ", "protocol");
        }
    }

    private void interfaceName(Map<String, Object> r, String name) {
        word(r, name + ' ', name);
        if (r.containsKey(name + "_detached")) {
            out.print("[detached] ");
        }
    }

    private static String prefix(Map<String, Object> r, String name) {
        String address = text(r.get(name));
        return r.containsKey(name + "len") ? address + '/' + r.get(name + "len") : address;
    }

    private void ports(Map<String, Object> r, String name) {
        word(r, name + ' ', name);
        if (r.containsKey(name + "_start")) {
            out.print(name).print(' ').print(text(r.get(name + "_start"))).print('-');
            out.print(text(r.get(name + "_end"))).print(' ');
        }
    }

    /** A neighbour. */
    void neighbor(Map<String, Object> r, boolean statistics) {
        word(r, "", "dst");
        word(r, "dev ", "dev");
        word(r, "lladdr ", "lladdr");
        for (String flag : List.of("router", "proxy", "extern_learn", "offload", "managed")) {
            if (r.containsKey(flag)) {
                out.print(flag).print(' ');
            }
        }
        if (statistics) {
            word(r, "ref ", "refcnt");
            if (r.containsKey("used")) {
                out.print("used ").print(text(r.get("used"))).print('/').print(text(r.get("confirmed")));
                out.print('/').print(text(r.get("updated"))).print(' ');
            }
            word(r, "probes ", "probes");
        }
        for (String state : Rows.words(r, "state")) {
            out.print(state).print(' ');
        }
        if (details) {
            word(r, "proto ", "protocol");
        }
        out.println();
    }

    /** An interface's multicast groups. */
    void groups(Map<String, Object> r) {
        out.print(text(r.get("ifindex"))).print(":\t").println(text(r.get("ifname")));
        for (Map<String, Object> g : Rows.list(r, "maddr")) {
            if (g.containsKey("link")) {
                out.print("\tlink  ").print(text(g.get("link")));
            } else {
                out.print('\t').printLeft(text(g.get("family")), 5).print(' ').print(text(g.get("address")));
            }
            if (g.containsKey("users")) {
                out.print(" users ").print(text(g.get("users")));
            }
            if (g.containsKey("static")) {
                out.print(" static");
            }
            out.println();
        }
    }
}

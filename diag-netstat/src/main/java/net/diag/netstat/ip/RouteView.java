package net.diag.netstat.ip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.netlink.NetlinkException;
import net.diag.netlink.route.NexthopMessage;
import net.diag.netlink.route.RouteMessage;
import net.diag.netlink.route.RouteQuery;
import net.diag.netlink.route.Rtnetlink;
import net.diag.record.IpAddress;

/** {@code netstat route}: all routes of all tables, and {@code route get ADDR}, which asks the kernel. */
public final class RouteView extends IpView {
    private static final int RTM_F_CLONED = 0x200;
    private static final Rows ROWS = new Rows(
            "diag/netstat/route/1",
            "a route",
            "type",
            "t",
            "unicast, local, blackhole …",
            "dst",
            "t",
            "destination prefix; default: all",
            "from",
            "t",
            "source prefix",
            "tos",
            "t",
            "type of service selector",
            "nhid",
            "i",
            "nexthop object",
            "gateway",
            "t",
            "next router",
            "dev",
            "t",
            "interface",
            "table",
            "t",
            "routing table",
            "protocol",
            "t",
            "who made it",
            "scope",
            "t",
            "how far the destination is",
            "prefsrc",
            "t",
            "source address of packets sent from here",
            "metric",
            "i",
            "smaller is preferred",
            "flags",
            "l",
            "RTNH_F_* flags",
            "uid",
            "i",
            "user that was asked for",
            "pref",
            "t",
            "router preference (RFC 4191)",
            "metrics",
            "a",
            "MTU, window and other TCP metrics",
            "nexthops",
            "a",
            "legs of a multipath route");

    /** The view of routes. */
    public RouteView() {
        super(
                "route",
                "list routes, or ask for the route to an address",
                "[OPTIONS] [table NAME|all] [dev NAME] [proto NAME] [type TYPE]\n"
                        + "[OPTIONS] get ADDR [from ADDR] [iif NAME] [oif NAME] [mark N] [uid N] [tos N] "
                        + "[ipproto P] [sport N] [dport N] [fibmatch]");
    }

    @Override
    Rows rows() {
        return ROWS;
    }

    @Override
    List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) throws Exception {
        try (Rtnetlink route = Rtnetlink.open()) {
            Map<Integer, String> ifNames = Rtnetlink.names(route.readLinks());
            RouteRows decoder = new RouteRows(names, i -> ifNames.getOrDefault(i, "if" + i));
            if (q.selection.command().equals("get")) {
                return List.of(decoder.row(lookUp(route, ifNames, q.selection)));
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            Map<Long, Map<String, Object>> nexthops = new HashMap<>();
            for (int family : q.family == 0 ? new int[] {2, 10} : new int[] {q.family}) {
                List<RouteMessage> messages = readFamily(route, family);
                for (RouteMessage m : messages) {
                    if (m.family() != family || (m.flags() & RTM_F_CLONED) != 0) {
                        continue;
                    }
                    Map<String, Object> r = decoder.row(m);
                    if (isWanted(r, q.selection)) {
                        addNexthop(r, route, decoder, nexthops);
                        rows.add(r);
                    }
                }
            }
            if (!route.isConsistent()) {
                context.complain("routes kept changing while they were read: some may be missing or double");
            }
            return rows;
        }
    }

    private static List<RouteMessage> readFamily(Rtnetlink route, int family) throws IOException {
        try {
            return route.readRoutes(family);
        } catch (NetlinkException e) {
            if (family == 10) {
                // A kernel without IPv6.
                return List.of();
            }
            throw e;
        }
    }

    /** What the nexthop object of a route says, as {@code ip -d route} shows it. */
    private static void addNexthop(
            Map<String, Object> r, Rtnetlink route, RouteRows decoder, Map<Long, Map<String, Object>> known)
            throws IOException {
        if (!(r.get("nhid") instanceof Long id)) {
            return;
        }
        if (known.isEmpty()) {
            for (NexthopMessage n : route.readNexthops()) {
                known.put(n.attributes().u32(1), decoder.nexthop(n.scope(), n.protocol(), n.flags(), n.attributes()));
            }
        }
        Map<String, Object> info = known.get(id);
        if (info != null) {
            r.put("nh_info", info);
        }
    }

    private static boolean isWanted(Map<String, Object> r, Selection s) {
        String device = s.value("dev");
        boolean onDevice = device == null || device.equals(r.get("dev"));
        for (Map<String, Object> hop : Rows.list(r, "nexthops")) {
            onDevice |= device != null && device.equals(hop.get("dev"));
        }
        String to = s.value("to") != null ? s.value("to") : s.target();
        return onDevice
                && s.matches("table", r.get("table"))
                && s.matches("proto", r.get("protocol"))
                && s.matches("scope", r.get("scope"))
                && s.matches("type", r.get("type"))
                && s.matches("via", r.get("gateway"))
                && s.matches("src", r.get("prefsrc"))
                && (to == null || to.equals(r.get("dst")));
    }

    private static RouteMessage lookUp(Rtnetlink route, Map<Integer, String> ifNames, Selection s)
            throws IOException, ToolException {
        RouteQuery q = new RouteQuery(address(s.target()).toBytes());
        if (s.value("from") != null) {
            q.from(address(s.value("from")).toBytes());
        }
        q.iif(index(ifNames, s.value("iif")))
                .oif(index(ifNames, s.value("oif") == null ? s.value("dev") : s.value("oif")));
        q.mark((int) number(s.value("mark"), 0)).uid(number(s.value("uid"), -1)).tos((int) number(s.value("tos"), 0));
        q.transport(protocol(s.value("ipproto")), (int) number(s.value("sport"), 0), (int) number(s.value("dport"), 0));
        if (s.has("fibmatch")) {
            q.fibMatch();
        }
        return route.lookUp(q);
    }

    private static IpAddress address(String text) throws ToolException {
        IpAddress a = text == null ? null : IpAddress.parse(text);
        if (a == null) {
            throw new ToolException(1, text == null ? "get needs an address" : "'" + text + "' is not an address");
        }
        return a;
    }

    private static int index(Map<Integer, String> ifNames, String name) throws ToolException {
        if (name == null) {
            return 0;
        }
        for (Map.Entry<Integer, String> e : ifNames.entrySet()) {
            if (e.getValue().equals(name)) {
                return e.getKey();
            }
        }
        throw new ToolException(1, "Cannot find device \"" + name + "\"");
    }

    private static long number(String text, long absent) throws ToolException {
        try {
            return text == null ? absent : Long.decode(text);
        } catch (NumberFormatException e) {
            throw new ToolException(1, "'" + text + "' is not a number");
        }
    }

    private static int protocol(String text) throws ToolException {
        if (text == null) {
            return 0;
        }
        for (int i = 0; i < 256; i++) {
            if (RtNames.ipProtocol(i).equals(text)) {
                return i;
            }
        }
        return (int) number(text, 0);
    }

    @Override
    void print(List<Map<String, Object>> rows, Request q, ToolContext context) {
        RouteText text = new RouteText(context.out(), q.details);
        boolean lookUp = q.selection.command().equals("get");
        String table = q.selection.value("table");
        for (Map<String, Object> r : rows) {
            // As ip does, without "table" only the main one; the records always have all.
            if (lookUp || table != null || "main".equals(r.get("table"))) {
                text.route(r, lookUp);
            }
        }
    }
}

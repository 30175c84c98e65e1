package net.diag.netstat.ip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.ToolContext;
import net.diag.netlink.route.NeighborMessage;
import net.diag.netlink.route.Rtnetlink;

/** {@code netstat neigh}: the neighbours' link-layer addresses, of ARP and neighbour discovery. */
public final class NeighborView extends IpView {
    private static final int NUD_NOARP = 0x40;
    private static final Rows ROWS = new Rows(
            "diag/netstat/neigh/1",
            "a neighbour",
            "dst",
            "t",
            "address",
            "dev",
            "t",
            "interface",
            "lladdr",
            "t",
            "link-layer address",
            "router",
            "b",
            "it says that it routes",
            "proxy",
            "b",
            "answered for by this host",
            "refcnt",
            "i",
            "users of the entry",
            "used",
            "i",
            "seconds since it was used",
            "confirmed",
            "i",
            "seconds since it was seen alive",
            "updated",
            "i",
            "seconds since it changed",
            "probes",
            "i",
            "probes sent without an answer",
            "state",
            "l",
            "NUD_* states",
            "protocol",
            "t",
            "who made it");

    /** The view of neighbours. */
    public NeighborView() {
        super("neigh", "list neighbours", "[OPTIONS] [dev NAME] [nud STATE] [proxy]");
    }

    @Override
    Rows rows() {
        return ROWS;
    }

    @Override
    List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Rtnetlink route = Rtnetlink.open()) {
            Map<Integer, String> ifNames = Rtnetlink.names(route.readLinks());
            NeighborRows decoder = new NeighborRows(names, i -> ifNames.getOrDefault(i, "if" + i));
            String device = q.selection.device();
            String nud = q.selection.value("nud");
            List<NeighborMessage> all = new ArrayList<>(route.readNeighbors(q.family));
            all.addAll(route.readProxies(q.family));
            for (NeighborMessage m : all) {
                Map<String, Object> r = decoder.row(m);
                // As ip does: entries without ARP (multicast, loopback) only when asked for.
                boolean hidden = nud == null && (m.state() & NUD_NOARP) != 0;
                boolean state = nud == null
                        || nud.equals("all")
                        || Rows.words(r, "state").contains(nud.toUpperCase(java.util.Locale.ROOT));
                if (!hidden && state && (device == null || device.equals(r.get("dev")))) {
                    rows.add(r);
                }
            }
        }
        return rows;
    }

    @Override
    void print(List<Map<String, Object>> rows, Request q, ToolContext context) {
        RouteText text = new RouteText(context.out(), q.details);
        for (Map<String, Object> r : rows) {
            if (q.selection.has("proxy") == r.containsKey("proxy")) {
                text.neighbor(r, q.statistics > 0);
            }
        }
    }
}

package net.diag.netstat.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.netlink.route.AddressMessage;
import net.diag.netlink.route.LinkMessage;
import net.diag.netlink.route.Rtnetlink;

/** {@code netstat link} and {@code netstat addr}: interfaces, and with their addresses. */
public final class LinkView extends IpView {
    private static final Rows LINK = rows("diag/netstat/link/1", "an interface");
    private static final Rows ADDRESS = rows("diag/netstat/addr/1", "an interface with its addresses");

    private final boolean addresses;

    private LinkView(String name, String summary, boolean addresses) {
        super(name, summary, "[OPTIONS] [dev NAME] [up] [master NAME] [type KIND] [group GROUP]");
        this.addresses = addresses;
    }

    /** The view of interfaces. */
    public static LinkView link() {
        return new LinkView("link", "list network interfaces", false);
    }

    /** The view of interfaces with their addresses. */
    public static LinkView addr() {
        return new LinkView("addr", "list network interfaces with their addresses", true);
    }

    private static Rows rows(String type, String meaning) {
        return new Rows(
                type,
                meaning,
                "ifindex",
                "i",
                "index in its namespace",
                "link",
                "t",
                "lower device",
                "link_index",
                "i",
                "index of the peer in another namespace",
                "ifname",
                "t",
                "name",
                "flags",
                "l",
                "IFF_* flags",
                "mtu",
                "i",
                "largest packet in bytes",
                "qdisc",
                "t",
                "queueing discipline",
                "master",
                "t",
                "bridge, bond or VRF that it is a port of",
                "operstate",
                "t",
                "operational state (RFC 2863)",
                "linkmode",
                "t",
                "how it comes up",
                "group",
                "t",
                "interface group",
                "txqlen",
                "i",
                "queue length in packets",
                "link_type",
                "t",
                "ARP hardware type",
                "address",
                "t",
                "link-layer address",
                "broadcast",
                "t",
                "link-layer broadcast address, or a tunnel's peer",
                "link_netnsid",
                "i",
                "id of the namespace of the lower device or peer",
                "peer",
                "a",
                "a veth's other end: ifindex, ifname and the namespace that it is in",
                "linkinfo",
                "a",
                "kind, and the kind's own values",
                "addr_info",
                "a",
                "addresses",
                "stats64",
                "a",
                "counters of both directions",
                "altnames",
                "l",
                "alternative names",
                "ifalias",
                "t",
                "description set by the administrator");
    }

    @Override
    Rows rows() {
        return addresses ? ADDRESS : LINK;
    }

    @Override
    List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) throws Exception {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Rtnetlink route = Rtnetlink.open()) {
            List<LinkMessage> links = route.readLinks();
            List<AddressMessage> all = addresses ? route.readAddresses(q.family) : List.of();
            LinkRows decoder = new LinkRows(names, links);
            VethPeers peers = new VethPeers(route, links);
            for (LinkMessage l : links) {
                Map<String, Object> r = decoder.row(l);
                if (!isWanted(r, q.selection)) {
                    continue;
                }
                peers.add(l, r);
                if (addresses) {
                    List<Object> own = new ArrayList<>();
                    for (AddressMessage a : all) {
                        if (a.ifIndex() == l.ifIndex()) {
                            own.add(AddressRows.row(a));
                        }
                    }
                    if (own.isEmpty() && q.family != 0) {
                        continue;
                    }
                    r.put("addr_info", own);
                }
                rows.add(r);
            }
            if (!route.isConsistent()) {
                context.complain("interfaces kept changing while they were read: some may be missing or double");
            }
        }
        String device = q.selection.device();
        if (rows.isEmpty() && device != null) {
            throw new ToolException(1, "Device \"" + device + "\" does not exist.");
        }
        return rows;
    }

    private static boolean isWanted(Map<String, Object> r, Selection s) {
        String device = s.device();
        boolean named = device == null
                || device.equals(r.get("ifname"))
                || Rows.words(r, "altnames").contains(device);
        Object kind = Rows.object(r, "linkinfo").get("info_kind");
        return named
                && (!s.has("up") || Rows.words(r, "flags").contains("UP"))
                && (!s.has("nomaster") || !r.containsKey("master"))
                && s.matches("master", r.get("master"))
                && s.matches("vrf", r.get("master"))
                && s.matches("group", r.get("group"))
                && s.matches("type", kind);
    }

    @Override
    void print(List<Map<String, Object>> rows, Request q, ToolContext context) {
        LinkText text = new LinkText(context.out(), q.details, q.statistics > 0);
        for (Map<String, Object> r : rows) {
            text.print(r, !addresses);
        }
    }
}

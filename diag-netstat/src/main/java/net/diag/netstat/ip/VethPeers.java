package net.diag.netstat.ip;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.netlink.route.LinkMessage;
import net.diag.netlink.route.Rtnetlink;
import net.diag.sys.NetNamespace;

/**
 * Where the other ends of veths are. The kernel gives the peer's index and, when it is elsewhere, an
 * id of its namespace; which namespace has that id is found by asking for the id of each that this
 * machine knows (named, or held by a process).
 */
final class VethPeers {
    private final Rtnetlink route;
    private final Map<Integer, LinkMessage> here = new HashMap<>();
    private final Map<Integer, Map<Integer, String>> elsewhere = new HashMap<>();
    private Map<Integer, NetNamespace> byId;

    VethPeers(Rtnetlink route, List<LinkMessage> links) {
        this.route = route;
        for (LinkMessage l : links) {
            here.put(l.ifIndex(), l);
        }
    }

    /** Add {@code peer} to the row of a veth, or of another kind whose lower device is elsewhere. */
    void add(LinkMessage l, Map<String, Object> row) {
        int index = l.linkIndex();
        int id = l.linkNetnsId();
        if (index == 0 || id < 0 && !l.kind().equals("veth") && !l.kind().equals("netkit")) {
            return;
        }
        Map<String, Object> peer = new LinkedHashMap<>();
        peer.put("ifindex", index);
        if (id < 0) {
            LinkMessage other = here.get(index);
            if (other != null) {
                peer.put("ifname", other.ifName());
            }
        } else {
            String name = elsewhere.computeIfAbsent(id, this::names).get(index);
            if (name != null) {
                peer.put("ifname", name);
            }
            NetNamespace ns = namespaces().get(id);
            if (ns != null) {
                peer.put("netns", NamespaceView.label(ns));
                peer.put("netns_id", ns.id());
            }
        }
        row.put("peer", peer);
    }

    private Map<Integer, String> names(int id) {
        try {
            return Rtnetlink.names(route.readLinks(id));
        } catch (IOException e) {
            // Needs CAP_NET_ADMIN over that namespace; the index is all there is then.
            return Map.of();
        }
    }

    private Map<Integer, NetNamespace> namespaces() {
        if (byId == null) {
            byId = new HashMap<>();
            for (NetNamespace ns : NetNamespace.all(new int[1])) {
                try {
                    int id = route.netnsId(ns.path().toString());
                    if (id >= 0) {
                        byId.putIfAbsent(id, ns);
                    }
                } catch (IOException e) {
                    // Gone meanwhile, or not ours to look at.
                    continue;
                }
            }
        }
        return byId;
    }
}

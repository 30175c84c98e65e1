package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.netlink.NetlinkException;
import net.diag.netlink.route.LinkMessage;
import net.diag.netlink.route.RouteMessage;
import net.diag.netlink.route.RouteQuery;
import net.diag.netlink.route.Rtnetlink;

/** What a packet's way depends on beside the rules: interfaces and routes, asked of the kernel. */
final class World implements AutoCloseable {
    static final int RTN_LOCAL = 2;

    private final Rtnetlink route;
    private final Map<Integer, LinkMessage> links = new HashMap<>();

    private World(Rtnetlink route) {
        this.route = route;
    }

    /** Of the calling thread's namespace. */
    static World open() throws IOException {
        World w = new World(Rtnetlink.open());
        List<LinkMessage> all = w.route.readLinks();
        for (LinkMessage l : all) {
            w.links.put(l.ifIndex(), l);
        }
        return w;
    }

    /** An interface, or null. */
    LinkMessage link(int ifIndex) {
        return links.get(ifIndex);
    }

    /** The interface of that name, or 0. */
    int index(String name) {
        for (LinkMessage l : links.values()) {
            if (l.ifName().equals(name)) {
                return l.ifIndex();
            }
        }
        return 0;
    }

    String name(int ifIndex) {
        LinkMessage l = links.get(ifIndex);
        return l == null ? "" : l.ifName();
    }

    /** The route, or null when there is none. */
    RouteMessage lookUp(byte[] destination, byte[] source, int iif, int mark) throws IOException {
        RouteQuery q = new RouteQuery(destination).from(source).mark(mark);
        try {
            return route.lookUp(iif == 0 ? q : q.iif(iif));
        } catch (NetlinkException e) {
            // No route, or one that forbids: no packet goes that way.
            return null;
        }
    }

    /** The type of an address in the routing tables ({@code RTN_*}), or 0. */
    int addressType(byte[] address) throws IOException {
        RouteMessage r = lookUp(address, null, 0, 0);
        return r == null ? 0 : r.type();
    }

    @Override
    public void close() {
        route.close();
    }
}

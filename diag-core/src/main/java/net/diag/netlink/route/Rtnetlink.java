package net.diag.netlink.route;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkDump;
import net.diag.netlink.NetlinkException;
import net.diag.netlink.NetlinkRequest;
import net.diag.netlink.NetlinkSocket;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;

/** The questions that the views ask of {@code NETLINK_ROUTE}. Reads only. */
public final class Rtnetlink implements AutoCloseable {
    public static final int RTM_NEWLINK = 16;
    public static final int RTM_DELLINK = 17;
    public static final int RTM_GETLINK = 18;
    public static final int RTM_NEWADDR = 20;
    public static final int RTM_DELADDR = 21;
    public static final int RTM_GETADDR = 22;
    public static final int RTM_NEWROUTE = 24;
    public static final int RTM_DELROUTE = 25;
    public static final int RTM_GETROUTE = 26;
    public static final int RTM_NEWNEIGH = 28;
    public static final int RTM_DELNEIGH = 29;
    public static final int RTM_GETNEIGH = 30;
    public static final int RTM_NEWRULE = 32;
    public static final int RTM_DELRULE = 33;
    public static final int RTM_GETRULE = 34;
    public static final int RTM_GETNSID = 90;
    public static final int RTM_GETNEXTHOP = 106;

    /** In a lookup's flags: tell the table, or the entry that matched. */
    public static final int RTM_F_LOOKUP_TABLE = 0x1000;

    public static final int RTM_F_FIB_MATCH = 0x2000;

    private static final int NETNSA_NSID = 1;
    private static final int NETNSA_FD = 3;
    private static final int RTEXT_FILTER_VF = 1;
    private static final byte NTF_PROXY = 8;

    private final NetlinkSocket socket;
    private boolean consistent = true;

    /** Ask over the given socket, which is closed with this. */
    public Rtnetlink(NetlinkSocket socket) {
        this.socket = socket;
        socket.strictChecking();
    }

    /** Open a socket in the calling thread's network namespace. */
    public static Rtnetlink open() throws ErrnoException {
        return new Rtnetlink(NetlinkSocket.open(NetlinkSocket.NETLINK_ROUTE));
    }

    /** Whether all dumps so far were free of changes while they were read. */
    public boolean isConsistent() {
        return consistent;
    }

    private <T> List<T> note(NetlinkDump<T> d) {
        consistent &= d.consistent();
        return d.items();
    }

    private static byte[] header(int length, int family) {
        byte[] h = new byte[length];
        h[0] = (byte) family;
        return h;
    }

    private static NetlinkRequest links() {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETLINK, header(LinkMessage.HEADER_LENGTH, 0));
        r.attributes().u32(LinkMessage.IFLA_EXT_MASK, RTEXT_FILTER_VF);
        return r;
    }

    /** All interfaces. */
    public List<LinkMessage> readLinks() throws IOException {
        return note(socket.dumpAll(links(), "read interfaces", LinkMessage::decode));
    }

    /**
     * The interfaces of another namespace, by its id here, without entering it.
     *
     * @throws NetlinkException {@code EPERM} or {@code EACCES} without {@code CAP_NET_ADMIN} over it
     */
    public List<LinkMessage> readLinks(int netnsId) throws IOException {
        NetlinkRequest r = links();
        r.attributes().u32(LinkMessage.IFLA_TARGET_NETNSID, netnsId);
        return note(socket.dumpAll(r, "read interfaces of namespace " + netnsId, LinkMessage::decode));
    }

    /** Addresses of a family, or of all with {@code AF_UNSPEC}. */
    public List<AddressMessage> readAddresses(int family) throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETADDR, header(8, family));
        return note(socket.dumpAll(r, "read addresses", AddressMessage::decode));
    }

    /** Routes of a family in all tables, without the kernel's cache of exceptions. */
    public List<RouteMessage> readRoutes(int family) throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETROUTE, header(12, family));
        return note(socket.dumpAll(r, "read routes", RouteMessage::decode));
    }

    /** Policy rules of a family. */
    public List<RuleMessage> readRules(int family) throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETRULE, header(12, family));
        return note(socket.dumpAll(r, "read rules", RuleMessage::decode));
    }

    /** Neighbours of a family, or of all with {@code AF_UNSPEC}. */
    public List<NeighborMessage> readNeighbors(int family) throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETNEIGH, header(12, family));
        return note(socket.dumpAll(r, "read neighbours", NeighborMessage::decode));
    }

    /** Addresses that this host answers for in others' place. */
    public List<NeighborMessage> readProxies(int family) throws IOException {
        byte[] h = header(12, family);
        h[10] = NTF_PROXY;
        return note(socket.dumpAll(NetlinkRequest.dump(RTM_GETNEIGH, h), "read proxies", NeighborMessage::decode));
    }

    /** All nexthop objects. */
    public List<NexthopMessage> readNexthops() throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETNEXTHOP, new byte[8]);
        return note(socket.dumpAll(r, "read nexthops", NexthopMessage::decode));
    }

    /** Ask which route a packet would take. */
    public RouteMessage lookUp(RouteQuery q) throws IOException {
        RouteMessage[] answer = new RouteMessage[1];
        socket.request(q.encode(), "look up the route", m -> {
            RouteMessage r = RouteMessage.decode(m);
            if (r != null) {
                answer[0] = r;
            }
        });
        if (answer[0] == null) {
            throw new NetlinkException("look up the route", Errno.ENODATA, "no answer", -1, 0);
        }
        return answer[0];
    }

    /** The id that the namespace behind {@code path} has in this one, or -1 when it has none. */
    public int netnsId(String path) throws IOException {
        int[] id = {-1};
        try (Fd fd = Fd.open(path, Fd.O_RDONLY)) {
            NetlinkRequest r = new NetlinkRequest(RTM_GETNSID, 0, new byte[4]);
            r.attributes().u32(NETNSA_FD, fd.number());
            socket.request(r, "ask the id of " + path, m -> {
                AttributeSet a = AttributeSet.of(m, 4);
                if (a.has(NETNSA_NSID)) {
                    id[0] = a.s32(NETNSA_NSID);
                }
            });
        }
        return id[0];
    }

    /** All namespace ids that are known here. */
    public List<Integer> readNetnsIds() throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(RTM_GETNSID, new byte[4]);
        return note(socket.dumpAll(r, "read namespace ids", m -> {
            AttributeSet a = AttributeSet.of(m, 4);
            return a.has(NETNSA_NSID) ? a.s32(NETNSA_NSID) : null;
        }));
    }

    /** Names of interfaces by index. */
    public static Map<Integer, String> names(List<LinkMessage> links) {
        Map<Integer, String> names = new HashMap<>();
        for (LinkMessage l : links) {
            names.put(l.ifIndex(), l.ifName());
        }
        return names;
    }

    @Override
    public void close() {
        socket.close();
    }
}

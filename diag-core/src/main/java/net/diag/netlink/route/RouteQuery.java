package net.diag.netlink.route;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.diag.netlink.AttributeWriter;
import net.diag.netlink.NetlinkRequest;

/**
 * A packet whose route is asked for ({@code ip route get}). Addresses are bytes in network order;
 * null, 0 or -1 leave a selector out.
 */
public final class RouteQuery {
    private final byte[] destination;
    private byte[] source;
    private int iif;
    private int oif;
    private int mark;
    private long uid = -1;
    private int tos;
    private int protocol;
    private int sourcePort;
    private int destinationPort;
    private boolean fibMatch;

    /** To this address of 4 or 16 bytes. */
    public RouteQuery(byte[] destination) {
        this.destination = destination.clone();
    }

    /** From this address. */
    public RouteQuery from(byte[] address) {
        source = address == null ? null : address.clone();
        return this;
    }

    /** Arriving at this interface: asks for forwarding. */
    public RouteQuery iif(int ifIndex) {
        iif = ifIndex;
        return this;
    }

    /** Leaving by this interface. */
    public RouteQuery oif(int ifIndex) {
        oif = ifIndex;
        return this;
    }

    /** With this firewall mark. */
    public RouteQuery mark(int value) {
        mark = value;
        return this;
    }

    /** Of this user. */
    public RouteQuery uid(long value) {
        uid = value;
        return this;
    }

    /** With this type of service. */
    public RouteQuery tos(int value) {
        tos = value;
        return this;
    }

    /** Of this IP protocol, with ports (0: any). */
    public RouteQuery transport(int ipProtocol, int from, int to) {
        protocol = ipProtocol;
        sourcePort = from;
        destinationPort = to;
        return this;
    }

    /** Tell the table's entry rather than the resolved route. */
    public RouteQuery fibMatch() {
        fibMatch = true;
        return this;
    }

    NetlinkRequest encode() {
        ByteBuffer h = ByteBuffer.allocate(12).order(ByteOrder.nativeOrder());
        int bits = destination.length * 8;
        h.put(0, (byte) (destination.length == 4 ? 2 : 10)).put(1, (byte) bits).put(3, (byte) tos);
        h.put(2, (byte) (source == null ? 0 : bits));
        h.putInt(8, Rtnetlink.RTM_F_LOOKUP_TABLE | (fibMatch ? Rtnetlink.RTM_F_FIB_MATCH : 0));
        NetlinkRequest r = new NetlinkRequest(Rtnetlink.RTM_GETROUTE, 0, h.array());
        AttributeWriter a = r.attributes().bytes(RouteMessage.RTA_DST, destination);
        if (source != null) {
            a.bytes(RouteMessage.RTA_SRC, source);
        }
        if (iif != 0) {
            a.u32(RouteMessage.RTA_IIF, iif);
        }
        if (oif != 0) {
            a.u32(RouteMessage.RTA_OIF, oif);
        }
        if (mark != 0) {
            a.u32(RouteMessage.RTA_MARK, mark);
        }
        if (uid >= 0) {
            a.u32(RouteMessage.RTA_UID, (int) uid);
        }
        if (protocol != 0) {
            a.u8(RouteMessage.RTA_IP_PROTO, protocol);
        }
        if (sourcePort != 0) {
            a.be16(RouteMessage.RTA_SPORT, sourcePort);
        }
        if (destinationPort != 0) {
            a.be16(RouteMessage.RTA_DPORT, destinationPort);
        }
        return r;
    }
}

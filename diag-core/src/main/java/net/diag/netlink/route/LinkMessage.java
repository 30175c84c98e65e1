package net.diag.netlink.route;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * A network interface ({@code struct ifinfomsg}, {@code linux/if_link.h}).
 *
 * @param family {@code AF_UNSPEC}, or {@code AF_BRIDGE} for a port's own view
 * @param linkType an {@code ARPHRD_*} number
 * @param ifIndex the interface's index in its namespace
 * @param flags {@code IFF_*} bits
 * @param attributes the {@code IFLA_*} attributes
 * @param removed whether this notification says that it is gone
 */
public record LinkMessage(int family, int linkType, int ifIndex, int flags, AttributeSet attributes, boolean removed) {
    public static final int IFLA_ADDRESS = 1;
    public static final int IFLA_BROADCAST = 2;
    public static final int IFLA_IFNAME = 3;
    public static final int IFLA_MTU = 4;
    public static final int IFLA_LINK = 5;
    public static final int IFLA_QDISC = 6;
    public static final int IFLA_MASTER = 10;
    public static final int IFLA_TXQLEN = 13;
    public static final int IFLA_OPERSTATE = 16;
    public static final int IFLA_LINKMODE = 17;
    public static final int IFLA_LINKINFO = 18;
    public static final int IFLA_IFALIAS = 20;
    public static final int IFLA_VFINFO_LIST = 22;
    public static final int IFLA_STATS64 = 23;
    public static final int IFLA_AF_SPEC = 26;
    public static final int IFLA_GROUP = 27;
    public static final int IFLA_EXT_MASK = 29;
    public static final int IFLA_PROMISCUITY = 30;
    public static final int IFLA_NUM_TX_QUEUES = 31;
    public static final int IFLA_NUM_RX_QUEUES = 32;
    public static final int IFLA_CARRIER = 33;
    public static final int IFLA_PHYS_PORT_ID = 34;
    public static final int IFLA_CARRIER_CHANGES = 35;
    public static final int IFLA_PHYS_SWITCH_ID = 36;
    public static final int IFLA_LINK_NETNSID = 37;
    public static final int IFLA_PHYS_PORT_NAME = 38;
    public static final int IFLA_PROTO_DOWN = 39;
    public static final int IFLA_GSO_MAX_SEGS = 40;
    public static final int IFLA_GSO_MAX_SIZE = 41;
    public static final int IFLA_XDP = 43;
    public static final int IFLA_TARGET_NETNSID = 46;
    public static final int IFLA_CARRIER_UP_COUNT = 47;
    public static final int IFLA_CARRIER_DOWN_COUNT = 48;
    public static final int IFLA_MIN_MTU = 50;
    public static final int IFLA_MAX_MTU = 51;
    public static final int IFLA_PROP_LIST = 52;
    public static final int IFLA_ALT_IFNAME = 53;
    public static final int IFLA_PERM_ADDRESS = 54;
    public static final int IFLA_PARENT_DEV_NAME = 56;
    public static final int IFLA_PARENT_DEV_BUS_NAME = 57;
    public static final int IFLA_GRO_MAX_SIZE = 58;
    public static final int IFLA_TSO_MAX_SIZE = 59;
    public static final int IFLA_TSO_MAX_SEGS = 60;
    public static final int IFLA_ALLMULTI = 61;
    public static final int IFLA_GSO_IPV4_MAX_SIZE = 63;
    public static final int IFLA_GRO_IPV4_MAX_SIZE = 64;

    public static final int IFLA_INFO_KIND = 1;
    public static final int IFLA_INFO_DATA = 2;
    public static final int IFLA_INFO_SLAVE_KIND = 4;
    public static final int IFLA_INFO_SLAVE_DATA = 5;

    static final int HEADER_LENGTH = 16;

    /** Decode an {@code RTM_NEWLINK} or {@code RTM_DELLINK}; null for another type. */
    public static LinkMessage decode(NetlinkMessage m) {
        if (m.type() != Rtnetlink.RTM_NEWLINK && m.type() != Rtnetlink.RTM_DELLINK) {
            return null;
        }
        return new LinkMessage(
                m.u8(0),
                m.u16(2),
                m.s32(4),
                m.s32(8),
                AttributeSet.of(m, HEADER_LENGTH),
                m.type() == Rtnetlink.RTM_DELLINK);
    }

    /** The name, up to 15 bytes. */
    public String ifName() {
        return attributes.string(IFLA_IFNAME);
    }

    /** The index of the lower device, or of a veth's peer; 0 when there is none. */
    public int linkIndex() {
        return attributes.s32(IFLA_LINK);
    }

    /** The id of the namespace in which {@link #linkIndex} counts, or -1 when it is this one. */
    public int linkNetnsId() {
        return attributes.has(IFLA_LINK_NETNSID) ? attributes.s32(IFLA_LINK_NETNSID) : -1;
    }

    /** The kind, for example {@code veth} or {@code bridge}; empty for hardware and loopback. */
    public String kind() {
        return attributes.nested(IFLA_LINKINFO).string(IFLA_INFO_KIND);
    }
}

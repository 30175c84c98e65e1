package net.diag.netlink.route;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * A route ({@code struct rtmsg}, {@code linux/rtnetlink.h}).
 *
 * @param family {@code AF_INET}, {@code AF_INET6} or a multicast family
 * @param destinationLength prefix length of the destination in bits
 * @param sourceLength prefix length of the source in bits
 * @param tos type of service selector
 * @param table from the attribute where there is one, for it does not fit a byte
 * @param protocol who made it, {@code RTPROT_*}
 * @param scope {@code RT_SCOPE_*}
 * @param type {@code RTN_*}
 * @param flags {@code RTNH_F_*} and {@code RTM_F_*} bits
 * @param attributes the {@code RTA_*} attributes
 * @param removed whether this notification says that it is gone
 */
public record RouteMessage(
        int family,
        int destinationLength,
        int sourceLength,
        int tos,
        long table,
        int protocol,
        int scope,
        int type,
        int flags,
        AttributeSet attributes,
        boolean removed) {
    public static final int RTA_DST = 1;
    public static final int RTA_SRC = 2;
    public static final int RTA_IIF = 3;
    public static final int RTA_OIF = 4;
    public static final int RTA_GATEWAY = 5;
    public static final int RTA_PRIORITY = 6;
    public static final int RTA_PREFSRC = 7;
    public static final int RTA_METRICS = 8;
    public static final int RTA_MULTIPATH = 9;
    public static final int RTA_FLOW = 11;
    public static final int RTA_CACHEINFO = 12;
    public static final int RTA_TABLE = 15;
    public static final int RTA_MARK = 16;
    public static final int RTA_VIA = 18;
    public static final int RTA_PREF = 20;
    public static final int RTA_ENCAP_TYPE = 21;
    public static final int RTA_ENCAP = 22;
    public static final int RTA_EXPIRES = 23;
    public static final int RTA_UID = 25;
    public static final int RTA_TTL_PROPAGATE = 26;
    public static final int RTA_IP_PROTO = 27;
    public static final int RTA_SPORT = 28;
    public static final int RTA_DPORT = 29;
    public static final int RTA_NH_ID = 30;

    /** Decode an {@code RTM_NEWROUTE} or {@code RTM_DELROUTE}; null for another type. */
    public static RouteMessage decode(NetlinkMessage m) {
        if (m.type() != Rtnetlink.RTM_NEWROUTE && m.type() != Rtnetlink.RTM_DELROUTE) {
            return null;
        }
        AttributeSet a = AttributeSet.of(m, 12);
        long table = a.has(RTA_TABLE) ? a.u32(RTA_TABLE) : m.u8(4);
        return new RouteMessage(
                m.u8(0),
                m.u8(1),
                m.u8(2),
                m.u8(3),
                table,
                m.u8(5),
                m.u8(6),
                m.u8(7),
                m.s32(8),
                a,
                m.type() == Rtnetlink.RTM_DELROUTE);
    }
}

package net.diag.netlink.route;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * A policy rule ({@code struct fib_rule_hdr}, {@code linux/fib_rules.h}).
 *
 * @param family {@code AF_INET} or {@code AF_INET6}
 * @param destinationLength prefix length of the destination in bits
 * @param sourceLength prefix length of the source in bits
 * @param tos type of service selector
 * @param table from the attribute where there is one
 * @param action {@code FR_ACT_*}
 * @param flags {@code FIB_RULE_*} bits
 * @param attributes the {@code FRA_*} attributes
 * @param removed whether this notification says that it is gone
 */
public record RuleMessage(
        int family,
        int destinationLength,
        int sourceLength,
        int tos,
        long table,
        int action,
        int flags,
        AttributeSet attributes,
        boolean removed) {
    public static final int FRA_DST = 1;
    public static final int FRA_SRC = 2;
    public static final int FRA_IIFNAME = 3;
    public static final int FRA_GOTO = 4;
    public static final int FRA_PRIORITY = 6;
    public static final int FRA_FWMARK = 10;
    public static final int FRA_FLOW = 11;
    public static final int FRA_TUN_ID = 12;
    public static final int FRA_SUPPRESS_IFGROUP = 13;
    public static final int FRA_SUPPRESS_PREFIXLEN = 14;
    public static final int FRA_TABLE = 15;
    public static final int FRA_FWMASK = 16;
    public static final int FRA_OIFNAME = 17;
    public static final int FRA_L3MDEV = 19;
    public static final int FRA_UID_RANGE = 20;
    public static final int FRA_PROTOCOL = 21;
    public static final int FRA_IP_PROTO = 22;
    public static final int FRA_SPORT_RANGE = 23;
    public static final int FRA_DPORT_RANGE = 24;

    /** Decode an {@code RTM_NEWRULE} or {@code RTM_DELRULE}; null for another type. */
    public static RuleMessage decode(NetlinkMessage m) {
        if (m.type() != Rtnetlink.RTM_NEWRULE && m.type() != Rtnetlink.RTM_DELRULE) {
            return null;
        }
        AttributeSet a = AttributeSet.of(m, 12);
        long table = a.has(FRA_TABLE) ? a.u32(FRA_TABLE) : m.u8(4);
        return new RuleMessage(
                m.u8(0), m.u8(1), m.u8(2), m.u8(3), table, m.u8(7), m.s32(8), a, m.type() == Rtnetlink.RTM_DELRULE);
    }
}

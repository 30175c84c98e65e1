package net.diag.netlink.route;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * A nexthop object ({@code struct nhmsg}, {@code linux/nexthop.h}).
 *
 * @param family its address family
 * @param scope {@code RT_SCOPE_*}
 * @param protocol who made it, {@code RTPROT_*}
 * @param flags {@code RTNH_F_*} bits
 * @param attributes the {@code NHA_*} attributes
 */
public record NexthopMessage(int family, int scope, int protocol, int flags, AttributeSet attributes) {
    private static final int RTM_NEWNEXTHOP = 104;

    /** Decode an {@code RTM_NEWNEXTHOP}; null for another type. */
    public static NexthopMessage decode(NetlinkMessage m) {
        return m.type() != RTM_NEWNEXTHOP
                ? null
                : new NexthopMessage(m.u8(0), m.u8(1), m.u8(2), m.s32(4), AttributeSet.of(m, 8));
    }
}

package net.diag.netlink.route;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * An address of an interface ({@code struct ifaddrmsg}, {@code linux/if_addr.h}).
 *
 * @param family {@code AF_INET} or {@code AF_INET6}
 * @param prefixLength in bits
 * @param flags {@code IFA_F_*} bits, from the attribute where there is one
 * @param scope an {@code RT_SCOPE_*} number
 * @param ifIndex the interface
 * @param attributes the {@code IFA_*} attributes
 * @param removed whether this notification says that it is gone
 */
public record AddressMessage(
        int family, int prefixLength, int flags, int scope, int ifIndex, AttributeSet attributes, boolean removed) {
    public static final int IFA_ADDRESS = 1;
    public static final int IFA_LOCAL = 2;
    public static final int IFA_LABEL = 3;
    public static final int IFA_BROADCAST = 4;
    public static final int IFA_ANYCAST = 5;
    public static final int IFA_CACHEINFO = 6;
    public static final int IFA_MULTICAST = 7;
    public static final int IFA_FLAGS = 8;
    public static final int IFA_RT_PRIORITY = 9;
    public static final int IFA_TARGET_NETNSID = 10;
    public static final int IFA_PROTO = 11;

    /** Decode an {@code RTM_NEWADDR} or {@code RTM_DELADDR}; null for another type. */
    public static AddressMessage decode(NetlinkMessage m) {
        if (m.type() != Rtnetlink.RTM_NEWADDR && m.type() != Rtnetlink.RTM_DELADDR) {
            return null;
        }
        AttributeSet a = AttributeSet.of(m, 8);
        int flags = a.has(IFA_FLAGS) ? a.s32(IFA_FLAGS) : m.u8(2);
        return new AddressMessage(m.u8(0), m.u8(1), flags, m.u8(3), m.s32(4), a, m.type() == Rtnetlink.RTM_DELADDR);
    }

    /** The interface's own address, in network order. */
    public byte[] local() {
        return attributes.bytes(attributes.has(IFA_LOCAL) ? IFA_LOCAL : IFA_ADDRESS);
    }
}

package net.diag.netlink.route;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * A neighbour ({@code struct ndmsg}, {@code linux/neighbour.h}): ARP, neighbour discovery, or a
 * bridge's forwarding entry.
 *
 * @param family {@code AF_INET}, {@code AF_INET6} or {@code AF_BRIDGE}
 * @param ifIndex the interface
 * @param state {@code NUD_*} bits
 * @param flags {@code NTF_*} bits, with the extended ones shifted by 8
 * @param type {@code RTN_*}
 * @param attributes the {@code NDA_*} attributes
 * @param removed whether this notification says that it is gone
 */
public record NeighborMessage(
        int family, int ifIndex, int state, int flags, int type, AttributeSet attributes, boolean removed) {
    public static final int NDA_DST = 1;
    public static final int NDA_LLADDR = 2;
    public static final int NDA_CACHEINFO = 3;
    public static final int NDA_PROBES = 4;
    public static final int NDA_VLAN = 5;
    public static final int NDA_MASTER = 9;
    public static final int NDA_PROTOCOL = 12;
    public static final int NDA_FLAGS_EXT = 15;

    /** Decode an {@code RTM_NEWNEIGH} or {@code RTM_DELNEIGH}; null for another type. */
    public static NeighborMessage decode(NetlinkMessage m) {
        if (m.type() != Rtnetlink.RTM_NEWNEIGH && m.type() != Rtnetlink.RTM_DELNEIGH) {
            return null;
        }
        AttributeSet a = AttributeSet.of(m, 12);
        int flags = m.u8(10) | a.s32(NDA_FLAGS_EXT) << 8;
        return new NeighborMessage(m.u8(0), m.s32(4), m.u16(8), flags, m.u8(11), a, m.type() == Rtnetlink.RTM_DELNEIGH);
    }
}

package net.diag.netlink.conntrack;

import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkMessage;

/**
 * A tracked connection, or a notification of one.
 *
 * @param event what the notification tells; {@code LIST} in a dump
 * @param original the direction of the first packet
 * @param reply the other, after translation
 * @param status {@code IPS_*} bits
 * @param attributes all {@code CTA_*} attributes
 */
public record ConntrackMessage(
        Event event, ConntrackTuple original, ConntrackTuple reply, int status, AttributeSet attributes) {
    /** What a message tells. */
    public enum Event {
        LIST,
        NEW,
        UPDATE,
        DESTROY
    }

    public static final int IPS_SEEN_REPLY = 2;
    public static final int IPS_ASSURED = 4;
    public static final int IPS_SRC_NAT = 0x10;
    public static final int IPS_DST_NAT = 0x20;
    public static final int IPS_OFFLOAD = 0x4000;
    public static final int IPS_HW_OFFLOAD = 0x8000;

    private static final int CREATE_OR_EXCLUSIVE = 0x600;
    private static final int IPCTNL_MSG_CT_DELETE = 2;

    /** Decode a message of the subsystem; {@code notification}: not an answer to a dump. */
    public static ConntrackMessage decode(NetlinkMessage m, boolean notification) {
        if (m.type() >> 8 != 1) {
            return null;
        }
        AttributeSet a = AttributeSet.of(m, 4);
        Event e = Event.LIST;
        if (notification) {
            boolean created = (m.flags() & CREATE_OR_EXCLUSIVE) != 0;
            e = (m.type() & 0xff) == IPCTNL_MSG_CT_DELETE ? Event.DESTROY : created ? Event.NEW : Event.UPDATE;
        }
        return new ConntrackMessage(
                e, ConntrackTuple.decode(a.nested(1)), ConntrackTuple.decode(a.nested(2)), a.be32(3), a);
    }

    /** Seconds to live if no packet comes, or -1. */
    public long timeoutSeconds() {
        return attributes.has(7) ? attributes.be32u(7) : -1;
    }

    /** The state's number of a TCP connection (1 SYN_SENT …), or -1. */
    public int tcpState() {
        AttributeSet tcp = attributes.nested(4).nested(1);
        return tcp.has(1) ? tcp.u8(1) : -1;
    }

    /** The firewall mark. */
    public long mark() {
        return attributes.be32u(8);
    }

    /** Packets counted in a direction, or -1 where accounting is off. */
    public long packets(boolean originalDirection) {
        AttributeSet c = attributes.nested(originalDirection ? 9 : 10);
        return c.has(1) ? c.be64(1) : -1;
    }

    /** Bytes counted in a direction, or -1 where accounting is off. */
    public long bytes(boolean originalDirection) {
        AttributeSet c = attributes.nested(originalDirection ? 9 : 10);
        return c.has(2) ? c.be64(2) : -1;
    }

    /** References to the entry. */
    public long use() {
        return attributes.be32u(11);
    }

    /** The kernel's number of the entry. */
    public long id() {
        return attributes.be32u(12);
    }

    /** The zone of both directions, or 0. */
    public int zone() {
        return attributes.be16(18);
    }

    /** The name of the helper, or empty. */
    public String helper() {
        return attributes.nested(5).string(1);
    }

    /** The security context, or empty. */
    public String securityContext() {
        return attributes.nested(19).string(1);
    }

    /** When it began, in nanoseconds since 1970, or 0 where time-stamping is off. */
    public long startNanos() {
        return attributes.nested(20).be64(1);
    }

    /** When it ended, in nanoseconds since 1970, or 0. */
    public long stopNanos() {
        return attributes.nested(20).be64(2);
    }
}

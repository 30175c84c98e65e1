package net.diag.netlink.conntrack;

import net.diag.netlink.AttributeSet;

/**
 * One direction of a connection.
 *
 * @param source address of 4 or 16 bytes, empty if it was not told
 * @param destination the same
 * @param protocol IP protocol
 * @param sourcePort or -1
 * @param destinationPort or -1
 * @param icmpType of ICMP, or -1
 * @param icmpCode of ICMP, or -1
 * @param icmpId of ICMP, or -1
 * @param zone of this direction only, or 0
 */
public record ConntrackTuple(
        byte[] source,
        byte[] destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        int icmpType,
        int icmpCode,
        int icmpId,
        int zone) {
    static ConntrackTuple decode(AttributeSet a) {
        AttributeSet ip = a.nested(1);
        AttributeSet p = a.nested(2);
        int icmp = p.has(5) ? 4 : 7;
        return new ConntrackTuple(
                ip.bytes(ip.has(1) ? 1 : 3),
                ip.bytes(ip.has(2) ? 2 : 4),
                p.u8(1),
                p.has(2) ? p.be16(2) : -1,
                p.has(3) ? p.be16(3) : -1,
                p.has(icmp + 1) ? p.u8(icmp + 1) : -1,
                p.has(icmp + 2) ? p.u8(icmp + 2) : -1,
                p.has(icmp) ? p.be16(icmp) : -1,
                a.be16(3));
    }
}

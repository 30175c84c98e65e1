package net.diag.lab;

import java.nio.ByteBuffer;
import net.diag.wire.BigEndian;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;
import net.diag.wire.InetAddresses;
import net.diag.wire.IpProtocol;
import net.diag.wire.Ipv4;
import net.diag.wire.Ipv6;
import net.diag.wire.Ipv6Extension;
import net.diag.wire.NeighborDiscovery;
import net.diag.wire.Udp;

/**
 * An IP packet that passes through the lab, as far as tests ask about it. It is valid during the call that it is given
 * to; {@link #toBytes} keeps it.
 */
public final class IpPacket {
    private final ByteBuffer b;
    private final int off;
    private final int end;
    private final boolean ipv6;
    private final int protocol;
    private final int transport;

    private IpPacket(ByteBuffer b, int off, int end, boolean ipv6, int protocol, int transport) {
        this.b = b;
        this.off = off;
        this.end = end;
        this.ipv6 = ipv6;
        this.protocol = protocol;
        this.transport = transport;
    }

    /** The packet at {@code off}, or null if there is no whole IP header. */
    public static IpPacket of(ByteBuffer b, int off, int limit) {
        int header = Ipv4.checkLength(b, off, limit);
        if (header > 0) {
            boolean isTail = Ipv4.fragmentOffset(b, off) > 0;
            int end = Math.max(off + header, Ipv4.end(b, off, limit));
            return new IpPacket(b, off, end, false, Ipv4.protocol(b, off), isTail ? end : off + header);
        }
        if (Ipv6.checkLength(b, off, limit) > 0) {
            int end = Ipv6.end(b, off, limit);
            long walk = Ipv6Extension.walk(b, off, end);
            boolean isTail = Ipv6Extension.fragmentOffset(walk) > 0;
            int transport = isTail ? end : Ipv6Extension.offset(walk);
            return new IpPacket(b, off, end, true, Ipv6Extension.protocol(walk), transport);
        }
        return null;
    }

    /** The packet in an array. */
    public static IpPacket of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    public boolean isIpv6() {
        return ipv6;
    }

    /** The buffer that holds the packet; a hook may write to it. */
    public ByteBuffer buffer() {
        return b;
    }

    /** Where its IP header starts in {@link #buffer}. */
    public int offset() {
        return off;
    }

    /** Where it ends in {@link #buffer}. */
    public int end() {
        return end;
    }

    /** Length of header and payload in bytes. */
    public int length() {
        return end - off;
    }

    /** A copy. */
    public byte[] toBytes() {
        return BigEndian.copy(b, off, end - off);
    }

    /** The {@link IpProtocol} behind any extension headers. */
    public int protocol() {
        return protocol;
    }

    /** Where the transport header starts in {@link #buffer}; the packet's end for a later fragment. */
    public int transportOffset() {
        return transport;
    }

    /** How many bytes of transport header and payload there are. */
    public int transportLength() {
        return end - transport;
    }

    /** TTL or hop limit. */
    public int ttl() {
        return ipv6 ? Ipv6.hopLimit(b, off) : Ipv4.ttl(b, off);
    }

    /** TOS or traffic class. */
    public int tos() {
        return ipv6 ? Ipv6.trafficClass(b, off) : Ipv4.tos(b, off);
    }

    /** The source address, 4 or 16 bytes. */
    public byte[] sourceBytes() {
        return ipv6 ? Ipv6.source(b, off) : BigEndian.copy(b, off + Ipv4.SOURCE_OFFSET, 4);
    }

    /** The destination address, 4 or 16 bytes. */
    public byte[] destinationBytes() {
        return ipv6 ? Ipv6.destination(b, off) : BigEndian.copy(b, off + Ipv4.DESTINATION_OFFSET, 4);
    }

    public String source() {
        return InetAddresses.format(sourceBytes());
    }

    public String destination() {
        return InetAddresses.format(destinationBytes());
    }

    public boolean isIcmp() {
        return protocol == (ipv6 ? IpProtocol.ICMPV6 : IpProtocol.ICMP) && transportLength() >= Icmpv4.HEADER_LENGTH;
    }

    public boolean isUdp() {
        return protocol == IpProtocol.UDP && transportLength() >= Udp.HEADER_LENGTH;
    }

    public boolean isTcp() {
        return protocol == IpProtocol.TCP && transportLength() >= 20;
    }

    /** The ICMP or ICMPv6 type; -1 for anything else. */
    public int icmpType() {
        return isIcmp() ? Icmpv4.type(b, transport) : -1;
    }

    public boolean isEchoRequest() {
        return icmpType() == (ipv6 ? Icmpv6.ECHO_REQUEST : Icmpv4.ECHO);
    }

    public boolean isEchoReply() {
        return isIcmp() && icmpType() == (ipv6 ? Icmpv6.ECHO_REPLY : Icmpv4.ECHO_REPLY);
    }

    /** The identifier of an echo message. */
    public int identifier() {
        return Icmpv4.identifier(b, transport);
    }

    /** The sequence number of an echo message. */
    public int sequence() {
        return Icmpv4.sequence(b, transport);
    }

    /** The source port of a UDP or TCP packet. */
    public int sourcePort() {
        return Udp.sourcePort(b, transport);
    }

    /** The destination port of a UDP or TCP packet. */
    public int destinationPort() {
        return Udp.destinationPort(b, transport);
    }

    /**
     * Is this what IPv6 hosts say by themselves: neighbor discovery and multicast listener reports? It is neither
     * harmed by an impairment nor counted, so that the counts are those of the test's own packets.
     */
    public boolean isHousekeeping() {
        if (!ipv6 || !isIcmp()) {
            return false;
        }
        int type = icmpType();
        return type == Icmpv6.MLD2_REPORT
                || type >= Icmpv6.MLD_QUERY && type <= Icmpv6.MLD_DONE
                || NeighborDiscovery.checkLength(b, transport, end) > 0;
    }

    @Override
    public String toString() {
        return source() + " > " + destination() + ' ' + IpProtocol.name(protocol) + ' ' + length() + " bytes";
    }
}

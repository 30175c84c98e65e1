package net.diag.lab;

import java.nio.ByteBuffer;
import net.diag.wire.Checksum;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;
import net.diag.wire.IpProtocol;

/** What ICMP and ICMPv6 do differently and the lab does alike. */
final class Icmp {
    private Icmp() {}

    /** Make the checksum of an ICMP or ICMPv6 packet right. */
    static void putChecksum(IpPacket packet) {
        putChecksum(packet.buffer(), packet.offset(), packet.transportOffset(), packet.end(), packet.isIpv6());
    }

    static void putChecksum(ByteBuffer b, int ipOff, int icmpOff, int end, boolean ipv6) {
        if (ipv6) {
            int pseudo = Checksum.pseudoHeader6(b, ipOff, IpProtocol.ICMPV6, end - icmpOff);
            Icmpv6.putChecksum(b, icmpOff, end - icmpOff, pseudo);
        } else {
            Icmpv4.putChecksum(b, icmpOff, end - icmpOff);
        }
    }
}

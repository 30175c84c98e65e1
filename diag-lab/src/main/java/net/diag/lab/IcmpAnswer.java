package net.diag.lab;

import java.nio.ByteBuffer;
import net.diag.wire.Icmpv4;
import net.diag.wire.IpProtocol;

/** An answer in ICMP or ICMPv6, by the family of the packet. */
abstract class IcmpAnswer<T extends IcmpAnswer<T>> extends Answer<T> {
    IcmpAnswer(IpPacket packet) {
        super(packet);
    }

    @Override
    int protocol() {
        return isIpv6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
    }

    @Override
    void putChecksum(ByteBuffer b, int ipOff, int off, int end) {
        Icmp.putChecksum(b, ipOff, off, end, isIpv6());
    }

    @Override
    int checksumOffset() {
        return Icmpv4.CHECKSUM_OFFSET;
    }
}

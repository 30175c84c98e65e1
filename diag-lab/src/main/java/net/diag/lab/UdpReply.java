package net.diag.lab;

import java.nio.ByteBuffer;
import net.diag.wire.Checksum;
import net.diag.wire.IpProtocol;
import net.diag.wire.Udp;

/** A UDP datagram in answer to another. */
public final class UdpReply extends Answer<UdpReply> {
    private final int sourcePort;
    private final int destinationPort;
    private final byte[] payload;

    private UdpReply(IpPacket packet, byte[] payload) {
        super(packet);
        this.sourcePort = packet.destinationPort();
        this.destinationPort = packet.sourcePort();
        this.payload = payload.clone();
    }

    /** A datagram from the port that a packet went to, to that from which it came. */
    public static UdpReply to(IpPacket packet, byte[] payload) {
        return new UdpReply(packet, payload);
    }

    @Override
    UdpReply self() {
        return this;
    }

    @Override
    int protocol() {
        return IpProtocol.UDP;
    }

    @Override
    int encode(ByteBuffer b, int off) {
        int length = Udp.HEADER_LENGTH + payload.length;
        Udp.encode(b, off, sourcePort, destinationPort, length);
        b.put(off + Udp.HEADER_LENGTH, payload);
        return length;
    }

    @Override
    void putChecksum(ByteBuffer b, int ipOff, int off, int end) {
        int length = end - off;
        int pseudo = isIpv6()
                ? Checksum.pseudoHeader6(b, ipOff, IpProtocol.UDP, length)
                : Checksum.pseudoHeader4(b, ipOff, IpProtocol.UDP, length);
        Udp.putChecksum(b, off, length, pseudo);
    }

    @Override
    int checksumOffset() {
        return Udp.CHECKSUM_OFFSET;
    }
}

package net.diag.lab;

import java.nio.ByteBuffer;
import net.diag.wire.Checksum;
import net.diag.wire.IpProtocol;
import net.diag.wire.Tcp;

/** A TCP segment in answer to another: what an open or a closed port says to a SYN. */
public final class TcpReply extends Answer<TcpReply> {
    private static final long INITIAL_SEQUENCE = 0x1000_0000L;

    private final int sourcePort;
    private final int destinationPort;
    private final long acknowledgment;
    private final int flags;
    private byte[] options = new byte[0];

    private TcpReply(IpPacket packet, int flags) {
        super(packet);
        this.sourcePort = packet.destinationPort();
        this.destinationPort = packet.sourcePort();
        this.acknowledgment = Tcp.sequence(packet.buffer(), packet.transportOffset()) + 1;
        this.flags = flags;
    }

    /** The answer of an open port. */
    public static TcpReply synAck(IpPacket syn) {
        return new TcpReply(syn, Tcp.SYN | Tcp.ACK);
    }

    /** The answer of a closed port. */
    public static TcpReply reset(IpPacket syn) {
        return new TcpReply(syn, Tcp.RST | Tcp.ACK);
    }

    /** TCP options, a multiple of 4 bytes. */
    public TcpReply tcpOptions(byte[] options) {
        this.options = options.clone();
        return this;
    }

    @Override
    TcpReply self() {
        return this;
    }

    @Override
    int protocol() {
        return IpProtocol.TCP;
    }

    @Override
    int encode(ByteBuffer b, int off) {
        Tcp.encode(b, off, sourcePort, destinationPort, flags);
        Tcp.putSequence(b, off, (flags & Tcp.SYN) != 0 ? INITIAL_SEQUENCE : 0);
        Tcp.putAcknowledgment(b, off, acknowledgment);
        Tcp.putWindow(b, off, (flags & Tcp.SYN) != 0 ? 64240 : 0);
        Tcp.putHeaderLength(b, off, Tcp.HEADER_LENGTH + options.length);
        b.put(off + Tcp.OPTIONS_OFFSET, options);
        return Tcp.HEADER_LENGTH + options.length;
    }

    @Override
    void putChecksum(ByteBuffer b, int ipOff, int off, int end) {
        int length = end - off;
        int pseudo = isIpv6()
                ? Checksum.pseudoHeader6(b, ipOff, IpProtocol.TCP, length)
                : Checksum.pseudoHeader4(b, ipOff, IpProtocol.TCP, length);
        Tcp.putChecksum(b, off, length, pseudo);
    }

    @Override
    int checksumOffset() {
        return Tcp.CHECKSUM_OFFSET;
    }
}

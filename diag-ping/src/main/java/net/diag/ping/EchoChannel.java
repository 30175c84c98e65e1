package net.diag.ping;

import java.nio.ByteBuffer;
import net.diag.socket.Ancillary;
import net.diag.socket.Timestamping;
import net.diag.sys.Errno;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.wire.Icmpv4;

/**
 * Probes out of a socket, replies and errors into it: the only place that knows how the two kinds of
 * socket and the two families frame them. Knows nothing of targets or of what is outstanding.
 */
final class EchoChannel {
    private static final int CONTROL_LENGTH = 512;
    private static final int ERROR_DATA_LENGTH = 1024;
    /** Most IPv4 header, and room for an error's quote; IPv6 with a long routing header. */
    private static final int EXTRA_IPV4 = 60 + 76;

    private static final int EXTRA_IPV6 = 4096 + 48;
    /** A message was received but isn't usable. */
    static final int UNUSABLE = Integer.MIN_VALUE;

    private final EchoSocket socket;
    private final Fd fd;
    private final ProbePacket packet;
    private final boolean connected;
    private final NativeBuffer destination;
    private final int destinationLength;
    private final MessageHeader incoming;
    private final MessageHeader errors;
    private final Ancillary ancillary = new Ancillary();
    private final Ancillary errorAncillary = new Ancillary();
    private final ReceivedEcho received;
    private long overflows;
    private int lastOverflows;

    EchoChannel(EchoSocket socket, ProbePacket packet, PingOptions options) {
        this.socket = socket;
        this.fd = socket.socket().fd();
        this.packet = packet;
        this.connected = options.connect;
        this.destination = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        this.destinationLength = socket.destination().encode(destination.bytes(), 0);
        int extra = socket.isIpv6() ? EXTRA_IPV6 : EXTRA_IPV4;
        this.incoming = new MessageHeader(options.payloadLength + 8 + extra, CONTROL_LENGTH);
        this.errors = new MessageHeader(ERROR_DATA_LENGTH, CONTROL_LENGTH);
        this.received = new ReceivedEcho(incoming, isRawIpv4());
    }

    /** Whether departures are stamped by the kernel. */
    boolean stampsTransmission() {
        return socket.socket().timestamping() == Timestamping.RECEIVE_AND_TRANSMIT;
    }

    /** Let the kernel number its stamps of departures from 0 anew. */
    void restartStamps() {
        Timestamping.restartIds(fd);
    }

    /** Whether messages begin with an IPv4 header. */
    boolean isRawIpv4() {
        return socket.socket().isRaw() && !socket.isIpv6();
    }

    /** The longest message that is received whole, in bytes. */
    int mostIncoming() {
        return incoming.dataLength();
    }

    /** Send the probe with {@code sequence} (16 bits); 0, or {@code -errno}. */
    int send(int sequence, long realtimeNanos) {
        int length = packet.encode(sequence, realtimeNanos);
        int r = connected
                ? fd.send(packet.buffer(), 0, length, 0)
                : fd.sendTo(packet.buffer(), 0, length, 0, destination, destinationLength);
        return r < 0 ? r : 0;
    }

    /**
     * Receive one message into {@link #received}.
     *
     * @param flags {@code MSG_DONTWAIT}, or 0 to wait
     * @return its length, {@code -errno}, or {@link #UNUSABLE}
     */
    int receive(int flags) {
        int r = fd.receiveMessage(incoming, flags);
        if (r < 0) {
            return r;
        }
        ancillary.decode(incoming);
        countOverflows(ancillary.receiveOverflows());
        return received.decode(ancillary, r, System.nanoTime()) ? r : UNUSABLE;
    }

    /** Take the kernel's running count of lost messages, or -1 when it told none. */
    void countOverflows(int now) {
        if (now != -1 && now != lastOverflows) {
            overflows += now - lastOverflows & 0xffff_ffffL;
            lastOverflows = now;
        }
    }

    /** Take one message off the error queue; 0, or {@code -errno} ({@code -EAGAIN} when it is empty). */
    int receiveError() {
        int r = fd.receiveMessage(errors, Fd.MSG_ERRQUEUE | Fd.MSG_DONTWAIT);
        if (r < 0) {
            return r;
        }
        errorAncillary.decode(errors);
        errorLength = r;
        return 0;
    }

    private int errorLength;

    /** What came with the last message of the error queue. */
    Ancillary error() {
        return errorAncillary;
    }

    /**
     * The sequence number that the last error quotes, or -1 when it isn't about a probe of ours. A raw
     * IPv4 socket quotes without IP header unless it has IP_HDRINCL, which this one has not.
     */
    int erroredSequence() {
        ByteBuffer b = errors.data().networkOrderView();
        boolean ours = errorLength >= Icmpv4.HEADER_LENGTH
                && (b.get(0) & 0xff) == (socket.isIpv6() ? 128 : 8)
                && java.util.Arrays.equals(
                        errors.address().addressBytes(), socket.destination().addressBytes())
                && (socket.identifier() < 0
                        || !socket.socket().isRaw()
                        || (b.getShort(Icmpv4.IDENTIFIER_OFFSET) & 0xffff) == socket.identifier());
        return ours ? b.getShort(Icmpv4.SEQUENCE_OFFSET) & 0xffff : -1;
    }

    /** The last message received; valid until the next. */
    ReceivedEcho received() {
        return received;
    }

    /** Messages that this socket's full receive buffer has lost so far. */
    long overflows() {
        return overflows;
    }

    Fd fd() {
        return fd;
    }

    EchoSocket socket() {
        return socket;
    }

    /** The request whose payload replies must repeat, or null for other kinds of probe. */
    EchoRequest request() {
        return packet instanceof EchoRequest r ? r : null;
    }

    /** Whether {@code errno} says that there is nothing to read. */
    static boolean isNothing(int result) {
        return result == -Errno.EAGAIN || result == -Errno.EINTR;
    }
}

package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.socket.Ancillary;
import net.diag.socket.BpfProgram;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.sys.SocketOptions;
import net.diag.wire.Checksum;
import net.diag.wire.Tcp;
import net.diag.wire.TcpOption;

/**
 * Half-open TCP probes (usually SYN) through a raw socket. A bound but unconnected stream socket per
 * probe keeps its source port from others, so that the kernel answers a SYN+ACK with RST and no
 * application at the target sees a connection. Source port and sequence number say which probe an
 * answer is about. Needs CAP_NET_RAW.
 */
final class TcpMethod extends ProbeMethod implements Receiver {
    private static final int TCP = 6;
    private static final int DATA_LENGTH = 2048;
    private static final int SEQUENCE_STEP = 0x10001;
    private static final int WINDOW_SCALE = 2;
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final int port;
    private final int fixedSourcePort;
    private final TcpOptions options;
    private final MessageHeader message = new MessageHeader(DATA_LENGTH, 512);
    private final ByteBuffer received = message.data().networkOrderView();
    private final Ancillary ancillary = new Ancillary();
    private final NativeBuffer data = NativeBuffer.allocate(64);
    private final ByteBuffer segment = data.networkOrderView();
    private Fd[] reserved = new Fd[128];
    private int[] sourcePorts = new int[128];
    private int sentCount;
    private int baseSequence;
    private RawIcmpReceiver icmp;
    private Fd fd;
    private NativeBuffer address;
    private int addressLength;
    private int pseudoHeaderSum;
    private int mss;
    private long lagNanos;

    TcpMethod(SocketSettings settings, ProbeClock clock, int port, int sourcePort, TcpOptions options) {
        super(settings, clock);
        this.port = port;
        this.fixedSourcePort = sourcePort;
        this.options = options;
    }

    @Override
    void prepare() throws ErrnoException {
        fd = Fd.socket(settings.family(), Fd.SOCK_RAW, TCP);
        settings.apply(fd, 0);
        ErrorQueueReceiver.enable(fd, settings.isV6(), false);
        fd.trySetOption(SocketOptions.SOL_SOCKET, SocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        hearTargetPortOnly();
        icmp = new RawIcmpReceiver(settings.family(), this, clock);
        IpAddress local = settings.localAddress();
        int mtu = settings.localMtu();
        mss = options.mss() > 0
                ? options.mss()
                : (mtu < 0 ? 1500 : Math.min(mtu, 65535)) - settings.ipHeaderLength() - 20;
        int length = options.headerLength();
        pseudoHeaderSum = settings.isV6()
                ? Checksum.pseudoHeader6(local.toBytes(), settings.target().toBytes(), TCP, length)
                : Checksum.pseudoHeader4(
                        (int) local.low(), (int) settings.target().low(), TCP, length);
        SockAddr target = settings.targetAddress(0);
        address = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        addressLength = target.encode(address.bytes(), 0);
        long n = System.nanoTime();
        baseSequence = (int) (n ^ n >>> 32) * 0x9e3779b1;
        if (fixedSourcePort != 0) {
            reserve(0, fixedSourcePort);
        }
    }

    /** Wake only for segments from the target's port: the namespace's other connections are none of our business. */
    private void hearTargetPortOnly() throws ErrnoException {
        BpfProgram p = new BpfProgram();
        if (settings.isV6()) {
            p.add(BpfProgram.LD_H_ABS, 0).add(BpfProgram.JEQ, 0, 1, port);
        } else {
            p.add(BpfProgram.LDX_MSH, 0).add(BpfProgram.LD_H_IND, 0).add(BpfProgram.JEQ, 0, 1, port);
        }
        p.add(BpfProgram.RET, BpfProgram.WHOLE).add(BpfProgram.RET, 0);
        p.attach(fd);
    }

    private int reserve(int index, int wanted) throws ErrnoException {
        Fd holder = Fd.socket(settings.family(), Fd.SOCK_STREAM, 0);
        reserved[index] = holder;
        IpAddress any = settings.isV6() ? IpAddress.v6(0, 0) : IpAddress.v4(0);
        holder.bind(SocketSettings.address(settings.source() != null ? settings.source() : any, wanted, 0));
        sourcePorts[index] = holder.localAddress().port();
        return sourcePorts[index];
    }

    @Override
    int packetLength(int asked) {
        return settings.ipHeaderLength() + options.headerLength();
    }

    @Override
    int send(Probe probe) throws ErrnoException {
        int id = probe.id();
        while (id >= reserved.length) {
            reserved = java.util.Arrays.copyOf(reserved, reserved.length * 2);
            sourcePorts = java.util.Arrays.copyOf(sourcePorts, sourcePorts.length * 2);
        }
        if (sourcePorts[id] == 0) {
            sourcePorts[id] = fixedSourcePort != 0 ? fixedSourcePort : reserve(id, 0);
        }
        int length = encode(id);
        setTtl(fd, probe.ttl());
        sentCount = Math.max(sentCount, id + 1);
        probe.sent(clock.nowNanos());
        return Math.min(0, fd.sendTo(data, 0, length, Fd.MSG_DONTWAIT, address, addressLength));
    }

    private int encode(int id) {
        int length = options.headerLength();
        Tcp.encode(segment, 0, sourcePorts[id], port, options.flags());
        Tcp.putSequence(segment, 0, sequence(id) & 0xffffffffL);
        Tcp.putWindow(segment, 0, Math.min(0xffff, 4 * mss));
        Tcp.putHeaderLength(segment, 0, length);
        if (options.isSyn()) {
            int at = Tcp.OPTIONS_OFFSET;
            at += TcpOption.encodeMaximumSegmentSize(segment, at, mss);
            at = encodeSackAndTimestamps(at);
            if (options.windowScaling()) {
                at += TcpOption.encodeNoOperation(segment, at);
                TcpOption.encodeWindowScale(segment, at, WINDOW_SCALE);
            }
        }
        Tcp.putChecksum(segment, 0, length, pseudoHeaderSum);
        return length;
    }

    private int encodeSackAndTimestamps(int start) {
        int at = start;
        if (options.sack()) {
            at += TcpOption.encodeSackPermitted(segment, at);
        } else if (options.timestamps()) {
            at += TcpOption.encodeNoOperation(segment, at);
            at += TcpOption.encodeNoOperation(segment, at);
        }
        if (options.timestamps()) {
            at += TcpOption.encodeTimestamps(segment, at, clock.nowNanos() / 1_000_000L, 0);
        } else if (options.sack()) {
            at += TcpOption.encodeNoOperation(segment, at);
            at += TcpOption.encodeNoOperation(segment, at);
        }
        return at;
    }

    private int sequence(int id) {
        return baseSequence + id * SEQUENCE_STEP;
    }

    @Override
    public int match(Quote quote) {
        if (quote.protocol() != TCP || !isToTarget(quote) || quote.transportShort(2) != port) {
            return -1;
        }
        return probeOf(quote.transportShort(0), quote.transportInt(4));
    }

    /** The probe with this source port and sequence number, or -1. */
    private int probeOf(int sourcePort, int sequence) {
        int id = Integer.divideUnsigned(sequence - baseSequence, SEQUENCE_STEP);
        if (id >= 0 && id < sentCount && sequence(id) == sequence && sourcePorts[id] == sourcePort) {
            return id;
        }
        return -1;
    }

    /** The probe that a segment answers: by what it acknowledges, else by the port alone. */
    private int probeOfReply(int ownPort, int flags, int acknowledgment) {
        if ((flags & Tcp.ACK) != 0) {
            int id = probeOf(ownPort, acknowledgment - 1);
            id = id >= 0 ? id : probeOf(ownPort, acknowledgment);
            if (id >= 0) {
                return id;
            }
        }
        if (fixedSourcePort == 0 && !options.isSyn() || (flags & Tcp.ACK) == 0) {
            for (int id = sentCount - 1; id >= 0; id--) {
                if (sourcePorts[id] == ownPort) {
                    return id;
                }
            }
        }
        return -1;
    }

    @Override
    public Fd fd() {
        return fd;
    }

    @Override
    public void drain(AnswerSink sink) {
        int length;
        while ((length = fd.receiveMessage(message, Fd.MSG_DONTWAIT)) >= 0) {
            int n = Math.min(length, DATA_LENGTH);
            int off = settings.isV6() ? 0 : n < 20 ? n : (received.get(0) & 0x0f) * 4;
            IpAddress from = RawIcmpReceiver.address(message.address());
            if (n - off < Tcp.HEADER_LENGTH || !isTarget(from)) {
                continue;
            }
            int flags = Tcp.flags(received, off);
            boolean handshake = (flags & Tcp.RST) != 0 || (flags & (Tcp.SYN | Tcp.ACK)) == (Tcp.SYN | Tcp.ACK);
            int id = !handshake || Tcp.sourcePort(received, off) != port
                    ? -1
                    : probeOfReply(Tcp.destinationPort(received, off), flags, (int) Tcp.acknowledgment(received, off));
            if (id >= 0) {
                reply(id, from, flags, sink);
            }
        }
    }

    private void reply(int id, IpAddress from, int flags, AnswerSink sink) {
        ancillary.decode(message);
        long now = clock.nowNanos();
        long at = RawIcmpReceiver.stamp(ancillary.timestampNanos(), now);
        lagNanos = Math.max(lagNanos, now - at);
        int ttl = settings.isV6() ? ancillary.ttl() : received.get(8) & 0xff;
        sink.accept(Answer.reply(id, AnswerKind.TCP, from, at, ttl, flags));
    }

    @Override
    List<Receiver> receivers() {
        return List.of(icmp, this);
    }

    @Override
    void release(Probe probe) {
        int id = probe.id();
        if (fixedSourcePort == 0 && id < reserved.length && reserved[id] != null) {
            reserved[id].close();
            reserved[id] = null;
        }
    }

    @Override
    long readLagNanos() {
        return Math.max(lagNanos, icmp.lagNanos());
    }

    @Override
    public void close() {
        if (icmp != null) {
            icmp.close();
        }
        for (Fd holder : reserved) {
            if (holder != null) {
                holder.close();
            }
        }
        if (fd != null) {
            fd.close();
        }
    }
}

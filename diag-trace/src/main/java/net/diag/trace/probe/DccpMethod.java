package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.wire.Checksum;

/**
 * DCCP Request probes (RFC 4340 §5.1) through a raw socket, the half-open way. A DCCP socket holds the
 * source port, so a kernel without DCCP refuses, as it refuses the original.
 *
 * <pre>
 * source port (16) · destination port (16)
 * data offset (8) · CCVal (4) CsCov (4) · checksum (16)
 * reserved (3) type (4) X=1 · reserved (8) · sequence, high 16
 * sequence, low 32
 * service code (32)
 * </pre>
 */
final class DccpMethod extends ProbeMethod implements Receiver {
    private static final int DCCP = 33;
    private static final int SOCK_DCCP = 6;
    private static final int REQUEST_LENGTH = 20;
    private static final int TYPE_RESET = 7;
    private static final int TYPE_RESPONSE = 1;

    private final int port;
    private final int sourcePort;
    private final int service;
    private final MessageHeader message = new MessageHeader(1024, 512);
    private final ByteBuffer received = message.data().networkOrderView();
    private final NativeBuffer data = NativeBuffer.allocate(REQUEST_LENGTH);
    private final ByteBuffer request = data.networkOrderView();
    private final java.util.Map<Integer, Integer> probeByPort = new java.util.HashMap<>();
    private final java.util.Map<Integer, Fd> holders = new java.util.HashMap<>();
    private RawIcmpReceiver icmp;
    private Fd fd;
    private IpAddress local;

    DccpMethod(SocketSettings settings, ProbeClock clock, int port, int sourcePort, int service) {
        super(settings, clock);
        this.port = port;
        this.sourcePort = sourcePort;
        this.service = service;
    }

    @Override
    void prepare() throws ErrnoException {
        fd = Fd.socket(settings.family(), Fd.SOCK_RAW, DCCP);
        settings.apply(fd, 0);
        ErrorQueueReceiver.enable(fd, settings.isV6(), false);
        icmp = new RawIcmpReceiver(settings.family(), this, clock);
        local = settings.localAddress();
    }

    @Override
    int packetLength(int asked) {
        return settings.ipHeaderLength() + REQUEST_LENGTH;
    }

    @Override
    int send(Probe probe) throws ErrnoException {
        Fd holder = Fd.socket(settings.family(), SOCK_DCCP, DCCP);
        holders.put(probe.id(), holder);
        IpAddress any = settings.isV6() ? IpAddress.v6(0, 0) : IpAddress.v4(0);
        holder.bind(SocketSettings.address(any, sourcePort, 0));
        int own = holder.localAddress().port();
        probeByPort.put(own, probe.id());
        request.putShort(0, (short) own).putShort(2, (short) port);
        request.put(4, (byte) (REQUEST_LENGTH / 4)).put(5, (byte) 0).putShort(6, (short) 0);
        request.put(8, (byte) 1).put(9, (byte) 0).putShort(10, (short) 0);
        request.putInt(12, (int) clock.nowNanos()).putInt(16, service);
        int pseudo = settings.isV6()
                ? Checksum.pseudoHeader6(local.toBytes(), settings.target().toBytes(), DCCP, REQUEST_LENGTH)
                : Checksum.pseudoHeader4(
                        (int) local.low(), (int) settings.target().low(), DCCP, REQUEST_LENGTH);
        request.putShort(
                6, (short) Checksum.complement(Checksum.add(Checksum.sum(request, 0, REQUEST_LENGTH), pseudo)));
        setTtl(fd, probe.ttl());
        SockAddr target = settings.targetAddress(0);
        probe.sent(clock.nowNanos());
        return Math.min(0, fd.sendTo(data, 0, REQUEST_LENGTH, Fd.MSG_DONTWAIT, target));
    }

    @Override
    public int match(Quote quote) {
        boolean ours = quote.protocol() == DCCP && isToTarget(quote) && quote.transportShort(2) == port;
        return ours ? probeByPort.getOrDefault(quote.transportShort(0), -1) : -1;
    }

    @Override
    public Fd fd() {
        return fd;
    }

    @Override
    public void drain(AnswerSink sink) {
        int length;
        while ((length = fd.receiveMessage(message, Fd.MSG_DONTWAIT)) >= 0) {
            int n = Math.min(length, 1024);
            int off = settings.isV6() ? 0 : n < 20 ? n : (received.get(0) & 0x0f) * 4;
            IpAddress from = RawIcmpReceiver.address(message.address());
            if (n - off < 12 || !isTarget(from) || (received.getShort(off) & 0xffff) != port) {
                continue;
            }
            int type = received.get(off + 8) >> 1 & 0x0f;
            Integer id = probeByPort.get(received.getShort(off + 2) & 0xffff);
            if (id != null && (type == TYPE_RESET || type == TYPE_RESPONSE)) {
                int ttl = settings.isV6() ? -1 : received.get(8) & 0xff;
                sink.accept(Answer.reply(id, AnswerKind.DATA, from, clock.nowNanos(), ttl, -1));
            }
        }
    }

    @Override
    List<Receiver> receivers() {
        return List.of(icmp, this);
    }

    @Override
    void release(Probe probe) {
        Fd holder = holders.remove(probe.id());
        if (holder != null) {
            holder.close();
        }
    }

    @Override
    public void close() {
        if (icmp != null) {
            icmp.close();
        }
        for (Fd holder : holders.values()) {
            holder.close();
        }
        if (fd != null) {
            fd.close();
        }
    }
}

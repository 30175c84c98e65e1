package net.diag.trace.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SocketOptions;

/**
 * UDP or UDP-Lite probes to one port: a connected socket per probe, whose source port says which probe
 * an answer is about.
 */
final class ConnectedUdpMethod extends ProbeMethod {
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int DEFAULT_DATA = 32;
    private static final int SOL_UDPLITE = 136;
    private static final int UDPLITE_SEND_CSCOV = 10;

    private final int protocol;
    private final int port;
    private final int sourcePort;
    private final int coverage;
    private final Map<Integer, Fd> sockets = new HashMap<>();
    private final Map<Integer, Integer> probeByPort = new HashMap<>();
    private final Map<Integer, Receiver> byProbe = new HashMap<>();
    private final MessageHeader buffers = ErrorQueueReceiver.buffers();
    private RawIcmpReceiver raw;
    private NativeBuffer data;
    private boolean changed = true;

    /** UDP when {@code coverage} is negative, else UDP-Lite with that checksum coverage in bytes. */
    ConnectedUdpMethod(SocketSettings settings, ProbeClock clock, int port, int sourcePort, int coverage) {
        super(settings, clock);
        this.protocol = coverage < 0 ? UDP : SocketOptions.IPPROTO_UDPLITE;
        this.port = port;
        this.sourcePort = sourcePort;
        this.coverage = coverage;
    }

    @Override
    void prepare() throws ErrnoException {
        raw = UdpMethod.openRawIfPermitted(settings, this, clock);
    }

    @Override
    void start() {
        data = NativeBuffer.allocate(65536);
        for (int i = 0; i < 65536; i++) {
            data.bytes().put(i, filling(i));
        }
    }

    @Override
    int packetLength(int asked) {
        int header = settings.ipHeaderLength() + UDP_HEADER;
        return asked < 0 ? header + DEFAULT_DATA : Math.max(asked, header);
    }

    @Override
    int send(Probe probe) throws ErrnoException {
        Fd fd = sockets.get(probe.id());
        if (fd == null) {
            fd = open(probe);
        }
        int length = Math.max(0, probe.sizeBytes() - settings.ipHeaderLength() - UDP_HEADER);
        probe.sent(clock.nowNanos());
        int r = fd.send(data, 0, length, Fd.MSG_DONTWAIT);
        return UdpMethod.isPendingIcmpError(-r) && raw == null ? 0 : Math.min(r, 0);
    }

    private Fd open(Probe probe) throws ErrnoException {
        Fd fd = Fd.socket(settings.family(), Fd.SOCK_DGRAM, protocol);
        sockets.put(probe.id(), fd);
        settings.apply(fd, sourcePort);
        if (coverage >= 0) {
            SocketSettings.set(fd, SOL_UDPLITE, UDPLITE_SEND_CSCOV, coverage, "UDPLITE_SEND_CSCOV");
        }
        ErrorQueueReceiver.enable(fd, settings.isV6(), raw == null);
        setTtl(fd, probe.ttl());
        fd.connect(settings.targetAddress(port));
        probeByPort.put(fd.localAddress().port(), probe.id());
        int id = probe.id();
        byProbe.put(
                id,
                new ErrorQueueReceiver(fd, settings.isV6(), clock, AnswerKind.DATA, buffers, (m, b, n, error) -> id));
        changed = true;
        return fd;
    }

    @Override
    public int match(Quote quote) {
        if (quote.protocol() != protocol || !isToTarget(quote) || quote.transportShort(2) != port) {
            return -1;
        }
        Integer id = probeByPort.get(quote.transportShort(0));
        return id == null ? -1 : id;
    }

    @Override
    List<Receiver> receivers() {
        List<Receiver> all = new ArrayList<>(byProbe.values());
        if (raw != null) {
            all.add(raw);
        }
        return all;
    }

    @Override
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    @Override
    void release(Probe probe) {
        byProbe.remove(probe.id());
        Fd fd = sockets.remove(probe.id());
        if (fd != null) {
            fd.close();
            changed = true;
        }
    }

    @Override
    long readLagNanos() {
        return raw == null ? 0 : raw.lagNanos();
    }

    @Override
    public void close() {
        if (raw != null) {
            raw.close();
        }
        for (Fd fd : sockets.values()) {
            fd.close();
        }
    }

    /** Whether an errno says that the socket's kind doesn't exist on this kernel. */
    static boolean isUnknownKind(int errno) {
        return errno == Errno.ESOCKTNOSUPPORT || errno == Errno.EPROTONOSUPPORT;
    }
}

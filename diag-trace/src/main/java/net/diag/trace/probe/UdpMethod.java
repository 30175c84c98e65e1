package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;

/**
 * UDP probes to a port that counts up with each of them: the classic method, from one socket. With
 * CAP_NET_RAW errors are read from a raw ICMP socket, without from the socket's error queue; the
 * destination port says which probe an error is about.
 */
final class UdpMethod extends ProbeMethod {
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int DEFAULT_DATA = 32;
    private static final int MOST_RETRIES = 4;

    private final int firstPort;
    private final int sourcePort;
    private final List<Receiver> receivers = new ArrayList<>();
    private RawIcmpReceiver raw;
    private Fd fd;
    private int localPort;
    private int currentTtl = -1;
    private int sentCount;
    private NativeBuffer data;
    private NativeBuffer address;
    private int addressLength;

    UdpMethod(SocketSettings settings, ProbeClock clock, int firstPort, int sourcePort) {
        super(settings, clock);
        this.firstPort = firstPort;
        this.sourcePort = sourcePort;
    }

    @Override
    void prepare() throws ErrnoException {
        raw = openRawIfPermitted(settings, this, clock);
    }

    /** A raw receiver, or null without CAP_NET_RAW. */
    static RawIcmpReceiver openRawIfPermitted(SocketSettings settings, QuoteMatcher matcher, ProbeClock clock)
            throws ErrnoException {
        try {
            return new RawIcmpReceiver(settings.family(), matcher, clock);
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EPERM || e.errno() == Errno.EACCES) {
                return null;
            }
            throw e;
        }
    }

    @Override
    void start() throws ErrnoException {
        fd = Fd.socket(settings.family(), Fd.SOCK_DGRAM, UDP);
        settings.apply(fd, sourcePort);
        ErrorQueueReceiver.enable(fd, settings.isV6(), raw == null);
        if (raw != null) {
            receivers.add(raw);
        }
        receivers.add(new ErrorQueueReceiver(fd, settings.isV6(), clock, AnswerKind.DATA, this::probeOf));
        data = NativeBuffer.allocate(65536);
        for (int i = 0; i < 65536; i++) {
            data.bytes().put(i, filling(i));
        }
        SockAddr target = settings.targetAddress(firstPort);
        address = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        addressLength = target.encode(address.bytes(), 0);
    }

    @Override
    int packetLength(int asked) {
        int header = settings.ipHeaderLength() + UDP_HEADER;
        return asked < 0 ? header + DEFAULT_DATA : Math.max(asked, header);
    }

    @Override
    int send(Probe probe) throws ErrnoException {
        if (probe.ttl() != currentTtl) {
            setTtl(fd, probe.ttl());
            currentTtl = probe.ttl();
        }
        int port = firstPort + probe.id();
        address.bytes().put(2, (byte) (port >> 8)).put(3, (byte) port);
        int length = Math.max(0, probe.sizeBytes() - settings.ipHeaderLength() - UDP_HEADER);
        probe.sent(clock.nowNanos());
        int r = 0;
        for (int i = 0; i < MOST_RETRIES; i++) {
            r = fd.sendTo(data, 0, length, Fd.MSG_DONTWAIT, address, addressLength);
            if (r >= 0 || raw != null || !isPendingIcmpError(-r)) {
                break;
            }
        }
        sentCount = Math.max(sentCount, probe.id() + 1);
        return Math.min(r, 0);
    }

    /** Errors that another probe's ICMP error leaves on the socket, to be told by the next call. */
    static boolean isPendingIcmpError(int errno) {
        return errno == Errno.ECONNREFUSED
                || errno == Errno.EHOSTUNREACH
                || errno == Errno.EPROTO
                || errno == Errno.EACCES
                || errno == Errno.ENETUNREACH
                || errno == Errno.ENOPROTOOPT
                || errno == Errno.ENOTSUP;
    }

    private int probeOfPort(int port) {
        int id = port - firstPort & 0xffff;
        return id < sentCount ? id : -1;
    }

    private int probeOf(MessageHeader message, ByteBuffer bytes, int length, boolean isError) {
        IpAddress a = RawIcmpReceiver.address(message.address());
        return isTarget(a) ? probeOfPort(message.address().port()) : -1;
    }

    @Override
    public int match(Quote quote) {
        if (quote.protocol() != UDP || !isToTarget(quote)) {
            return -1;
        }
        if (localPort == 0) {
            localPort = ownPort();
        }
        return quote.transportShort(0) == localPort ? probeOfPort(quote.transportShort(2)) : -1;
    }

    private int ownPort() {
        try {
            return fd.localAddress().port();
        } catch (ErrnoException e) {
            return 0;
        }
    }

    @Override
    public int checksum(Quote quote) {
        return quote.transportShort(6);
    }

    @Override
    List<Receiver> receivers() {
        return receivers;
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
        if (fd != null) {
            fd.close();
        }
    }
}

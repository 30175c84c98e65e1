package net.diag.trace.probe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.SocketOptions;

/**
 * TCP probes by {@code connect(2)}, one stream socket each: a full handshake, which the application at
 * the target sees. Connected or refused, the target was reached.
 */
final class TcpConnectMethod extends ProbeMethod {
    private static final int TCP = 6;

    private final int port;
    private final int sourcePort;
    private final Map<Integer, Fd> sockets = new HashMap<>();
    private final Map<Integer, Receiver> byProbe = new HashMap<>();
    private final Map<Integer, Integer> probeByPort = new HashMap<>();
    private RawIcmpReceiver icmp;
    private boolean changed = true;

    TcpConnectMethod(SocketSettings settings, ProbeClock clock, int port, int sourcePort) {
        super(settings, clock);
        this.port = port;
        this.sourcePort = sourcePort;
    }

    @Override
    void prepare() throws ErrnoException {
        icmp = new RawIcmpReceiver(settings.family(), this, clock);
    }

    @Override
    int packetLength(int asked) {
        return settings.ipHeaderLength() + 40;
    }

    @Override
    int send(Probe probe) throws ErrnoException {
        Fd fd = Fd.socket(settings.family(), Fd.SOCK_STREAM | Fd.SOCK_NONBLOCK, TCP);
        sockets.put(probe.id(), fd);
        settings.apply(fd, sourcePort);
        setTtl(fd, probe.ttl());
        probe.sent(clock.nowNanos());
        int r = fd.tryConnect(settings.targetAddress(port));
        if (r < 0 && r != -Errno.EINPROGRESS && r != -Errno.ECONNREFUSED) {
            return r;
        }
        probeByPort.put(fd.localAddress().port(), probe.id());
        byProbe.put(probe.id(), new Connection(fd, probe.id()));
        changed = true;
        return 0;
    }

    /** A connection under way; readable when it is refused, writable when it stands. */
    private final class Connection implements Receiver {
        private final Fd fd;
        private final int id;
        private boolean told;

        Connection(Fd fd, int id) {
            this.fd = fd;
            this.id = id;
        }

        @Override
        public Fd fd() {
            return fd;
        }

        @Override
        public int events() {
            return net.diag.sys.Poll.POLLOUT;
        }

        @Override
        public void drain(AnswerSink sink) {
            if (told) {
                return;
            }
            int errno;
            try {
                errno = fd.option(SocketOptions.SOL_SOCKET, SocketOptions.SO_ERROR);
            } catch (ErrnoException e) {
                errno = e.errno();
            }
            if (errno == 0 || errno == Errno.ECONNREFUSED) {
                told = true;
                sink.accept(Answer.reply(id, AnswerKind.TCP, settings.target(), clock.nowNanos(), -1, -1));
            } else {
                // An ICMP error ended it, which the raw socket tells in full.
                told = true;
            }
            byProbe.remove(id);
            changed = true;
        }
    }

    @Override
    public int match(Quote quote) {
        if (quote.protocol() != TCP || !isToTarget(quote) || quote.transportShort(2) != port) {
            return -1;
        }
        Integer id = probeByPort.get(quote.transportShort(0));
        return id == null ? -1 : id;
    }

    @Override
    List<Receiver> receivers() {
        List<Receiver> all = new ArrayList<>(byProbe.values());
        all.add(icmp);
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
        changed |= byProbe.remove(probe.id()) != null;
        Fd fd = sockets.remove(probe.id());
        if (fd != null) {
            fd.close();
        }
    }

    @Override
    public void close() {
        if (icmp != null) {
            icmp.close();
        }
        for (Fd fd : sockets.values()) {
            fd.close();
        }
    }
}

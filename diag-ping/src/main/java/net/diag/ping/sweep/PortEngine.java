package net.diag.ping.sweep;

import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IPPROTO_IPV6;
import static net.diag.sys.SocketOptions.IPPROTO_TCP;
import static net.diag.sys.SocketOptions.IPV6_TCLASS;
import static net.diag.sys.SocketOptions.IPV6_UNICAST_HOPS;
import static net.diag.sys.SocketOptions.IP_TOS;
import static net.diag.sys.SocketOptions.IP_TTL;
import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_BINDTODEVICE;
import static net.diag.sys.SocketOptions.SO_ERROR;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.diag.cli.Cancellation;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.EventFd;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.Poll;
import net.diag.sys.SockAddr;

/**
 * Probes a TCP or UDP port of each target, with a socket a probe: a TCP connection that is opened and
 * closed, or a datagram. Needs no privilege.
 *
 * <p>A refusal (RST, or ICMP port unreachable) is an answer of the host, and has a round-trip time. Of
 * a TCP connection that is the kernel's own measure of its handshake where it has one.
 */
final class PortEngine implements ProbeEngine {
    private static final int MOST_SOCKETS = 256;
    private static final long SECOND = 1_000_000_000L;
    private static final int TCP_INFO = 11;
    private static final int TCP_INFO_LENGTH = 104;
    /** {@code tcpi_rtt} in {@code struct tcp_info} ({@code linux/tcp.h}), in microseconds. */
    private static final int TCPI_RTT_OFFSET = 68;

    private static final class Probe {
        final Fd fd;
        final int target;
        final int round;
        final long sentNanos;

        Probe(Fd fd, int target, int round, long sentNanos) {
            this.fd = fd;
            this.target = target;
            this.round = round;
            this.sentNanos = sentNanos;
        }
    }

    private final List<SweepTarget> targets;
    private final SweepSettings settings;
    private final boolean keepRtts;
    private final SweepListener listener;
    private final Cancellation cancellation;
    private final EventFd wake;
    private final List<Probe> inFlight = new ArrayList<>();
    private final NativeBuffer buffer = NativeBuffer.allocate(2048);
    private final NativeBuffer payload;
    private final long gapNanos;
    private long start;
    private int position;
    private int round;

    PortEngine(
            List<SweepTarget> targets,
            SweepSettings settings,
            boolean keepRtts,
            SweepListener listener,
            Cancellation cancellation)
            throws ErrnoException {
        this.targets = targets;
        this.settings = settings;
        this.keepRtts = keepRtts;
        this.listener = listener;
        this.cancellation = cancellation;
        this.wake = EventFd.open();
        this.payload = NativeBuffer.of(UdpQuestions.of(settings.udpPort(), settings.payloadLength()));
        long even = settings.count() > 1 && !targets.isEmpty() ? settings.intervalNanos() / targets.size() : 0;
        this.gapNanos = settings.probesPerSecond() > 0 ? (long) (SECOND / settings.probesPerSecond()) : even;
    }

    @Override
    public void run() throws ErrnoException {
        start = System.nanoTime();
        try (Cancellation.Registration registration = cancellation.onWake(wake::signal)) {
            while (!cancellation.isCancelled() && (position < targets.size() || !inFlight.isEmpty())) {
                send();
                await();
            }
        }
    }

    private long due() {
        if (position >= targets.size()) {
            return Long.MAX_VALUE;
        }
        long inRound = Math.max(settings.intervalNanos(), gapNanos * targets.size());
        return start + round * inRound + position * gapNanos;
    }

    private void send() throws ErrnoException {
        while (inFlight.size() < Math.min(MOST_SOCKETS, settings.inFlight()) && due() <= System.nanoTime()) {
            int i = position;
            int r = round;
            position++;
            boolean another = settings.count() == 0 ? r < settings.retries() : r + 1 < settings.count();
            if (position == targets.size() && another) {
                position = 0;
                round++;
            }
            SweepTarget t = targets.get(i);
            if (settings.count() > 0 || !t.isAlive()) {
                probe(i, r, t);
            }
        }
    }

    private void probe(int i, int r, SweepTarget t) throws ErrnoException {
        boolean tcp = settings.tcpPort() > 0;
        int family = t.address().family();
        Fd fd = Fd.socket(family, (tcp ? Fd.SOCK_STREAM : Fd.SOCK_DGRAM) | Fd.SOCK_NONBLOCK, 0);
        setUp(fd, family);
        byte[] address = t.address().addressBytes();
        int port = tcp ? settings.tcpPort() : settings.udpPort();
        SockAddr to = family == SockAddr.AF_INET6
                ? SockAddr.inet6(address, port, 0, t.address().scopeId())
                : SockAddr.inet4(address, port);
        t.sent++;
        Probe p = new Probe(fd, i, r, System.nanoTime());
        int result = fd.tryConnect(to);
        if (result == 0 && !tcp) {
            result = fd.send(payload, 0, payload.size(), Fd.MSG_NOSIGNAL);
        }
        if (result == -Errno.EINPROGRESS || result >= 0 && !tcp) {
            inFlight.add(p);
        } else {
            outcome(p, result);
        }
    }

    private void setUp(Fd fd, int family) throws ErrnoException {
        boolean ipv6 = family == SockAddr.AF_INET6;
        if (settings.tos() != 0) {
            fd.trySetOption(ipv6 ? IPPROTO_IPV6 : IPPROTO_IP, ipv6 ? IPV6_TCLASS : IP_TOS, settings.tos());
        }
        if (settings.ttl() >= 0) {
            fd.trySetOption(ipv6 ? IPPROTO_IPV6 : IPPROTO_IP, ipv6 ? IPV6_UNICAST_HOPS : IP_TTL, settings.ttl());
        }
        if (settings.device() != null) {
            byte[] name = (settings.device() + "\0").getBytes(StandardCharsets.UTF_8);
            int r = fd.trySetOption(SOL_SOCKET, SO_BINDTODEVICE, name);
            if (r < 0) {
                throw new ErrnoException("SO_BINDTODEVICE", settings.device(), -r);
            }
        }
        byte[] source = ipv6 ? settings.source6() : settings.source4();
        if (source != null) {
            fd.bind(ipv6 ? SockAddr.inet6(source, 0, 0, 0) : SockAddr.inet4(source, 0));
        }
    }

    private void await() {
        long now = System.nanoTime();
        long until = inFlight.size() < MOST_SOCKETS ? Math.min(now + SECOND, due()) : now + SECOND;
        Poll poll = new Poll(inFlight.size() + 1);
        poll.add(wake.fd(), Poll.POLLIN);
        for (Probe p : inFlight) {
            poll.add(p.fd, settings.tcpPort() > 0 ? Poll.POLLOUT : Poll.POLLIN);
            until = Math.min(until, p.sentNanos + settings.timeoutNanos());
        }
        poll.await(Math.max(0, until - now));
        wake.drain();
        List<Probe> all = new ArrayList<>(inFlight);
        inFlight.clear();
        long after = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            Probe p = all.get(i);
            if (poll.ready(i + 1) != 0) {
                outcome(p, result(p));
            } else if (after - p.sentNanos >= settings.timeoutNanos()) {
                SweepTarget t = targets.get(p.target);
                t.lost++;
                p.fd.close();
                listener.timedOut(t, p.round);
            } else {
                inFlight.add(p);
            }
        }
    }

    private int result(Probe p) {
        if (settings.tcpPort() == 0) {
            return p.fd.receive(buffer, 0, buffer.size(), Fd.MSG_DONTWAIT);
        }
        try {
            return -p.fd.option(SOL_SOCKET, SO_ERROR);
        } catch (ErrnoException e) {
            return -e.errno();
        }
    }

    private void outcome(Probe p, int result) {
        SweepTarget t = targets.get(p.target);
        long rtt = System.nanoTime() - p.sentNanos;
        if (result >= 0) {
            boolean tcp = settings.tcpPort() > 0;
            rtt = tcp ? handshake(p, rtt) : rtt;
            t.reply(rtt, keepRtts);
            listener.replied(t, p.round, tcp ? "connected" : "answered", tcp ? -1 : result, -1, rtt);
        } else if (result == -Errno.ECONNREFUSED) {
            t.reply(rtt, keepRtts);
            listener.replied(t, p.round, settings.tcpPort() > 0 ? "refused" : "unreachable", -1, -1, rtt);
        } else {
            t.errors++;
            t.lastError = Errno.message(-result);
            listener.failed(t, p.round, null, t.lastError);
        }
        p.fd.close();
    }

    /** The kernel's measure of the handshake, without the time until this thread ran. */
    private long handshake(Probe p, long measured) {
        int n = p.fd.option(IPPROTO_TCP, TCP_INFO, buffer, TCP_INFO_LENGTH);
        long micros = n >= TCPI_RTT_OFFSET + 4 ? buffer.bytes().getInt(TCPI_RTT_OFFSET) & 0xffffffffL : 0;
        return micros > 0 && micros * 1000 <= measured ? micros * 1000 : measured;
    }

    @Override
    public long overflowed() {
        return 0;
    }

    @Override
    public void close() {
        for (Probe p : inFlight) {
            p.fd.close();
        }
        wake.close();
    }
}

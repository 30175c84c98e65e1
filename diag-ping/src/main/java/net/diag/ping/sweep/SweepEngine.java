package net.diag.ping.sweep;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.List;
import net.diag.cli.Cancellation;
import net.diag.cli.ToolException;
import net.diag.sys.Clock;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.EventFd;
import net.diag.sys.Poll;
import net.diag.sys.SockAddr;

/**
 * Sends a sweep's probes and takes their replies, on one thread.
 *
 * <p>Without a rate the pace is set by the replies: no more than a window of probes is unanswered at
 * any time, so that a link is loaded as far as it answers, and silence slows it down. The window never
 * exceeds what the socket's buffer holds, so that a reply is not lost here.
 */
public final class SweepEngine implements ProbeEngine {
    private static final int RING = 1 << 20;
    private static final int NARROW_RING = 1 << 15;
    private static final int NARROW_BITS = 16;
    private static final int WIDE_BITS = 26;
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final List<SweepTarget> targets;
    private final SweepSettings settings;
    private final SweepListener listener;
    private final boolean keepRtts;
    private final Cancellation cancellation;
    private final SweepChannel[] channels = new SweepChannel[2];
    private final Clock clock = new Clock();
    private final EventFd wake;
    private final Poll poll = new Poll(3);
    private final ProbeRing ring;
    private final int window;
    private final ArrayDeque<Integer> again = new ArrayDeque<>();
    private final int[] tries;
    private long start;
    private long gapNanos;
    private int position;
    private int round;
    private int takenRound;
    private SweepChannel receiving;

    /**
     * An engine over targets that have an address.
     *
     * @param keepRtts whether each target's round-trip times are kept for percentiles
     */
    public SweepEngine(
            List<SweepTarget> targets,
            SweepSettings settings,
            boolean keepRtts,
            SweepListener listener,
            Cancellation cancellation)
            throws ToolException, ErrnoException {
        this.targets = targets;
        this.settings = settings;
        this.keepRtts = keepRtts;
        this.listener = listener;
        this.cancellation = cancellation;
        this.tries = new int[targets.size()];
        this.wake = EventFd.open();
        poll.add(wake.fd(), Poll.POLLIN);
        long seed = new SecureRandom().nextLong();
        boolean narrow = false;
        int most = settings.inFlight();
        for (SweepTarget t : targets) {
            int i = index(t.address().family());
            if (channels[i] == null) {
                channels[i] = SweepChannel.open(t.address().family(), settings, seed);
                poll.add(channels[i].fd(), Poll.POLLIN);
                narrow |= channels[i].isNarrow();
                most = Math.min(most, channels[i].bufferedReplies());
            }
        }
        this.ring = new ProbeRing(narrow ? NARROW_RING : RING);
        this.window = Math.max(1, Math.min(most, (narrow ? NARROW_RING : RING) / 2));
    }

    private static int index(int family) {
        return family == SockAddr.AF_INET6 ? 1 : 0;
    }

    private boolean untilAlive() {
        return settings.count() == 0;
    }

    @Override
    public void run() {
        start = System.nanoTime();
        int n = targets.size();
        if (settings.probesPerSecond() > 0) {
            gapNanos = (long) (SECOND / settings.probesPerSecond());
        } else if (settings.count() > 1 && n > 0) {
            gapNanos = settings.intervalNanos() / n;
        }
        try (Cancellation.Registration registration = cancellation.onWake(wake::signal)) {
            while (!cancellation.isCancelled() && (hasMore() || ring.inFlight() > 0)) {
                long now = System.nanoTime();
                expire(now);
                int sent = send(now);
                int received = receive();
                if (sent == 0 && received == 0) {
                    await();
                }
            }
        }
    }

    // ---- when

    private boolean hasMore() {
        return !again.isEmpty() || position < targets.size();
    }

    /** When the next probe is due. */
    private long due() {
        if (!again.isEmpty() && gapNanos == 0) {
            return Long.MIN_VALUE;
        }
        if (position >= targets.size()) {
            return again.isEmpty() ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        long inRound = Math.max(settings.intervalNanos(), gapNanos * targets.size());
        return start + round * inRound + position * gapNanos;
    }

    private void await() {
        long now = System.nanoTime();
        long until = now + SECOND;
        if (ring.inFlight() < window && hasMore()) {
            long due = due();
            until = due == Long.MIN_VALUE ? now : Math.min(until, due);
        }
        long oldest = ring.oldestSentNanos();
        if (oldest != Long.MAX_VALUE) {
            until = Math.min(until, oldest + settings.timeoutNanos());
        }
        poll.await(Math.max(0, until - now));
        wake.drain();
    }

    private void expire(long now) {
        for (long p = ring.oldestBefore(now - settings.timeoutNanos());
                p >= 0;
                p = ring.oldestBefore(now - settings.timeoutNanos())) {
            ring.state(p, ProbeRing.TIMED_OUT);
            int i = ring.target(p);
            SweepTarget t = targets.get(i);
            t.lost++;
            listener.timedOut(t, ring.round(p));
            if (untilAlive() && !t.isAlive() && tries[i] <= settings.retries()) {
                again.add(i);
            }
        }
    }

    // ---- sending

    private int send(long now) {
        int sent = 0;
        for (int family = 0; family < channels.length; family++) {
            if (channels[family] != null) {
                sent += send(channels[family], family, now);
            }
        }
        return sent;
    }

    private int send(SweepChannel channel, int family, long now) {
        long[] numbers = new long[SweepChannel.BATCH];
        int n = 0;
        int room = Math.min(SweepChannel.BATCH, window - ring.inFlight());
        while (n < room && ring.hasRoom(1) && hasMore() && due() <= now) {
            int i = peek();
            SweepTarget t = targets.get(i);
            if (index(t.address().family()) != family) {
                break; // the other family's turn
            }
            take();
            if (untilAlive() && t.isAlive()) {
                continue;
            }
            tries[i]++;
            t.sent++;
            long number = ring.add(i, untilAlive() ? tries[i] - 1 : takenRound);
            channel.encode(n, number, t);
            numbers[n++] = number;
        }
        // last of all: what the encoding took must not show in a round-trip time
        ring.stamp(n, System.nanoTime(), n == 0 ? 0 : clock.realtimeNanos());
        int done = 0;
        while (done < n) {
            int r = channel.send(done, n);
            if (r > 0) {
                done += r;
            } else if (r == -Errno.EAGAIN || r == -Errno.ENOBUFS || r == -Errno.ENOMEM || r == -Errno.EINTR) {
                poll.await(MILLI);
            } else {
                refused(numbers[done++], -r);
            }
        }
        return n;
    }

    private int peek() {
        return again.isEmpty() ? position : again.peek();
    }

    private void take() {
        if (!again.isEmpty()) {
            again.poll();
            return;
        }
        takenRound = round;
        position++;
        if (position == targets.size() && round + 1 < settings.count()) {
            position = 0;
            round++;
        }
    }

    private void refused(long number, int errno) {
        ring.state(number, ProbeRing.FAILED);
        SweepTarget t = targets.get(ring.target(number));
        t.errors++;
        t.lastError = Errno.message(errno);
        listener.failed(t, ring.round(number), null, t.lastError);
    }

    // ---- receiving

    private final SweepChannel.Sink sink = new SweepChannel.Sink() {
        @Override
        public void reply(
                long low, SockAddr from, int lengthBytes, int ttl, long stampNanos, boolean intact, long cookie) {
            long number = whole(low);
            boolean known = ring.holds(number)
                    && intact
                    && (!receiving.hasCookies() || cookie == receiving.cookie(number))
                    && sameAddress(targets.get(ring.target(number)).address(), from);
            if (known) {
                replied(number, lengthBytes, ttl, stampNanos);
            }
        }

        @Override
        public void error(long low, SockAddr from, int type, int code) {
            long number = whole(low);
            if (ring.holds(number) && ring.state(number) == ProbeRing.IN_FLIGHT) {
                ring.state(number, ProbeRing.FAILED);
                SweepTarget t = targets.get(ring.target(number));
                t.errors++;
                boolean ipv6 = from.family() == SockAddr.AF_INET6;
                t.lastError = SweepErrorText.of(ipv6, type, code);
                String offender = net.diag.wire.InetAddresses.format(from.addressBytes());
                listener.failed(t, ring.round(number), offender, t.lastError);
            }
        }
    };

    private static boolean sameAddress(SockAddr a, SockAddr b) {
        return java.util.Arrays.equals(a.addressBytes(), b.addressBytes());
    }

    /** The newest number with these low bits. */
    private long whole(long low) {
        long span = 1L << (receiving.isNarrow() ? NARROW_BITS : WIDE_BITS);
        long number = ring.next() & -span | low;
        return number >= ring.next() ? number - span : number;
    }

    private void replied(long number, int lengthBytes, int ttl, long stampNanos) {
        SweepTarget t = targets.get(ring.target(number));
        switch (ring.state(number)) {
            case ProbeRing.IN_FLIGHT -> {
                ring.state(number, ProbeRing.ANSWERED);
                long elapsed = System.nanoTime() - ring.sentNanos(number);
                long stamped = stampNanos - ring.sentRealtime(number);
                // a stamp outside of what the monotonic clock allows tells of a clock step
                long rtt = stampNanos > 0 && stamped >= 0 && stamped <= elapsed ? stamped : elapsed;
                t.reply(rtt, keepRtts);
                listener.replied(t, ring.round(number), null, lengthBytes, ttl, rtt);
            }
            case ProbeRing.TIMED_OUT -> {
                ring.state(number, ProbeRing.ANSWERED);
                t.late++;
                listener.again(t, ring.round(number), true);
            }
            case ProbeRing.ANSWERED -> {
                t.duplicates++;
                listener.again(t, ring.round(number), false);
            }
            default -> {} // a reply after an ICMP error: the error stands
        }
    }

    private int receive() {
        int all = 0;
        for (SweepChannel c : channels) {
            if (c == null) {
                continue;
            }
            receiving = c;
            int n;
            do {
                n = c.receive(sink);
                all += Math.max(0, n);
            } while (n == SweepChannel.BATCH);
        }
        return all;
    }

    @Override
    public long overflowed() {
        long all = 0;
        for (SweepChannel c : channels) {
            all += c == null ? 0 : c.receiveOverflows();
        }
        return all;
    }

    @Override
    public void close() {
        for (SweepChannel c : channels) {
            if (c != null) {
                c.close();
            }
        }
        wake.close();
    }
}

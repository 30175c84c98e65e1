package net.diag.ping;

import net.diag.cli.Cancellation;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.EventFd;
import net.diag.sys.Fd;
import net.diag.sys.Poll;

/**
 * Sends probes by a schedule of absolute deadlines, receives what comes back, and tells a listener, on
 * one thread. Sleeps in {@code ppoll} until a packet, a deadline or a signal.
 *
 * <p>The order of what the listener hears for one target is that of iputils' main loop, so that a face
 * can print the same lines.
 */
final class EchoEngine {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long NEVER = Long.MAX_VALUE;
    /** How long a full device queue is left alone at least, and at most. */
    private static final long LEAST_BACKOFF_NANOS = 10 * NANOS_PER_MILLI;

    private static final long MOST_BACKOFF_NANOS = 500 * NANOS_PER_MILLI;
    /** How soon to look again for what a listener holds back. */
    private static final long HELD_BACK_NANOS = 5 * NANOS_PER_MILLI;

    /** Messages taken in one turn, so that a flood of foreign packets can't keep probes from going. */
    private static final int TURN = 256;

    private final PingOptions options;
    private final EchoChannel channel;
    private final EchoTarget target;
    private final EchoListener listener;
    private final Cancellation cancellation;
    private final boolean privileged;
    private final ProbeTable table = new ProbeTable(1, 1024);
    private final ClockPair clock = new ClockPair();
    private final SendSchedule schedule;
    private final ReplyMatcher matcher;
    private final LossJudge judge;
    /** Requests for a flood's batches; null: probes go one by one. */
    private final EchoRequest[] requests;

    private StopConditions stop;
    private long startNanos;
    private long lastAttemptNanos;
    private int outOfMemory;

    EchoEngine(
            PingOptions options,
            EchoChannel channel,
            EchoTarget target,
            EchoListener listener,
            Cancellation cancellation,
            boolean privileged,
            EchoRequest[] requests) {
        this.options = options;
        this.channel = channel;
        this.target = target;
        this.listener = listener;
        this.cancellation = cancellation;
        this.privileged = privileged;
        this.requests = requests;
        this.schedule = new SendSchedule(options.intervalMillis * NANOS_PER_MILLI, options.preload);
        this.matcher = new ReplyMatcher(options, channel, table, clock, listener);
        this.judge = new LossJudge(table, target, options, listener);
    }

    /** Probe until a stop condition holds or the user stops it. */
    void run() throws ErrnoException {
        startNanos = System.nanoTime();
        lastAttemptNanos = startNanos;
        stop = new StopConditions(options, startNanos);
        probe();
        judge.finish(System.nanoTime());
    }

    private void probe() throws ErrnoException {
        try (EventFd wake = EventFd.open()) {
            Cancellation.Registration registration = cancellation.onWake(new Wake(wake));
            Poll poll = new Poll(2);
            int socketEntry = poll.add(channel.fd(), Poll.POLLIN);
            int wakeEntry = poll.add(wake.fd(), Poll.POLLIN);
            FloodLoop flood = null;
            try {
                while (!isOver()) {
                    if (schedule.intervalNanos() == 0 && requests != null) {
                        flood = flood == null ? new FloodLoop(this, channel, requests, options) : flood;
                        flood.run(poll, socketEntry);
                        wake.drain();
                    } else {
                        pace(poll, socketEntry, wakeEntry, wake);
                    }
                }
            } finally {
                registration.close();
            }
        }
    }

    /** Send at the deadlines of the schedule, as long as it has an interval. */
    private void pace(Poll poll, int socketEntry, int wakeEntry, EventFd wake) {
        do {
            long wait = sendDue();
            if (isOver() || receiveAll()) {
                continue;
            }
            listener.flush();
            long now = System.nanoTime();
            long untilEnd = Math.min(stop.remainingNanos(now), judge.remainingNanos(now));
            wait = Math.min(wait - (now - lastLook), untilEnd);
            if (listener.isHoldingBack()) {
                wait = Math.min(wait, HELD_BACK_NANOS);
            }
            if (wait > 0) {
                poll.await(wait);
                if (poll.ready(wakeEntry) != 0) {
                    wake.drain();
                }
                if ((poll.ready(socketEntry) & (Poll.POLLERR | Poll.POLLIN)) != 0) {
                    receiveAll();
                }
            }
        } while (!isOver() && (schedule.intervalNanos() > 0 || requests == null));
    }

    /** The moment that the last wait was computed for. */
    private long lastLook;

    private static final class Wake implements Runnable {
        private final EventFd event;

        Wake(EventFd event) {
            this.event = event;
        }

        @Override
        public void run() {
            event.signal();
        }
    }

    /** Whether the run ends here; looks after interim reports and given-up probes too. */
    boolean isOver() {
        if (cancellation.isCancelled() || stop.isReached(target)) {
            return true;
        }
        if (cancellation.takeReportRequest()) {
            listener.interim(target);
        }
        long now = System.nanoTime();
        judge.judge(now);
        return stop.remainingNanos(now) <= 0;
    }

    /** Send what is due; how long until the next, in nanoseconds from {@link #lastLook}. */
    private long sendDue() {
        while (true) {
            long now = System.nanoTime();
            lastLook = now;
            if (stop.isSendingOver(target.statistics)) {
                stop.scheduleExit(target.statistics, now, schedule.intervalNanos());
                return NEVER;
            }
            long wait = schedule.waitNanos(now, target.statistics.inFlight());
            if (wait > 0) {
                return wait;
            }
            sendOne(now);
            if (cancellation.isCancelled()) {
                return NEVER;
            }
        }
    }

    /** Send one probe by itself, with all that may go wrong. */
    void sendOne(long now) {
        EchoStatistics s = target.statistics;
        aboutToSend(now);
        long sequence = s.transmitted + 1;
        long nanos = System.nanoTime();
        long realtime = clock.realtimeNanos(nanos);
        int slot = table.enter(target.index, sequence, nanos, realtime);
        int r = channel.send((int) sequence & 0xffff, realtime);
        for (int retry = 0; r < 0 && retry < TURN && matcher.isForeignError(target); retry++) {
            // A pending error of an earlier probe is reported to the next call, which sent nothing.
            r = channel.send((int) sequence & 0xffff, realtime);
        }
        if (r == 0) {
            outOfMemory = 0;
            s.advance();
            matcher.sent(target, sequence);
            schedule.sent(now);
            listener.sent(target, sequence, realtime);
            adapt();
            return;
        }
        sendFailed(slot, sequence, -r, now);
    }

    /** An attempt to send begins. */
    void aboutToSend(long now) {
        EchoStatistics s = target.statistics;
        lastAttemptNanos = now;
        if (options.outstanding && s.transmitted > 0 && !matcher.isAnswered(target, s.transmitted)) {
            listener.unanswered(target, s.transmitted);
        }
    }

    /** {@code count} probes have gone at once. */
    void hasSent(long now, int count) {
        outOfMemory = 0;
        schedule.sent(now);
    }

    /** How long until the next probe of a flood may go; scheduling the end when all have gone. */
    long waitNanos(long now) {
        if (stop.isSendingOver(target.statistics)) {
            stop.scheduleExit(target.statistics, now, schedule.intervalNanos());
            return NEVER;
        }
        return schedule.waitNanos(now, target.statistics.inFlight());
    }

    /** How long until time ends the run. */
    long remainingNanos(long now) {
        return stop.remainingNanos(now);
    }

    long realtimeNanos(long now) {
        return clock.realtimeNanos(now);
    }

    EchoTarget target() {
        return target;
    }

    ProbeTable table() {
        return table;
    }

    EchoListener listener() {
        return listener;
    }

    private void sendFailed(int slot, long sequence, int errno, long now) {
        matcher.sendFailed();
        if (errno == Errno.ENOBUFS || errno == Errno.ENOMEM) {
            long half = schedule.intervalNanos() / 2;
            long backoff = Math.min(MOST_BACKOFF_NANOS, Math.max(LEAST_BACKOFF_NANOS, half));
            outOfMemory++;
            matcher.slowDown();
            adapt();
            if (outOfMemory * backoff < options.lingerMillis * NANOS_PER_MILLI) {
                table.state(slot, ProbeTable.LOST);
                schedule.retryIn(backoff, now);
                return;
            }
        } else if (errno == Errno.EAGAIN) {
            table.state(slot, ProbeTable.LOST);
            schedule.retryIn(LEAST_BACKOFF_NANOS, now);
            return;
        }
        target.statistics.advance();
        if (matcher.isLocalErrorQueued() && !options.quiet) {
            target.statistics.errors++; // as iputils, which forgets it with -q
        }
        table.state(slot, ProbeTable.REFUSED);
        schedule.sent(now);
        listener.localError(target, sequence, errno, matcher.lastMtu(), matcher.isLocalErrorQueued());
    }

    /** Take all that has arrived; whether anything did. */
    private boolean receiveAll() {
        boolean any = false;
        for (int i = 0; i < TURN; i++) {
            int r = channel.receive(Fd.MSG_DONTWAIT);
            if (EchoChannel.isNothing(r)) {
                break;
            }
            any = true;
            if (r >= 0) {
                matcher.match(target);
                adapt();
            } else if (r != EchoChannel.UNUSABLE) {
                matcher.drainErrors(target);
            }
            if (stop.isReached(target)) {
                return true;
            }
        }
        return matcher.drainErrors(target) | any;
    }

    /** -A: the interval follows the moving average, in iputils' whole milliseconds. */
    void adapt() {
        if (!options.adaptive) {
            return;
        }
        long average8 = target.statistics.ewmaMicros8();
        long micros = average8 == 0 ? schedule.intervalNanos() / 1000 : average8 / 8;
        long millis = (micros + matcher.addendMicros() + 500) / 1000;
        if (!privileged) {
            millis = Math.max(millis, PingOptions.USER_INTERVAL_MILLIS);
        }
        schedule.adapt(millis * NANOS_PER_MILLI);
    }

    /** From the start to the last attempt to send, in nanoseconds: the drop-in's “time”. */
    long elapsedNanos() {
        return lastAttemptNanos - startNanos;
    }

    /** The interval in use at the end, in nanoseconds: 0 in a flood. */
    long intervalNanos() {
        return schedule.intervalNanos();
    }

    /** What the kernel said about this run that isn't in the target's counters. */
    ReplyMatcher matcher() {
        return matcher;
    }

    /** Probes that were sent too lately to be called lost. */
    long inFlightAtEnd() {
        return judge.inFlight();
    }
}

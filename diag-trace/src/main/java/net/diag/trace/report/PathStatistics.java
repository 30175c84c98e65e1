package net.diag.trace.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.diag.record.IpAddress;
import net.diag.trace.engine.HopDistance;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;
import net.diag.trace.probe.ProbeChannel;

/**
 * Probes a path in rounds, one probe per hop and round, spread evenly over the round, and keeps the
 * statistics. The path may grow and shrink meanwhile: a probe that the target answers from nearer than
 * its TTL counts for no hop, and a hop counts from when it was first probed.
 */
public final class PathStatistics {
    private static final long MILLISECOND = 1_000_000L;
    private static final long LEAST_GRACE = 250 * MILLISECOND;
    private static final int MOST_UNKNOWN = 5;

    private final ProbeChannel channel;
    private final int firstTtl;
    private final int maxTtl;
    private final int sizeBytes;
    private final long intervalNanos;
    private final long timeoutNanos;
    private final HopStatistics[] hops;
    private final Map<Integer, Probe> open = new HashMap<>();
    private int nextId;
    private int distance;
    private int lastAnswering;
    private boolean refused;
    private volatile boolean cancelled;

    /** Statistics of hops {@code firstTtl}…{@code maxTtl}; nothing is sent yet. */
    public PathStatistics(
            ProbeChannel channel, int firstTtl, int maxTtl, int sizeBytes, long intervalNanos, long timeoutNanos) {
        this.channel = channel;
        this.firstTtl = firstTtl;
        this.maxTtl = maxTtl;
        this.sizeBytes = sizeBytes;
        this.intervalNanos = intervalNanos;
        this.timeoutNanos = timeoutNanos;
        this.hops = new HopStatistics[maxTtl + 1];
        for (int i = 0; i <= maxTtl; i++) {
            hops[i] = new HopStatistics();
        }
    }

    /** Stop at the next chance; any thread may call it. */
    public void cancel() {
        cancelled = true;
    }

    /** Probe {@code rounds} times, then wait for what is still on the way. */
    public void run(int rounds) throws IOException {
        long start = channel.nowNanos();
        for (int r = 0; r < rounds && !cancelled; r++) {
            round(start + r * intervalNanos);
        }
        finish();
    }

    private int limit() {
        if (distance > 0) {
            return distance;
        }
        return Math.min(maxTtl, Math.max(firstTtl, lastAnswering) + MOST_UNKNOWN);
    }

    private void round(long start) throws IOException {
        int expected = limit() - firstTtl + 1;
        for (int i = 0, ttl = firstTtl; ttl <= limit() && !cancelled; i++, ttl++) {
            long slot = intervalNanos / Math.max(expected, i + 1);
            // The first round finds the path: no reason to spread it over the whole interval.
            long due = distance == 0 ? channel.nowNanos() + MILLISECOND : start + i * slot;
            awaitUntil(due);
            Probe p = new Probe(nextId++, ttl, 0, sizeBytes);
            while (!channel.send(p) && !cancelled) {
                channel.await(MILLISECOND, this::accept);
            }
            hops[ttl].probed();
            open.put(p.id(), p);
        }
        awaitUntil(Math.min(start + intervalNanos, Long.MAX_VALUE));
    }

    private void awaitUntil(long due) throws IOException {
        long now;
        while ((now = channel.nowNanos()) < due && !cancelled) {
            channel.await(Math.min(due - now, 100 * MILLISECOND), this::accept);
            expire(timeoutNanos);
        }
    }

    private void finish() throws IOException {
        long end = channel.nowNanos() + grace();
        long now;
        while (!open.isEmpty() && (now = channel.nowNanos()) < end && !cancelled) {
            channel.await(Math.min(end - now, 100 * MILLISECOND), this::accept);
        }
        channel.await(0, this::accept);
        expire(0);
    }

    /** What is on the way after the last round takes hardly longer than what came before. */
    private long grace() {
        long worst = 0;
        boolean any = false;
        for (HopStatistics h : hops) {
            any |= h.received() > 0;
            worst = Math.max(worst, h.worstNanos());
        }
        long wait = any ? Math.max(LEAST_GRACE, 3 * worst) + 4 * channel.readLagNanos() : timeoutNanos;
        return Math.min(timeoutNanos, wait);
    }

    private void expire(long timeout) {
        long limit = channel.nowNanos() - timeout;
        var it = open.values().iterator();
        while (it.hasNext()) {
            Probe p = it.next();
            if (p.sentNanos() <= limit) {
                it.remove();
                hops[p.ttl()].lost();
                channel.release(p);
            }
        }
    }

    private void accept(Answer answer) {
        Probe p = open.remove(answer.probeId());
        if (p == null) {
            return;
        }
        p.answer(answer);
        channel.release(p);
        int ttl = p.ttl();
        if (answer.isFinal()) {
            int hop = answer.quotedTtl() > 0 ? HopDistance.ofQuote(p, new Probe[0]) : ttl;
            refused = !answer.isReached();
            if (distance > 0 && hop > distance) {
                hops[ttl].withdrawn();
                return;
            }
            distance = hop;
            if (hop < ttl) {
                hops[ttl].withdrawn();
                return;
            }
        } else if (ttl >= distance && distance > 0) {
            distance = 0; // the path has grown: look behind again
        }
        lastAnswering = Math.max(lastAnswering, ttl);
        hops[ttl].answered(answer.from(), p.rttNanos());
    }

    /** The first hop probed. */
    public int first() {
        return firstTtl;
    }

    /** The last hop to show: the target, or one behind the last that answered. */
    public int last() {
        if (distance > 0) {
            return distance;
        }
        int last = lastAnswering;
        return Math.min(maxTtl, Math.max(firstTtl, last + 1));
    }

    /** Whether whatever ended the path refused instead of being the target. */
    public boolean isRefused() {
        return refused;
    }

    /** Whether the end of the path is known. */
    public boolean isComplete() {
        return distance > 0;
    }

    public HopStatistics hop(int ttl) {
        return hops[ttl];
    }

    /**
     * Whether a hop's loss is its own unwillingness to answer and not loss of packets: at least two
     * probes unanswered, while a hop behind it, which all of them must pass, loses clearly less.
     */
    public boolean isRateLimited(int ttl) {
        HopStatistics h = hops[ttl];
        if (h.lostCount() < 2 || h.received() == 0) {
            return false;
        }
        double least = Double.MAX_VALUE;
        for (int t = ttl + 1; t <= last(); t++) {
            if (hops[t].received() > 0) {
                least = Math.min(least, hops[t].lossPercent());
            }
        }
        return h.lossPercent() - least >= 10 || least == 0 && h.lostCount() >= 3;
    }

    /** The main address of a hop, or null. */
    public IpAddress address(int ttl) {
        return hops[ttl].addresses().isEmpty() ? null : hops[ttl].addresses().get(0);
    }
}

package net.diag.trace.engine;

import java.io.IOException;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;
import net.diag.trace.probe.ProbeChannel;

/**
 * One trace: probes of all TTLs at once, paced, until the distance of whatever ends the path is known.
 *
 * <p>Places (TTL and query) are settled strictly in order. What waits is only the first place that is
 * not settled; probes behind it were sent at the same time, so however many hops are silent, their
 * time-outs run together. Before a place is given up the sockets are read once more: what the kernel has
 * received in time counts, however late this process gets the processor.
 */
public final class PathTrace {
    /** How long a cancellation may go unseen. */
    private static final long MOST_SLEEP_NANOS = 100_000_000L;

    private final ProbeChannel channel;
    private final TracePlan plan;
    private final PathListener listener;
    private final Probe[] places;
    private int end;
    private int head;
    private int nextUnsent;
    private int sentTotal;
    private long nextSendNanos;
    private volatile boolean cancelled;

    public PathTrace(ProbeChannel channel, TracePlan plan, PathListener listener) {
        this.channel = channel;
        this.plan = plan;
        this.listener = listener;
        this.end = plan.probes();
        this.places = new Probe[end];
        for (int i = 0; i < end; i++) {
            places[i] = new Probe(i, plan.firstTtl() + i / plan.queries(), 0, plan.sizeBytes());
        }
    }

    /** Stop at the next chance; any thread may call it. */
    public void cancel() {
        cancelled = true;
    }

    /** Run to the end. */
    public PathOutcome run() throws IOException {
        while (settleHead()) {
            long now = channel.nowNanos();
            Probe first = places[head];
            long deadline = first.isSent() ? first.sentNanos() + patience(head) : Long.MAX_VALUE;
            if (now >= deadline) {
                giveUpHead();
                continue;
            }
            boolean maySend = maySend();
            if (maySend && now >= nextSendNanos) {
                sendNext(now);
                if (sentTotal <= TracePlan.BURST && sentTotal % 4 != 0) {
                    continue;
                }
                maySend = maySend();
            }
            listener.paused();
            long until = maySend ? Math.min(deadline, nextSendNanos) : deadline;
            channel.await(Math.max(0, Math.min(until - channel.nowNanos(), MOST_SLEEP_NANOS)), this::accept);
        }
        return outcome();
    }

    private int row(int place) {
        return plan.firstTtl() + place / plan.queries();
    }

    /** Settle what is done at the head; false when nothing is left. */
    private boolean settleHead() {
        while (head < end && places[head].isDone()) {
            listener.settled(row(head), head % plan.queries(), places[head]);
            channel.release(places[head]);
            head++;
        }
        return head < end && !cancelled;
    }

    private boolean maySend() {
        if (nextUnsent >= end) {
            return false;
        }
        if (plan.inFlight() == 0) {
            return true;
        }
        int open = 0;
        for (int i = head; i < nextUnsent; i++) {
            if (!places[i].isDone()) {
                open++;
            }
        }
        return open < plan.inFlight();
    }

    private void sendNext(long now) throws IOException {
        if (!channel.send(places[nextUnsent])) {
            nextSendNanos = now + 1_000_000L; // no buffer: the queue of the interface is full
            return;
        }
        nextUnsent++;
        sentTotal++;
        long gap = plan.gapNanos() > 0 ? plan.gapNanos() : sentTotal < TracePlan.BURST ? 0 : TracePlan.PACE_NANOS;
        nextSendNanos = now + gap;
    }

    private void accept(Answer answer) {
        int id = answer.probeId();
        if (id < 0 || id >= nextUnsent || !original(id).answer(answer)) {
            return;
        }
        Probe probe = original(id);
        listener.answered(probe, answer);
        recomputeEnd();
    }

    /** Probes keep their number when an answer is moved to another place. */
    private Probe original(int id) {
        Probe p = places[id];
        if (p.id() == id) {
            return p;
        }
        for (Probe other : places) {
            if (other.id() == id) {
                return other;
            }
        }
        return p;
    }

    private void recomputeEnd() {
        int last = plan.probes();
        for (int i = 0; i < nextUnsent; i++) {
            Answer a = places[i].answer();
            if (a != null && a.isFinal()) {
                int hop = Math.max(plan.firstTtl(), HopDistance.ofQuote(places[i], places));
                last = Math.min(last, (Math.min(hop, row(i)) - plan.firstTtl() + 1) * plan.queries());
            }
        }
        end = Math.max(head, last);
    }

    /** How long to wait for the probe at {@code place}, which is the next to settle. */
    private long patience(int place) {
        WaitTimes wait = plan.waiting();
        int rowStart = place - place % plan.queries();
        int rowEnd = Math.min(rowStart + plan.queries(), nextUnsent);
        long lag = channel.readLagNanos();
        if (wait.here() > 0) {
            for (int i = rowStart; i < rowEnd; i++) {
                if (places[i].answer() != null) {
                    return wait.afterSameHop(places[i].rttNanos(), lag);
                }
            }
        }
        if (wait.near() > 0) {
            for (int i = rowEnd; i < nextUnsent; i++) {
                if (places[i].answer() != null) {
                    return wait.afterLaterHop(places[i].rttNanos(), lag);
                }
            }
        }
        return wait.maxNanos();
    }

    private void giveUpHead() throws IOException {
        channel.await(0, this::accept);
        if (head >= end || places[head].isDone()) {
            return;
        }
        if (!takeSurplus() && !foldByReplyTtl()) {
            places[head].expire();
        }
    }

    /** Use an answer that was made at this row's distance to a probe with a larger TTL. */
    private boolean takeSurplus() {
        int row = row(head);
        for (int i = head + 1; i < nextUnsent; i++) {
            Answer a = places[i].answer();
            if (a != null && a.isFinal() && row(i) > row && HopDistance.ofQuote(places[i], places) == row) {
                swap(head, i);
                return true;
            }
        }
        return false;
    }

    /** All of this row is silent, and the next answer ends the path: was it made here? */
    private boolean foldByReplyTtl() {
        int row = row(head);
        if (head % plan.queries() != 0) {
            return false;
        }
        int i = head;
        while (i < nextUnsent && places[i].answer() == null) {
            i++;
        }
        if (i == nextUnsent
                || !places[i].answer().isFinal()
                || places[i].answer().quotedTtl() > 0
                || row(i) == row) {
            return false;
        }
        Probe known = null;
        for (int k = head - 1; k >= 0 && known == null; k--) {
            if (places[k].answer() != null) {
                known = places[k];
            }
        }
        if (HopDistance.ofReplyTtl(places[i], row(i), row, known) != row) {
            return false;
        }
        for (int q = 0; q < plan.queries(); q++) {
            if (i + q < nextUnsent
                    && places[i + q].answer() != null
                    && places[i + q].answer().isFinal()) {
                swap(head + q, i + q);
            }
        }
        end = Math.min(end, (row - plan.firstTtl() + 1) * plan.queries());
        return places[head].isDone();
    }

    private void swap(int a, int b) {
        Probe p = places[a];
        places[a] = places[b];
        places[b] = p;
    }

    private PathOutcome outcome() {
        Probe best = null;
        int bestRow = 0;
        for (int i = 0; i < head; i++) {
            Answer a = places[i].answer();
            if (a != null && (best == null || rank(a) >= rank(best.answer()))) {
                best = places[i];
                bestRow = row(i);
            }
        }
        if (best == null) {
            return new PathOutcome(PathOutcome.End.LOST, null, 0, null);
        }
        Answer a = best.answer();
        PathOutcome.End how =
                a.isReached() ? PathOutcome.End.REACHED : a.isFinal() ? PathOutcome.End.REFUSED : PathOutcome.End.LOST;
        return new PathOutcome(how, a.from(), bestRow, a);
    }

    private static int rank(Answer a) {
        return a.isReached() ? 2 : a.isFinal() ? 1 : 0;
    }
}

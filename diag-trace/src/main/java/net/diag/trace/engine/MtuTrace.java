package net.diag.trace.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;
import net.diag.trace.probe.ProbeChannel;

/**
 * The path with the largest packet that gets to each hop: full-size probes with DF to all hops at once.
 *
 * <p>A “too big” answer lowers the size for its hop and all behind it, and only their probes are sent
 * again. When nothing answers from some hop on, small probes tell a silent path from a black hole (a
 * narrow link whose router's ICMP doesn't come through); the size that passes it is searched with
 * {@value #GRID} sizes at a time, so every step costs one round trip and one short time-out.
 */
public final class MtuTrace {
    private static final int GRID = 16;
    private static final int LEAST4 = 68;
    private static final int LEAST6 = 1280;
    private static final long SEARCH_NANOS = 300_000_000L;
    private static final long PACE_NANOS = TracePlan.PACE_NANOS;

    /** Hears of the path. */
    public interface Listener {
        /**
         * A place is settled, in order of TTL and query.
         *
         * @param mtu the size that reaches this hop, when it differs from the hop before; else 0
         * @param blackHole who stands before a link that swallows what is too big, or null
         */
        void settled(int ttl, int query, Probe probe, int mtu, IpAddress blackHole);

        /** Nothing more is settled at the moment. */
        default void paused() {}
    }

    private final ProbeChannel channel;
    private final TracePlan plan;
    private final Listener listener;
    private final boolean v6;
    private final List<Probe> attempts = new ArrayList<>();
    private final Probe[] places;
    private final int[] size;
    private final IpAddress[] blackHole;
    private int end;
    private int head;
    private int shownMtu;
    private volatile boolean cancelled;

    /** A trace whose first size is {@code plan.sizeBytes()}, the interface's MTU. */
    public MtuTrace(ProbeChannel channel, TracePlan plan, boolean v6, Listener listener) {
        this.channel = channel;
        this.plan = plan;
        this.v6 = v6;
        this.listener = listener;
        this.end = plan.probes();
        this.places = new Probe[end];
        this.size = new int[plan.maxTtl() + 1];
        this.blackHole = new IpAddress[plan.maxTtl() + 1];
        java.util.Arrays.fill(size, plan.sizeBytes());
    }

    /** Stop at the next chance; any thread may call it. */
    public void cancel() {
        cancelled = true;
    }

    private int row(int place) {
        return plan.firstTtl() + place / plan.queries();
    }

    /** Run to the end; whether the target was reached. */
    public boolean run() throws IOException {
        sendMissing();
        boolean searched = false;
        while (head < end && !cancelled) {
            Probe p = places[head];
            if (p.answer() != null && p.answer().isTooBig() && size[row(head)] < p.sizeBytes()) {
                sendMissing();
                continue;
            }
            if (p.isDone()) {
                settle(p);
                continue;
            }
            long deadline = p.sentNanos() + patience();
            long now = channel.nowNanos();
            if (now < deadline) {
                listener.paused();
                channel.await(Math.min(deadline - now, 100_000_000L), this::accept);
                sendMissing();
            } else if (!searched && isSilentFromHead()) {
                searched = true;
                search();
            } else {
                p.expire();
            }
        }
        Probe last = end > 0 ? places[end - 1] : null;
        return last != null && last.answer() != null && last.answer().isReached();
    }

    private void settle(Probe p) {
        int row = row(head);
        int mtu = size[row] != shownMtu ? size[row] : 0;
        shownMtu = size[row];
        listener.settled(row, head % plan.queries(), p, mtu, mtu > 0 ? blackHole[row] : null);
        head++;
    }

    /** Send for every place that has no probe of the row's present size. */
    private void sendMissing() throws IOException {
        for (int i = head; i < end && !cancelled; i++) {
            Probe p = places[i];
            int wanted = size[row(i)];
            if (p == null
                    || p.sizeBytes() > wanted
                            && (p.answer() == null || p.answer().isTooBig())) {
                places[i] = send(row(i), wanted);
                channel.await(PACE_NANOS, this::accept);
            }
        }
    }

    private Probe send(int ttl, int bytes) throws IOException {
        Probe p = new Probe(attempts.size(), ttl, 0, bytes);
        attempts.add(p);
        while (!channel.send(p)) {
            channel.await(1_000_000L, this::accept);
        }
        return p;
    }

    private void accept(Answer answer) {
        int id = answer.probeId();
        if (id < 0 || id >= attempts.size() || !attempts.get(id).answer(answer)) {
            return;
        }
        Probe p = attempts.get(id);
        if (answer.isTooBig()) {
            tooBig(p, answer);
        } else if (answer.isFinal()) {
            int hop = Math.max(plan.firstTtl(), HopDistance.ofQuote(p, places(p)));
            end = Math.max(head, Math.min(end, (hop - plan.firstTtl() + 1) * plan.queries()));
        }
    }

    private Probe[] places(Probe latest) {
        Probe[] answered = new Probe[attempts.size()];
        for (int i = 0; i < answered.length; i++) {
            answered[i] = attempts.get(i);
        }
        return answered;
    }

    private void tooBig(Probe p, Answer a) {
        int least = v6 ? LEAST6 : LEAST4;
        int mtu = a.mtu();
        if (mtu < least || mtu >= p.sizeBytes()) {
            // An old router tells no MTU: try the next plateau of RFC 1191.
            mtu = plateauBelow(p.sizeBytes());
        }
        int from = Math.max(plan.firstTtl(), HopDistance.ofQuote(p, places(p)));
        for (int t = from; t < size.length; t++) {
            size[t] = Math.min(size[t], mtu);
        }
    }

    private static final int[] PLATEAUS = {65535, 32000, 17914, 8166, 4352, 2002, 1492, 1006, 508, 296, 68};

    private int plateauBelow(int bytes) {
        if (v6) {
            return LEAST6;
        }
        for (int plateau : PLATEAUS) {
            if (plateau < bytes) {
                return plateau;
            }
        }
        return LEAST4;
    }

    private long patience() {
        long lag = channel.readLagNanos();
        int rowStart = head - head % plan.queries();
        for (int i = rowStart; i < end && places[i] != null; i++) {
            if (places[i].answer() != null) {
                WaitTimes w = plan.waiting();
                return i < rowStart + plan.queries()
                        ? w.afterSameHop(places[i].rttNanos(), lag)
                        : w.afterLaterHop(places[i].rttNanos(), lag);
            }
        }
        // Nothing behind answers at this size. Unless nobody answered at all, that shows soon.
        for (int i = 0; i < head; i++) {
            if (places[i].answer() != null) {
                long own = 4 * places[i].rttNanos() + SEARCH_NANOS + 4 * lag;
                return searchDone
                        ? plan.waiting().maxNanos()
                        : Math.min(own, plan.waiting().maxNanos());
            }
        }
        return plan.waiting().maxNanos();
    }

    private boolean searchDone;

    private boolean isSilentFromHead() {
        for (int i = head - head % plan.queries(); i < end; i++) {
            if (places[i].answer() != null) {
                return false;
            }
        }
        return true;
    }

    /** Tell a black hole from a silent path, and find the size that passes it. */
    private void search() throws IOException {
        searchDone = true;
        int first = row(head);
        int low = v6 ? LEAST6 : LEAST4 + 100;
        int high = size[first];
        int reach = firstThatAnswers(first, low);
        if (reach == 0) {
            return;
        }
        while (high - low > 1) {
            int[] bounds = grid(reach, low, high);
            low = bounds[0];
            high = bounds[1];
        }
        IpAddress before = null;
        for (int i = 0; i < head; i++) {
            if (places[i].answer() != null) {
                before = places[i].answer().from();
            }
        }
        for (int t = reach; t < size.length; t++) {
            if (low < size[t]) {
                size[t] = low;
                blackHole[t] = before;
            }
        }
        for (int t = first; t < reach; t++) {
            size[t] = low;
            blackHole[t] = before;
        }
        sendMissing();
    }

    /** The first row from {@code first} on that answers small probes, or 0. */
    private int firstThatAnswers(int first, int bytes) throws IOException {
        List<Probe> small = new ArrayList<>();
        for (int t = first; t <= row(end - 1); t++) {
            small.add(send(t, bytes));
            channel.await(PACE_NANOS, this::accept);
        }
        awaitAll(small, true);
        int best = 0;
        for (Probe p : small) {
            if (p.answer() != null && (best == 0 || p.ttl() < best)) {
                best = p.ttl();
            }
        }
        return best;
    }

    private int[] grid(int ttl, int low, int high) throws IOException {
        List<Probe> tried = new ArrayList<>();
        int last = low;
        for (int i = 1; i <= GRID; i++) {
            int bytes = low + (int) ((long) (high - low) * i / (GRID + 1));
            if (bytes > last && bytes < high) {
                tried.add(send(ttl, bytes));
                tried.add(send(ttl, bytes));
                last = bytes;
                channel.await(PACE_NANOS, this::accept);
            }
        }
        if (tried.isEmpty()) {
            tried.add(send(ttl, low + 1));
        }
        awaitAll(tried, false);
        int passes = low;
        for (Probe p : tried) {
            if (p.answer() != null && !p.answer().isTooBig()) {
                passes = Math.max(passes, p.sizeBytes());
            }
        }
        int fails = high;
        for (Probe p : tried) {
            if (p.sizeBytes() > passes) {
                fails = Math.min(fails, p.sizeBytes());
            }
        }
        return new int[] {passes, fails};
    }

    private void awaitAll(List<Probe> probes, boolean isDoubled) throws IOException {
        long until = channel.nowNanos() + (isDoubled ? 2 : 1) * SEARCH_NANOS;
        long now;
        while ((now = channel.nowNanos()) < until && !allAnswered(probes) && !cancelled) {
            channel.await(Math.min(until - now, 50_000_000L), this::accept);
        }
    }

    private static boolean allAnswered(List<Probe> probes) {
        for (Probe p : probes) {
            if (p.answer() == null) {
                return false;
            }
        }
        return true;
    }
}

package net.diag.ping;

/**
 * Follows the probes in the order of their sending and decides what became of each: answered, given up
 * after a time, or still under way at the end.
 */
final class LossJudge {
    private static final long LEAST_PATIENCE_NANOS = 2_000_000_000L;

    private final ProbeTable table;
    private final EchoTarget target;
    private final EchoListener listener;
    private final long patienceNanos;
    private final boolean wanted;
    private long next = 1;
    private long inFlight;

    LossJudge(ProbeTable table, EchoTarget target, PingOptions options, EchoListener listener) {
        this.table = table;
        this.target = target;
        this.listener = listener;
        this.wanted = options.recorded || options.stopAfterLosses > 0 || options.statistics;
        this.patienceNanos = options.lingerMillis != PingOptions.DEFAULT_LINGER_MILLIS && options.lingerMillis > 0
                ? options.lingerMillis * 1_000_000L
                : Math.max(LEAST_PATIENCE_NANOS, options.intervalMillis * 1_000_000L);
    }

    /** Judge all that can be judged now. */
    void judge(long now) {
        while (next <= target.statistics.transmitted) {
            int slot = table.find(target.index, next);
            if (slot == ProbeTable.NONE) {
                target.sequences.judged(false); // overtaken after a whole turn of the numbers
            } else if (table.state(slot) == ProbeTable.IN_FLIGHT) {
                if (now - table.sentNanos(slot) < patienceNanos) {
                    return;
                }
                giveUp(slot, now);
            } else {
                target.sequences.judged(table.state(slot) == ProbeTable.ANSWERED);
            }
            next++;
        }
    }

    private void giveUp(int slot, long now) {
        table.state(slot, ProbeTable.LOST);
        target.sequences.judged(false);
        listener.lost(target, next, table.sentRealtimeNanos(slot) + (now - table.sentNanos(slot)));
    }

    /** How long until the oldest open probe is given up; for ever when nobody asks. */
    long remainingNanos(long now) {
        if (!wanted || next > target.statistics.transmitted) {
            return Long.MAX_VALUE;
        }
        int slot = table.find(target.index, next);
        return slot == ProbeTable.NONE ? 0 : Math.max(1, table.sentNanos(slot) + patienceNanos - now);
    }

    /**
     * At the end of a run a probe without answer is lost when it had at least the time that the slowest
     * answer took, twice; otherwise it is still under way.
     */
    void finish(long now) {
        judge(now);
        EchoStatistics s = target.statistics;
        long fair = s.received > 0 ? Math.min(patienceNanos, 2 * s.mostMicros() * 1000) : patienceNanos;
        for (; next <= s.transmitted; next++) {
            int slot = table.find(target.index, next);
            boolean open = slot != ProbeTable.NONE && table.state(slot) == ProbeTable.IN_FLIGHT;
            if (open && now - table.sentNanos(slot) < fair) {
                inFlight++;
            } else if (open) {
                giveUp(slot, now);
            } else {
                target.sequences.judged(slot != ProbeTable.NONE && table.state(slot) == ProbeTable.ANSWERED);
            }
        }
    }

    /** Probes under way at the end. */
    long inFlight() {
        return inFlight;
    }
}

package net.diag.trace.engine;

/**
 * What to probe.
 *
 * @param firstTtl the first TTL
 * @param maxTtl the last TTL
 * @param queries probes per TTL
 * @param inFlight how many probes may wait for an answer at once; 0: no limit
 * @param gapNanos the least time between two probes; 0: a short burst, then {@link #PACE_NANOS}
 * @param sizeBytes the whole IP packet's length
 * @param waiting how long to wait
 */
public record TracePlan(
        int firstTtl, int maxTtl, int queries, int inFlight, long gapNanos, int sizeBytes, WaitTimes waiting) {
    /** How many probes go out back to back. */
    static final int BURST = 16;
    /** The gap behind the burst: 30 hops with 3 probes take about 20 ms. */
    static final long PACE_NANOS = 250_000L;

    int probes() {
        return (maxTtl - firstTtl + 1) * queries;
    }
}

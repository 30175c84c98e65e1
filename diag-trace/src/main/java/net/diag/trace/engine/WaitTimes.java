package net.diag.trace.engine;

/**
 * How long an answer is waited for (traceroute's {@code -w MAX,HERE,NEAR}).
 *
 * @param maxNanos the most, in any case
 * @param here times the round trip of an answered probe of the same hop; 0: not used
 * @param near times the round trip of an answered probe of a later hop; 0: not used
 * @param loneFloorNanos the least when others of the same hop answered: a hop that answers is rarely silent
 *     for once, while a busy machine is often late
 * @param silentFloorNanos the least when only later hops answered
 */
public record WaitTimes(long maxNanos, double here, double near, long loneFloorNanos, long silentFloorNanos) {
    private static final long MILLISECOND = 1_000_000L;
    private static final long MOST_LAG_NANOS = 1_000 * MILLISECOND;
    private static final int LAG_FACTOR = 4;

    /** Traceroute's defaults, with floors against false stars. */
    public static final WaitTimes DEFAULT =
            new WaitTimes(5_000 * MILLISECOND, 3, 10, 400 * MILLISECOND, 20 * MILLISECOND);

    /** Exactly as the user asks. */
    public static WaitTimes of(double maxSeconds, double here, double near) {
        return new WaitTimes((long) (maxSeconds * 1e9), here, near, 0, 0);
    }

    /** The wait when a probe of the same hop had this round trip. */
    long afterSameHop(long rttNanos, long lagNanos) {
        return bounded((long) ((rttNanos + MILLISECOND) * here), loneFloorNanos, lagNanos);
    }

    /** The wait when a probe of a later hop had this round trip. */
    long afterLaterHop(long rttNanos, long lagNanos) {
        return bounded((long) ((rttNanos + MILLISECOND) * near), silentFloorNanos, lagNanos);
    }

    private long bounded(long wait, long floor, long lagNanos) {
        long least = floor == 0 ? 0 : floor + LAG_FACTOR * Math.min(lagNanos, MOST_LAG_NANOS);
        return Math.min(maxNanos, Math.max(wait, least));
    }
}

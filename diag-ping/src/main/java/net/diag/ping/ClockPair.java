package net.diag.ping;

import java.time.Instant;

/**
 * The offset between CLOCK_REALTIME, in which the kernel stamps, and the monotonic clock, by which the
 * program plans. Both are slewed alike, so the offset changes only when somebody sets the clock.
 */
final class ClockPair {
    private static final long NANOS = 1_000_000_000L;
    /** Two readings further apart were interrupted, and tell nothing. */
    private static final long TIGHT_NANOS = 5_000;

    private static final int ATTEMPTS = 5;
    /** How long a sample holds: at a flood's rate sampling each probe would cost more than it tells. */
    private static final long FRESH_NANOS = 1_000_000;

    private long offset;
    private long sampledNanos;
    private boolean sampled;

    /** Nanoseconds since the epoch at {@code nanoTime}, a reading of {@link System#nanoTime} just made. */
    long realtimeNanos(long nanoTime) {
        if (!sampled || nanoTime - sampledNanos > FRESH_NANOS) {
            sample();
        }
        return nanoTime + offset;
    }

    private void sample() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS && best > TIGHT_NANOS; i++) {
            long before = System.nanoTime();
            Instant now = Instant.now();
            long after = System.nanoTime();
            if (after - before < best) {
                best = after - before;
                sampledNanos = after;
                offset = now.getEpochSecond() * NANOS + now.getNano() - (before + (after - before) / 2);
            }
        }
        sampled = true;
    }
}

package net.diag.trace.probe;

import net.diag.sys.Clock;

/**
 * The monotonic clock moved to the epoch, so that it can be compared with the kernel's time stamps of
 * reception, which are CLOCK_REALTIME, yet doesn't step when somebody sets the date.
 */
final class ProbeClock {
    private static final long RESYNC_NANOS = 10_000_000_000L;
    private final Clock clock = new Clock();
    private long offset;
    private long syncedAt;

    ProbeClock() {
        sync();
    }

    private void sync() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = System.nanoTime();
            long real = clock.realtimeNanos();
            long after = System.nanoTime();
            if (after - before < best) {
                best = after - before;
                offset = real - before - (after - before) / 2;
            }
        }
        syncedAt = System.nanoTime();
    }

    long nowNanos() {
        return System.nanoTime() + offset;
    }

    /** Follow the slewing of the system's clock; to be called while no probe is in flight. */
    void follow() {
        if (System.nanoTime() - syncedAt > RESYNC_NANOS) {
            sync();
        }
    }
}

package net.diag.ping;

/**
 * When the next probe may go, by absolute deadlines: the n-th one is due at start + n × interval,
 * however late the ones before were, so the interval doesn't drift. A preload goes at once; after a
 * pause longer than an interval the missed slots are skipped, not made up for.
 *
 * <p>All times are nanoseconds of the monotonic clock.
 */
final class SendSchedule {
    /** An unlimited flood without replies still sends a hundred a second, as iputils. */
    static final long UNANSWERED_FLOOD_NANOS = 10_000_000;

    private final int preload;
    private long intervalNanos;
    private boolean adaptive;
    private boolean started;
    /** When the next probe is due, were there no preload. */
    private long due;

    private long lastSent;
    private long notBefore;
    private boolean held;

    SendSchedule(long intervalNanos, int preload) {
        this.intervalNanos = intervalNanos;
        this.preload = preload;
    }

    /** Let the next probe follow the last one by {@code nanos} from now on, off the grid. */
    void adapt(long nanos) {
        intervalNanos = nanos;
        adaptive = true;
    }

    long intervalNanos() {
        return intervalNanos;
    }

    /**
     * How long until the next probe may go; 0 or less: now.
     *
     * @param inFlight probes without answer
     */
    long waitNanos(long now, long inFlight) {
        if (!started) {
            started = true;
            due = now;
            return 0;
        }
        if (held) {
            if (now < notBefore) {
                return notBefore - now;
            }
            held = false;
        }
        if (intervalNanos == 0) {
            return inFlight < preload ? 0 : lastSent + UNANSWERED_FLOOD_NANOS - now;
        }
        if (adaptive) {
            return lastSent + intervalNanos - now;
        }
        return due - (preload - 1) * intervalNanos - now;
    }

    /** A probe has gone (or its sending has failed for good). */
    void sent(long now) {
        lastSent = now;
        if (intervalNanos > 0) {
            long behind = now - due;
            due += intervalNanos * (behind >= intervalNanos ? behind / intervalNanos + 1 : 1);
        }
    }

    /** Try again after {@code nanos}: the probe could not be handed over. */
    void retryIn(long nanos, long now) {
        notBefore = now + nanos;
        held = true;
    }
}

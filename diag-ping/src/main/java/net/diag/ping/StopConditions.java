package net.diag.ping;

/**
 * When a run ends: iputils' count, deadline and linger, and the conditions beyond it for scripts.
 * All times are nanoseconds of the monotonic clock.
 */
final class StopConditions {
    private static final long NANOS_PER_MILLI = 1_000_000L;
    private static final long NEVER = Long.MAX_VALUE;

    private final PingOptions options;
    private final long deadlineNanos;
    private long exitNanos = NEVER;
    private boolean exitScheduled;

    StopConditions(PingOptions options, long startNanos) {
        this.options = options;
        this.deadlineNanos =
                options.deadlineSeconds == 0 ? NEVER : startNanos + options.deadlineSeconds * 1000L * NANOS_PER_MILLI;
    }

    /** Whether all probes that were asked for have been sent. */
    boolean isSendingOver(EchoStatistics s) {
        return options.count > 0 && s.transmitted >= options.count && options.deadlineSeconds == 0;
    }

    /** After the last probe: set the end of the wait for replies, once. */
    void scheduleExit(EchoStatistics s, long now, long intervalNanos) {
        if (exitScheduled || !isSendingOver(s)) {
            return;
        }
        long wait = s.received > 0
                ? Math.max(2 * s.mostMicros() * 1000, intervalNanos)
                : options.lingerMillis * NANOS_PER_MILLI;
        if (wait > 0) {
            // A linger of 0 means for ever, until a first reply sets the wait.
            exitScheduled = true;
            exitNanos = now + wait;
        }
    }

    /** Whether the counts end the run. */
    boolean isReached(EchoTarget target) {
        EchoStatistics s = target.statistics;
        long answered = s.received + (options.untilReachable ? 0 : s.errors);
        if (options.count > 0 && answered >= options.count) {
            return true;
        }
        if (options.deadlineSeconds > 0 && s.errors > 0 && !options.untilReachable) {
            return true;
        }
        return options.untilReachable && s.received > 0
                || options.stopAfterLosses > 0 && target.sequences.currentRun() >= options.stopAfterLosses;
    }

    /** How long until time ends the run; 0 or less: now. */
    long remainingNanos(long now) {
        long end = NEVER;
        if (deadlineNanos != NEVER) {
            end = deadlineNanos - now;
        }
        return exitNanos == NEVER ? end : Math.min(end, exitNanos - now);
    }
}

package net.diag.ping;

/**
 * The arithmetic of one round-trip time over two clocks: the kernel's stamps are CLOCK_REALTIME, which
 * may be set while the probe is under way; the monotonic clock bounds what can be true.
 *
 * @param nanos the time, never negative and never more than the monotonic clock saw pass
 * @param timing what it was taken from
 */
record RoundTrip(long nanos, RttTiming timing) {
    /** A smaller change of the clocks' offset is the noise of reading two clocks. */
    private static final long CLOCK_STEP_NANOS = 200_000;
    /** A stamp may precede the program's own reading by no more than its noise. */
    private static final long NOISE_NANOS = 20_000;

    /**
     * Compute it.
     *
     * @param departure the kernel's stamp of departure, or 0 without
     * @param sentNanos when the program sent, by the monotonic clock
     * @param sentRealtime the same moment in nanoseconds since the epoch, as the clock stood then
     * @param arrival the kernel's stamp of arrival
     * @param seenNanos when the program saw it, by the monotonic clock
     * @param seenRealtime the same moment in nanoseconds since the epoch, as the clock stands now
     */
    static RoundTrip of(
            long departure, long sentNanos, long sentRealtime, long arrival, long seenNanos, long seenRealtime) {
        long seen = seenNanos - sentNanos;
        RttTiming timing = departure > 0 ? RttTiming.KERNEL : RttTiming.KERNEL_RECEIVE;
        long rtt = arrival - (departure > 0 ? departure : sentRealtime);
        long step = seenRealtime - seenNanos - (sentRealtime - sentNanos);
        if (Math.abs(step) > CLOCK_STEP_NANOS) {
            timing = RttTiming.CLOCK_STEP;
            rtt -= step;
        }
        if (rtt >= 0 && rtt <= seen + NOISE_NANOS) {
            return new RoundTrip(Math.min(rtt, seen), timing);
        }
        // The stamps make no sense together: the clock was set between a stamp and the program's look at it.
        return new RoundTrip(seen, timing == RttTiming.CLOCK_STEP ? timing : RttTiming.USER);
    }
}

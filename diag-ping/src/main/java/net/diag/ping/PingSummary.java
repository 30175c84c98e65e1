package net.diag.ping;

import net.diag.record.IpAddress;

/**
 * The figures of one target at the end of a run, or in between.
 *
 * @param timeNanos when it was made, nanoseconds since the epoch
 * @param name the destination as named
 * @param address where probes went
 * @param interim whether the run goes on
 * @param transmitted probes sent
 * @param received probes answered
 * @param duplicates further replies to an answered probe
 * @param corrupted replies with a wrong checksum
 * @param errors ICMP errors and local errors
 * @param late of {@code received}, those that came after the probe had been given up
 * @param unexpected replies and errors about probes that weren't sent
 * @param altered replies with another payload than was sent
 * @param lost probes without answer, long enough ago
 * @param inFlight probes without answer yet
 * @param overflowed replies that this program's own receive buffer had no room for
 * @param elapsedNanos from the start to the last attempt to send
 */
record PingSummary(
        long timeNanos,
        String name,
        IpAddress address,
        boolean interim,
        long transmitted,
        long received,
        long duplicates,
        long corrupted,
        long errors,
        long late,
        long unexpected,
        long altered,
        long lost,
        long inFlight,
        long overflowed,
        double lossPercent,
        long elapsedNanos,
        long timed,
        long rttMin,
        long rttAvg,
        long rttMax,
        long rttMdev,
        long rttP50,
        long rttP90,
        long rttP99,
        long rttP999,
        long jitter,
        long lossBursts,
        long longestLossBurst,
        long reordered,
        long clockSteps) {
    private static final long NANOS_PER_MICRO = 1000;
    private static final long ABSENT = -1;

    static PingSummary of(EchoTarget t, EchoEngine engine, long timeNanos, boolean interim) {
        EchoStatistics s = t.statistics;
        RttDistribution d = t.distribution;
        boolean some = s.timed() > 0;
        return new PingSummary(
                timeNanos,
                t.name,
                RecordAddress.of(t.address),
                interim,
                s.transmitted,
                s.received,
                s.duplicates,
                s.corrupted,
                s.errors,
                s.late,
                s.unexpected,
                s.altered,
                t.sequences.lost(),
                interim ? s.inFlight() : engine.inFlightAtEnd(),
                engine.matcher().overflows(),
                s.transmitted == 0 ? 0 : (s.transmitted - s.received) * 100.0 / s.transmitted,
                engine.elapsedNanos(),
                s.timed(),
                some ? s.leastMicros() * NANOS_PER_MICRO : ABSENT,
                some ? s.averageMicros() * NANOS_PER_MICRO : ABSENT,
                some ? s.mostMicros() * NANOS_PER_MICRO : ABSENT,
                some ? s.deviationMicros() * NANOS_PER_MICRO : ABSENT,
                some ? d.quantileNanos(0.5) : ABSENT,
                some ? d.quantileNanos(0.9) : ABSENT,
                some ? d.quantileNanos(0.99) : ABSENT,
                some ? d.quantileNanos(0.999) : ABSENT,
                some ? (long) d.jitterNanos() : ABSENT,
                t.sequences.bursts(),
                t.sequences.longestBurst(),
                t.sequences.reordered(),
                engine.matcher().clockSteps());
    }
}

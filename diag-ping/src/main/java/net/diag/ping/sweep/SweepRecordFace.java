package net.diag.ping.sweep;

import net.diag.record.RecordSink;
import net.diag.sys.Clock;

/** The events of a sweep as records. */
final class SweepRecordFace implements SweepListener {
    private final RecordSink sink;
    private final Clock clock = new Clock();

    SweepRecordFace(RecordSink sink) {
        this.sink = sink;
    }

    private SweepRecords.Event event(
            SweepTarget t, int round, String how, long rttNanos, int lengthBytes, int ttl, String from, String error) {
        return new SweepRecords.Event(
                clock.realtimeNanos(),
                t.name(),
                t.ipAddress(),
                round + 1,
                how,
                rttNanos,
                lengthBytes,
                ttl,
                from,
                error);
    }

    @Override
    public void replied(SweepTarget t, int round, String how, int lengthBytes, int ttl, long rttNanos) {
        sink.accept(SweepRecords.REPLY, event(t, round, how, rttNanos, lengthBytes, ttl, null, null));
    }

    @Override
    public void again(SweepTarget t, int round, boolean late) {
        // counted in the target's report
    }

    @Override
    public void timedOut(SweepTarget t, int round) {
        sink.accept(SweepRecords.TIMEOUT, event(t, round, null, -1, -1, -1, null, null));
    }

    @Override
    public void failed(SweepTarget t, int round, String offender, String text) {
        sink.accept(SweepRecords.ERROR, event(t, round, null, -1, -1, -1, offender, text));
    }
}

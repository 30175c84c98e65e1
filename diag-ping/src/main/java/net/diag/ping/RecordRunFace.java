package net.diag.ping;

import net.diag.record.RecordSink;
import net.diag.sys.Clock;
import net.diag.sys.Errno;

/** One record per event, for {@code --json} and for the shell. Nothing else goes to standard output. */
final class RecordRunFace implements RunFace, EchoListener {
    private final RecordSink sink;
    private final PingOptions options;
    private final EchoSocket socket;
    private final Clock clock = new Clock();
    private EchoEngine engine;

    RecordRunFace(RecordSink sink, PingOptions options, EchoSocket socket) {
        this.sink = sink;
        this.options = options;
        this.socket = socket;
    }

    @Override
    public void begin(EchoTarget t) {
        sink.accept(
                PingRecords.START,
                new PingStart(
                        clock.realtimeNanos(),
                        t.name,
                        RecordAddress.of(t.address),
                        RecordAddress.of(socket.source()),
                        options.device,
                        options.payloadLength,
                        options.intervalMillis * 1_000_000L,
                        socket.identifier()));
    }

    @Override
    public EchoListener listener() {
        return this;
    }

    @Override
    public void running(EchoEngine started) {
        engine = started;
    }

    @Override
    public boolean wantsReplies() {
        return !options.quiet;
    }

    @Override
    public void sent(EchoTarget t, long sequence, long timeNanos) {
        if (options.verbose && !options.quiet) {
            sink.accept(PingRecords.SENT, event(t, sequence, timeNanos));
        }
    }

    private static ProbeEvent event(EchoTarget t, long sequence, long timeNanos) {
        return new ProbeEvent(timeNanos, RecordAddress.of(t.address), sequence, null, 0);
    }

    @Override
    public void unanswered(EchoTarget t, long sequence) {
        if (!options.quiet) {
            sink.accept(PingRecords.UNANSWERED, event(t, sequence, clock.realtimeNanos()));
        }
    }

    @Override
    public void reply(EchoTarget t, EchoReply r, boolean badChecksum) {
        if (r != null) {
            sink.accept(r.duplicate() ? PingRecords.DUPLICATE : PingRecords.REPLY, r);
        }
    }

    @Override
    public void error(EchoTarget t, EchoError e) {
        if (!options.quiet) {
            sink.accept(PingRecords.ERROR, e);
        }
    }

    @Override
    public void localError(EchoTarget t, long sequence, int errno, int mtu, boolean fromQueue) {
        if (!options.quiet) {
            int pathMtu = errno == Errno.EMSGSIZE ? mtu : 0;
            sink.accept(
                    PingRecords.LOCAL_ERROR,
                    new ProbeEvent(
                            clock.realtimeNanos(),
                            RecordAddress.of(t.address),
                            sequence,
                            Errno.message(errno),
                            pathMtu));
        }
    }

    @Override
    public void unexpected(EchoTarget t, EchoReply r) {
        if (!options.quiet) {
            sink.accept(PingRecords.UNEXPECTED, r);
        }
    }

    @Override
    public void lost(EchoTarget t, long sequence, long timeNanos) {
        if (!options.quiet) {
            sink.accept(PingRecords.TIMEOUT, event(t, sequence, timeNanos));
        }
    }

    @Override
    public void interim(EchoTarget t) {
        summary(t, true);
        sink.flush();
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public void end(EchoTarget t, EchoEngine ended) {
        engine = ended;
        summary(t, false);
        sink.finish();
    }

    private void summary(EchoTarget t, boolean interim) {
        sink.accept(PingRecords.SUMMARY, PingSummary.of(t, engine, clock.realtimeNanos(), interim));
    }
}

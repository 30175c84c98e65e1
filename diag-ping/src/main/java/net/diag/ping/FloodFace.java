package net.diag.ping;

import net.diag.record.TextOut;

/** A flood's picture: a dot per probe, taken back by its reply. */
final class FloodFace implements EchoListener {
    private static final String TAKEN_BACK = "\b \b";

    private final TextOut out;
    private final PingOptions options;
    private final int columns;
    private final InterimLine interimLine;

    /** A face for a terminal of {@code columns}; {@link Integer#MAX_VALUE} for anything else. */
    FloodFace(TextOut out, PingOptions options, int columns, InterimLine interimLine) {
        this.out = out;
        this.options = options;
        this.columns = columns;
        this.interimLine = interimLine;
    }

    @Override
    public boolean wantsReplies() {
        return false;
    }

    @Override
    public void sent(EchoTarget target, long sequence, long timeNanos) {
        // More dots than a line holds could not be taken back.
        EchoStatistics s = target.statistics;
        if (options.preload < columns && s.pipe() < columns || s.inFlight() < columns) {
            put(".");
        }
    }

    @Override
    public void unanswered(EchoTarget target, long sequence) {
        put("no answer yet for icmp_seq=" + sequence % PingOptions.SEQUENCES + "\n");
    }

    @Override
    public void reply(EchoTarget target, EchoReply reply, boolean badChecksum) {
        put(badChecksum ? "\bC" : TAKEN_BACK);
        if (options.audible) {
            put("\u0007");
        }
    }

    @Override
    public void error(EchoTarget target, EchoError error) {
        if (error.fatalToProbe()) {
            put("\bE");
        }
    }

    @Override
    public void localError(EchoTarget target, long sequence, int errno, int mtu, boolean fromQueue) {
        put("E");
    }

    @Override
    public void unexpected(EchoTarget target, EchoReply reply) {
        put("?");
    }

    @Override
    public void lost(EchoTarget target, long sequence, long timeNanos) {
        // its dot stays
    }

    @Override
    public void interim(EchoTarget target) {
        out.flush();
        interimLine.print(target.statistics);
    }

    @Override
    public void flush() {
        out.flush();
    }

    private void put(String s) {
        if (!options.quiet) {
            out.print(s);
        }
    }
}

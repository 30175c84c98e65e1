package net.diag.ping;

import net.diag.record.TextOut;

/** What {@code --stats} adds below the summary: the distribution, and what became of the rest. */
final class StatisticsText {
    private final TextOut out;

    StatisticsText(TextOut out) {
        this.out = out;
    }

    void print(EchoTarget target, EchoEngine engine) {
        RttDistribution d = target.distribution;
        StringBuilder b = new StringBuilder(256);
        if (d.count() > 0) {
            b.append("rtt p50/p90/p99/p99.9 = ");
            appendMillis(b, d.quantileNanos(0.5)).append('/');
            appendMillis(b, d.quantileNanos(0.9)).append('/');
            appendMillis(b, d.quantileNanos(0.99)).append('/');
            appendMillis(b, d.quantileNanos(0.999)).append(" ms, jitter ");
            appendMillis(b, (long) d.jitterNanos()).append(" ms\n");
        }
        SequenceRecord q = target.sequences;
        EchoStatistics s = target.statistics;
        b.append("lost ").append(q.lost()).append(", in flight ").append(engine.inFlightAtEnd());
        b.append(", late ")
                .append(s.late)
                .append(", overflowed here ")
                .append(engine.matcher().overflows());
        b.append(", loss bursts ").append(q.bursts()).append(" (longest ").append(q.longestBurst());
        b.append("), reordered ").append(q.reordered()).append(", unexpected ").append(s.unexpected);
        b.append(", altered ").append(s.altered).append('\n');
        out.print(b);
        out.flush();
    }

    private static StringBuilder appendMillis(StringBuilder b, long nanos) {
        EchoTextFace.appendThousandths(b, (nanos + 500) / 1000);
        return b;
    }
}

package net.diag.ping;

import net.diag.record.TextOut;

/** The summary at the end of a run, in iputils' three lines. */
final class SummaryText {
    private final TextOut out;
    private final PingOptions options;

    SummaryText(TextOut out, PingOptions options) {
        this.out = out;
        this.options = options;
    }

    /**
     * Print the summary of {@code target}.
     *
     * @param elapsedNanos from the start to the last attempt to send
     * @param intervalNanos the interval in use at the end
     */
    void print(EchoTarget target, long elapsedNanos, long intervalNanos) {
        EchoStatistics s = target.statistics;
        StringBuilder b = new StringBuilder(256);
        b.append("\n--- ").append(target.name).append(" ping statistics ---\n");
        b.append(s.transmitted)
                .append(" packets transmitted, ")
                .append(s.received)
                .append(" received");
        appendCount(b, s.duplicates, " duplicates");
        appendCount(b, s.corrupted, " corrupted");
        appendCount(b, s.errors, " errors");
        if (s.transmitted > 0) {
            b.append(", ");
            SixFigures.append(b, s.lossPercent());
            b.append("% packet loss, time ")
                    .append((elapsedNanos + 500_000) / 1_000_000)
                    .append("ms");
        }
        b.append('\n');
        String comma = "";
        if (s.timed() > 0) {
            b.append("rtt min/avg/max/mdev = ");
            EchoTextFace.appendThousandths(b, s.leastMicros());
            b.append('/');
            EchoTextFace.appendThousandths(b, s.averageMicros());
            b.append('/');
            EchoTextFace.appendThousandths(b, s.mostMicros());
            b.append('/');
            EchoTextFace.appendThousandths(b, s.deviationMicros());
            b.append(" ms");
            comma = ", ";
        }
        if (s.pipe() > 1) {
            b.append(comma).append("pipe ").append(s.pipe());
            comma = ", ";
        }
        boolean rated = intervalNanos == 0 || options.flood || options.adaptive;
        if (s.received > 0 && rated && s.transmitted > 1) {
            b.append(comma).append("ipg/ewma ");
            EchoTextFace.appendThousandths(b, elapsedNanos / 1000 / (s.transmitted - 1));
            b.append('/');
            EchoTextFace.appendThousandths(b, s.ewmaMicros());
            b.append(" ms");
        }
        b.append('\n');
        out.print(b);
        out.flush();
    }

    private static void appendCount(StringBuilder b, long count, String what) {
        if (count > 0) {
            b.append(", +").append(count).append(what);
        }
    }
}

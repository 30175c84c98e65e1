package net.diag.ping;

import net.diag.record.TextOut;

/** What iputils prints on standard error for SIGQUIT: the figures so far, over the {@code ^\} of the terminal. */
final class InterimLine {
    private final TextOut err;

    InterimLine(TextOut err) {
        this.err = err;
    }

    void print(EchoStatistics s) {
        StringBuilder line = new StringBuilder(96);
        long loss = s.transmitted == 0 ? 0 : (s.transmitted - s.received) * 100 / s.transmitted;
        line.append('\r').append(s.received).append('/').append(s.transmitted).append(" packets, ");
        line.append(loss).append("% loss");
        if (s.timed() > 0) {
            line.append(", min/avg/ewma/max = ");
            EchoTextFace.appendThousandths(line, s.leastMicros());
            line.append('/');
            EchoTextFace.appendThousandths(line, s.averageMicros());
            line.append('/');
            EchoTextFace.appendThousandths(line, s.ewmaMicros());
            line.append('/');
            EchoTextFace.appendThousandths(line, s.mostMicros());
            line.append(" ms");
        }
        err.print(line).println();
        err.flush();
    }
}

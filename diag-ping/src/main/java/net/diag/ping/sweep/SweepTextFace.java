package net.diag.ping.sweep;

import java.util.List;
import net.diag.record.Escape;
import net.diag.record.TextOut;

/** The text of a sweep, in fping's layout. */
final class SweepTextFace implements SweepListener {
    /** What is reported. */
    record Report(boolean onlyAlive, boolean onlyUnreachable, boolean elapsed, boolean quiet, boolean percentiles) {}

    private final TextOut out;
    private final TextOut err;
    private final Report report;
    private final boolean counting;

    SweepTextFace(TextOut out, TextOut err, Report report, boolean counting) {
        this.out = out;
        this.err = err;
        this.report = report;
        this.counting = counting;
    }

    private static String name(SweepTarget t) {
        return Escape.text(t.name());
    }

    private static TextOut millis(TextOut o, long nanos) {
        // fping's figures: three significant digits, from 0.001 on
        long micros = Math.round(nanos / 1000.0);
        if (micros < 1000) {
            return o.printFixed(micros, 3);
        }
        if (micros < 10_000) {
            return o.printFixed(Math.round(micros / 10.0), 2);
        }
        if (micros < 100_000) {
            return o.printFixed(Math.round(micros / 100.0), 1);
        }
        return o.print(Math.round(micros / 1000.0));
    }

    @Override
    public void replied(SweepTarget t, int round, String how, int lengthBytes, int ttl, long rttNanos) {
        if (report.quiet) {
            return;
        }
        if (!counting) {
            if (t.received() == 1 && !report.onlyUnreachable) {
                out.print(name(t)).print(report.onlyAlive ? "" : " is alive");
                if (report.elapsed) {
                    out.print(" (");
                    millis(out, rttNanos).print(" ms)");
                }
                out.println();
            }
            return;
        }
        out.print(name(t)).print(" : [").print(round).print("], ");
        if (how == null) {
            out.print(lengthBytes).print(" bytes, ");
        } else {
            out.print(how).print(", ");
        }
        millis(out, rttNanos).print(" ms (");
        millis(out, t.averageNanos())
                .print(" avg, ")
                .print(loss(t))
                .print("% loss)")
                .println();
    }

    private static int loss(SweepTarget t) {
        return t.sent() == 0 ? 0 : (t.sent() - Math.min(t.sent(), t.received())) * 100 / t.sent();
    }

    @Override
    public void again(SweepTarget t, int round, boolean late) {
        if (!report.quiet && counting) {
            out.print(name(t))
                    .print(late ? " : late reply for [" : " : duplicate for [")
                    .print(round)
                    .print("]")
                    .println();
        }
    }

    @Override
    public void timedOut(SweepTarget t, int round) {
        if (!report.quiet && counting) {
            out.print(name(t)).print(" : [").print(round).print("], timed out (");
            if (t.isAlive()) {
                millis(out, t.averageNanos()).print(" avg, ");
            } else {
                out.print("NaN avg, ");
            }
            out.print(loss(t)).print("% loss)").println();
        }
    }

    @Override
    public void failed(SweepTarget t, int round, String offender, String text) {
        if (report.quiet) {
            return;
        }
        if (offender == null) {
            err.print(name(t)).print(": error while sending ping: ").print(text).println();
        } else {
            err.print(text)
                    .print(" from ")
                    .print(offender)
                    .print(" for ICMP Echo sent to ")
                    .print(name(t))
                    .println();
        }
    }

    /** The reports of all targets, and of names that failed. */
    void finish(List<SweepTarget> all, SweepTotals totals) {
        for (SweepTarget t : all) {
            if (t.failure() != null) {
                err.print(Escape.text(t.failure())).println();
            } else if (counting) {
                summary(t);
            } else if (!t.isAlive() && !report.quiet && !report.onlyAlive && t.sent() > 0) {
                out.print(name(t))
                        .print(report.onlyUnreachable ? "" : " is unreachable")
                        .println();
            }
        }
        if (totals.overflowed() > 0) {
            err.print("warning: ")
                    .print(totals.overflowed())
                    .print(" replies were lost to this machine's full socket buffer, not to the network")
                    .println();
        }
    }

    private void summary(SweepTarget t) {
        out.print(name(t)).print(" : xmt/rcv/%loss = ");
        out.print(t.sent())
                .print('/')
                .print(t.received())
                .print('/')
                .print(loss(t))
                .print('%');
        if (t.isAlive()) {
            out.print(", min/avg/max = ");
            millis(out, t.minNanos()).print('/');
            millis(out, t.averageNanos()).print('/');
            millis(out, t.maxNanos());
            if (report.percentiles) {
                out.print(", p50/p90/p99 = ");
                millis(out, t.percentileNanos(50)).print('/');
                millis(out, t.percentileNanos(90)).print('/');
                millis(out, t.percentileNanos(99));
            }
        }
        if (t.late() > 0) {
            out.print(", late = ").print(t.late());
        }
        out.println();
    }

    /** fping's block of totals ({@code -s} there), on standard error. */
    void totals(SweepTotals s) {
        err.println();
        line("targets", s.targets());
        line("alive", s.alive());
        line("unreachable", s.unreachable());
        line("unknown addresses", s.unresolved());
        line("ICMP Echos sent", s.transmitted());
        line("ICMP Echo Replies received", s.received());
        line("late replies", s.late());
        line("errors", s.errors());
        err.printRight(s.elapsedNanos() / 1_000_000, 8).print(" ms elapsed").println();
    }

    private void line(String what, long n) {
        err.printRight(n, 8).print(' ').print(what).println();
    }
}

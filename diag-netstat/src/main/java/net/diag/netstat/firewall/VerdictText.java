package net.diag.netstat.firewall;

import net.diag.record.Escape;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.TextOut;

/** A verdict in words, with the rule that makes it. */
final class VerdictText implements RecordSink {
    private final ExplainRequest question;
    private final TextOut out;

    VerdictText(ExplainRequest question, TextOut out) {
        this.question = question;
        this.out = out;
    }

    @Override
    public <R> void accept(RecordType<R> type, R r) {
        if (r instanceof Verdict v) {
            out.print(question.text()).print(": ").print(way(v)).print(": ").println(v.verdict());
            if (v.position() < 0) {
                out.println("  no rule has a say");
                return;
            }
            boolean unknown = v.verdict().equals("unknown");
            out.print(unknown ? "  it can't be said what this rule does: " : "  decided by: ");
            out.print(v.engine()).print(", table ").print(v.family()).print(' ').print(Escape.text(v.table()));
            out.print(", chain ").print(Escape.text(v.chain())).print(" at ").print(v.hook());
            if (v.position() > 0) {
                out.print(", rule ").print(v.position());
                out.print(v.handle() < 0 ? "" : " (handle " + v.handle() + ')');
            }
            out.println().print("    ").println(Escape.text(v.rule()));
        }
    }

    private static String way(Verdict v) {
        return switch (v.path()) {
            case "output" -> "from this host" + (v.oif().isEmpty() ? "" : " by " + v.oif());
            case "forward" -> "forwarded from " + v.iif() + (v.oif().isEmpty() ? "" : " to " + v.oif());
            case "loopback" -> "from this host to itself";
            default -> "to this host" + (v.iif().isEmpty() ? "" : " at " + v.iif());
        };
    }

    @Override
    public void flush() {}

    @Override
    public void finish() {}
}

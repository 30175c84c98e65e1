package net.diag.trace.text;

import net.diag.record.Escape;
import net.diag.record.IpAddress;
import net.diag.record.TextOut;
import net.diag.trace.engine.HopDistance;
import net.diag.trace.names.NameService;
import net.diag.trace.names.Whois;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.AnswerKind;
import net.diag.trace.probe.ExtensionText;
import net.diag.trace.probe.Method;
import net.diag.trace.probe.Probe;

/**
 * The hop lines as traceroute prints them. An address is printed for a row's first answer, and again
 * when it, its extensions or (with {@code --back}) its TTL differ from the answer before.
 */
public final class TextFace {
    private final TextOut out;
    private final Style style;
    private final NameService names;
    private final Whois whois;
    private Answer previous;

    /**
     * What is shown beside address and time.
     *
     * @param numeric no names
     * @param extensions ICMP extensions
     * @param tcpFlags flags of TCP answers
     * @param back the way back's length where it differs
     */
    public record Style(boolean numeric, boolean extensions, boolean tcpFlags, boolean back) {}

    /** A face that prints to {@code out}; {@code whois} may be null. */
    public TextFace(TextOut out, Style style, NameService names, Whois whois) {
        this.out = out;
        this.style = style;
        this.names = names;
        this.whois = whois;
    }

    /** {@code traceroute to HOST (ADDRESS), N hops max, N byte packets}, without the newline. */
    public void header(String host, IpAddress address, int maxTtl, int packetLength) {
        out.print("traceroute to ").print(Escape.text(host)).print(" (").print(address.toString());
        out.print("), ").print(maxTtl).print(" hops max, ").print(packetLength).print(" byte packets");
    }

    /** One place of the path; {@code query} 0 begins the row. */
    public void place(int ttl, int query, Probe probe) {
        place(ttl, query, probe.answer(), probe.rttNanos(), 0);
    }

    /** The same, with {@code F=mtu} behind the time when {@code mtu} is positive. */
    public void place(int ttl, int query, Answer answer, long rttNanos, int mtu) {
        if (query == 0) {
            out.println();
            out.printRight(ttl, 2).print(' ');
            previous = null;
        }
        if (answer == null) {
            out.print(" *");
        } else {
            answered(ttl, answer);
            out.print("  ").printFixed((Math.max(0, rttNanos) + 500) / 1000, 3).print(" ms");
            String annotation = Annotation.of(answer);
            if (!annotation.isEmpty()) {
                out.print(' ').print(annotation);
            }
        }
        if (mtu > 0) {
            out.print(" F=").print(mtu);
        }
    }

    private void answered(int ttl, Answer answer) {
        if (answer.kind() == AnswerKind.LOCAL_ERROR || answer.from() == null) {
            out.print(" *");
            return;
        }
        String extra = extra(answer);
        boolean changed = previous == null
                || !previous.from().equals(answer.from())
                || !extra(previous).equals(extra)
                || style.back() && previous.replyTtl() != answer.replyTtl();
        if (changed) {
            address(answer.from());
            if (!extra.isEmpty()) {
                out.print(" <").print(extra).print('>');
            }
            int back = HopDistance.hopsBack(answer.replyTtl());
            if (style.back() && back > 0 && back != ttl) {
                out.print(" '-").print(back).print('\'');
            }
        }
        previous = answer;
    }

    private String extra(Answer a) {
        if (style.tcpFlags() && a.kind() == AnswerKind.TCP && a.tcpFlags() >= 0) {
            return Method.flagsText(a.tcpFlags());
        }
        return style.extensions() && !a.extensions().isEmpty() ? ExtensionText.of(a.extensions()) : "";
    }

    private void address(IpAddress a) {
        String text = a.toString();
        if (style.numeric()) {
            out.print(' ').print(text);
        } else {
            String name = names.name(a);
            out.print(' ').print(name == null ? text : Escape.text(name));
            out.print(" (").print(text).print(')');
        }
        if (whois != null) {
            out.print(" [").print(whois.text(a)).print(']');
        }
    }

    /** The end of the last line. */
    public void end() {
        out.println();
    }
}

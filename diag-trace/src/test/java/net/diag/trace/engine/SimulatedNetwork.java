package net.diag.trace.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import net.diag.record.IpAddress;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.AnswerKind;
import net.diag.trace.probe.AnswerSink;
import net.diag.trace.probe.Probe;
import net.diag.trace.probe.ProbeChannel;

/**
 * A network that exists only as a description, with a clock of its own: waiting costs nothing and the
 * same description gives the same trace. One line per hop:
 *
 * <pre>
 * 1 10.0.0.1 2ms                 a router, 2 ms away and back
 * 2 silent
 * 3 10.0.0.3 5ms answers=2       only the first two answers (a rate limit)
 * 4 10.0.0.4 9ms refuses=3/1     says no: ICMP type and code
 * 5 10.0.0.5 12ms target         the end; "target echo": answers without a quote
 * </pre>
 */
class SimulatedNetwork implements ProbeChannel {
    private record Hop(
            IpAddress address, long rttNanos, int answers, int type, int code, boolean target, boolean echo) {}

    private record Arrival(long at, int order, Answer answer) {}

    private final Map<Integer, Hop> hops = new HashMap<>();
    private final Map<Integer, Integer> answered = new HashMap<>();
    private final PriorityQueue<Arrival> arrivals =
            new PriorityQueue<>((a, b) -> a.at != b.at ? Long.compare(a.at, b.at) : Integer.compare(a.order, b.order));
    private final int last;
    final List<Probe> sent = new ArrayList<>();
    private long now = 1_000_000_000_000L;
    final long started = now;
    private int order;
    private final Map<Integer, Integer> drops = new HashMap<>();

    /** Lose the first {@code count} answers of hop {@code ttl}. */
    void drop(int ttl, int count) {
        drops.put(ttl, count);
    }

    SimulatedNetwork(String description) {
        int end = 0;
        for (String line : description.strip().split("\n")) {
            String[] w = line.strip().split("\\s+");
            int ttl = Integer.parseInt(w[0]);
            end = Math.max(end, ttl);
            if (w[1].equals("silent")) {
                continue;
            }
            long rtt = Long.parseLong(w[2].replace("ms", "")) * 1_000_000L;
            int answers = Integer.MAX_VALUE;
            int type = 11;
            int code = 0;
            boolean target = false;
            boolean echo = false;
            for (int i = 3; i < w.length; i++) {
                if (w[i].startsWith("answers=")) {
                    answers = Integer.parseInt(w[i].substring(8));
                } else if (w[i].startsWith("refuses=")) {
                    String[] tc = w[i].substring(8).split("/");
                    type = Integer.parseInt(tc[0]);
                    code = Integer.parseInt(tc[1]);
                } else if (w[i].equals("target")) {
                    target = true;
                    type = 3;
                    code = 3;
                } else if (w[i].equals("echo")) {
                    echo = true;
                }
            }
            hops.put(ttl, new Hop(IpAddress.parse(w[1]), rtt, answers, type, code, target, echo));
        }
        last = end;
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public boolean send(Probe probe) {
        now += 10_000;
        probe.sent(now);
        sent.add(probe);
        int ttl = probe.ttl();
        for (int t = 1; t <= Math.min(ttl, last); t++) {
            Hop h = hops.get(t);
            boolean stops = t == ttl || t == last || h != null && h.type == 3;
            if (!stops) {
                continue;
            }
            int number = answered.merge(t, 1, Integer::sum);
            if (h != null && number <= h.answers && number > drops.getOrDefault(t, 0)) {
                boolean expired = h.type == 11;
                Answer a = h.echo
                        ? Answer.reply(probe.id(), AnswerKind.ECHO_REPLY, h.address, now + h.rttNanos, 65 - t, -1)
                        : new Answer(
                                probe.id(),
                                AnswerKind.ICMP_ERROR,
                                h.address,
                                h.type,
                                h.code,
                                now + h.rttNanos,
                                65 - t,
                                expired ? 1 : ttl - t + 1,
                                0,
                                0,
                                -1,
                                -1,
                                -1,
                                List.of());
                arrivals.add(new Arrival(now + h.rttNanos, order++, a));
            }
            return true;
        }
        return true;
    }

    @Override
    public void await(long timeoutNanos, AnswerSink sink) {
        long until = now + timeoutNanos;
        if (!arrivals.isEmpty() && arrivals.peek().at <= until) {
            now = Math.max(now, arrivals.peek().at);
        } else {
            now = until;
        }
        while (!arrivals.isEmpty() && arrivals.peek().at <= now) {
            sink.accept(arrivals.poll().answer());
        }
    }

    @Override
    public long readLagNanos() {
        return 0;
    }

    @Override
    public void release(Probe probe) {}

    @Override
    public void close() {}
}

package net.diag.trace.record;

import java.util.List;
import net.diag.record.FieldType;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;
import net.diag.trace.engine.HopDistance;
import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;
import net.diag.trace.text.Annotation;

/**
 * What became of one probe.
 *
 * @param target where the probe was going
 * @param ttl the hop
 * @param query which of the hop's probes, from 1
 * @param probe the probe
 */
public record ProbeReply(IpAddress target, int ttl, int query, Probe probe) {
    /** Holder of the record type, loaded only when records are wanted. */
    public static final class Type {
        private static final String[] WORDS = {"icmp_error", "echo_reply", "tcp", "data", "local_error"};

        public static final RecordType<ProbeReply> REPLY = RecordType.<ProbeReply>of(
                        "diag/trace/reply/1", "what became of one probe")
                .time("time", r -> r.probe.sentNanos(), "when the probe was sent")
                .address("target", ProbeReply::target, "where the probe was going")
                .integer("ttl", ProbeReply::ttl, "the hop")
                .integer("query", ProbeReply::query, "which of the hop's probes, from 1")
                .integer(
                        "sentTtl",
                        r -> r.probe.ttl(),
                        "TTL of the probe; larger than the hop when the distance was computed")
                .bytes("size", r -> r.probe.sizeBytes(), "the whole packet's length")
                .flag("answered", r -> r.answer() != null, "whether anything came back")
                .address("from", r -> r.answer() == null ? null : r.answer().from(), "who answered")
                .duration("rtt", r -> r.probe.rttNanos(), "round-trip time")
                .absentIs(-1)
                .word("kind", r -> r.answer() == null ? null : word(r.answer()), "what answered", WORDS)
                .optional()
                .integer("icmpType", r -> number(r, 0), "ICMP type of the error")
                .absentIs(-1)
                .integer("icmpCode", r -> number(r, 1), "ICMP code of the error")
                .absentIs(-1)
                .text(
                        "annotation",
                        r -> r.answer() == null ? "" : Annotation.of(r.answer()),
                        "why the path ends, as !H")
                .presentIf(r -> r.answer() != null && !Annotation.of(r.answer()).isEmpty())
                .integer("replyTtl", r -> number(r, 2), "TTL of the answer on arrival")
                .absentIs(-1)
                .integer("hopsBack", r -> HopDistance.hopsBack(number(r, 2)), "guessed length of the way back")
                .absentIs(-1)
                .integer("quotedTtl", r -> number(r, 3), "TTL that was left where the error was made")
                .absentIs(-1)
                .integer("quotedTos", r -> number(r, 4), "TOS that the probe had there")
                .absentIs(-1)
                .bytes("mtu", r -> number(r, 5), "MTU of the next link, of a too-big error")
                .absentIs(-1)
                .list("extensions", ProbeReply::extensions, FieldType.TEXT, "ICMP extension objects")
                .presentIf(r -> !r.extensions().isEmpty())
                .build();

        private Type() {}

        private static String word(Answer a) {
            return switch (a.kind()) {
                case ICMP_ERROR -> "icmp_error";
                case ECHO_REPLY -> "echo_reply";
                case TCP -> "tcp";
                case DATA -> "data";
                case LOCAL_ERROR -> "local_error";
            };
        }

        private static int number(ProbeReply r, int which) {
            Answer a = r.answer();
            if (a == null) {
                return -1;
            }
            return switch (which) {
                case 0 -> a.type();
                case 1 -> a.code();
                case 2 -> a.replyTtl();
                case 3 -> a.quotedTtl();
                case 4 -> a.quotedTos();
                default -> a.mtu();
            };
        }
    }

    private Answer answer() {
        return probe.answer();
    }

    private List<String> extensions() {
        List<String> texts = new java.util.ArrayList<>();
        if (answer() != null) {
            answer().extensions().forEach(e -> texts.add(e.toString()));
        }
        return texts;
    }
}

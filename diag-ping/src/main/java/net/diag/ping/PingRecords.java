package net.diag.ping;

import java.util.List;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/**
 * The records of diag-ping: names, units and meanings, declared once for JSON, expressions and
 * documentation. Loaded only when records are asked for.
 */
final class PingRecords {
    private static final String[] TIMINGS = {"kernel", "kernel-receive", "user", "clock-step"};

    static final RecordType<PingStart> START = RecordType.<PingStart>of("diag/ping/start/1", "the beginning of a run")
            .time("time", PingStart::timeNanos, "when the run began")
            .text("name", PingStart::name, "the destination as named")
            .address("target", PingStart::address, "where probes go")
            .address("source", PingStart::source, "where they come from")
            .text("device", PingStart::device, "interface or VRF asked for")
            .optional()
            .bytes("payload", PingStart::payloadBytes, "payload of a probe")
            .duration("interval", PingStart::intervalNanos, "time between probes")
            .integer("identifier", PingStart::identifier, "ICMP identifier")
            .absentIs(-1)
            .build();

    static final RecordType<ProbeEvent> SENT = probe("diag/ping/sent/1", "a probe went out");
    static final RecordType<ProbeEvent> UNANSWERED =
            probe("diag/ping/unanswered/1", "no answer yet when the next probe went (-O)");
    static final RecordType<ProbeEvent> TIMEOUT = probe("diag/ping/timeout/1", "a probe was given up");

    static final RecordType<ProbeEvent> LOCAL_ERROR = RecordType.<ProbeEvent>of(
                    "diag/ping/local_error/1", "this machine refused to send a probe")
            .time("time", ProbeEvent::timeNanos, "when it was refused")
            .address("target", ProbeEvent::target, "where it should have gone")
            .integer("sequence", ProbeEvent::sequence, "its number, from 1")
            .text("error", ProbeEvent::error, "why, in the C library's words")
            .bytes("mtu", ProbeEvent::mtu, "path MTU, when it was too long")
            .absentIs(0)
            .build();

    static final RecordType<EchoReply> REPLY = reply("diag/ping/reply/1", "an answer to a probe");
    static final RecordType<EchoReply> DUPLICATE =
            reply("diag/ping/duplicate/1", "a further answer to an answered probe");
    static final RecordType<EchoReply> UNEXPECTED =
            reply("diag/ping/unexpected/1", "an answer to a probe that was not sent");

    static final RecordType<EchoError> ERROR = RecordType.<EchoError>of("diag/ping/error/1", "an ICMP error or notice")
            .time("time", EchoError::timeNanos, "when it was received")
            .address("from", PingRecords::offender, "who sent it")
            .integer("sequence", EchoError::sequence, "the probe that it is about, from 1")
            .integer("icmpType", EchoError::type, "ICMP or ICMPv6 type")
            .integer("icmpCode", EchoError::code, "ICMP or ICMPv6 code")
            .text("text", EchoError::text, "what it says, in iputils' words")
            .bytes("mtu", PingRecords::mtu, "next-hop MTU")
            .absentIs(-1)
            .flag("final", EchoError::fatalToProbe, "whether the probe is answered by it")
            .build();

    static final RecordType<PingSummary> SUMMARY = RecordType.<PingSummary>of(
                    "diag/ping/summary/1", "the figures of a target")
            .time("time", PingSummary::timeNanos, "when it was made")
            .text("name", PingSummary::name, "the destination as named")
            .address("target", PingSummary::address, "where probes went")
            .flag("interim", PingSummary::interim, "whether the run goes on")
            .count("transmitted", PingSummary::transmitted, "probes sent")
            .count("received", PingSummary::received, "probes answered")
            .count("duplicates", PingSummary::duplicates, "further replies to an answered probe")
            .count("corrupted", PingSummary::corrupted, "replies with a wrong checksum")
            .count("errors", PingSummary::errors, "ICMP errors and local errors")
            .count("late", PingSummary::late, "of received, after the probe had been given up")
            .count("unexpected", PingSummary::unexpected, "replies and errors about probes that were not sent")
            .count("altered", PingSummary::altered, "replies with another payload than was sent")
            .count("lost", PingSummary::lost, "probes without reply, long enough ago")
            .count("inFlight", PingSummary::inFlight, "probes without reply yet")
            .count("overflowed", PingSummary::overflowed, "replies that the own receive buffer had no room for")
            .decimal("loss", net.diag.record.Unit.PERCENT, PingSummary::lossPercent, "share of probes without reply")
            .duration("elapsed", PingSummary::elapsedNanos, "from the start to the last attempt to send")
            .count("timed", PingSummary::timed, "replies whose round-trip time was taken (a flood's is sampled)")
            .duration("rttMin", PingSummary::rttMin, "least round-trip time")
            .absentIs(-1)
            .duration("rttAvg", PingSummary::rttAvg, "mean round-trip time")
            .absentIs(-1)
            .duration("rttMax", PingSummary::rttMax, "greatest round-trip time")
            .absentIs(-1)
            .duration("rttMdev", PingSummary::rttMdev, "standard deviation of the round-trip time")
            .absentIs(-1)
            .duration("rttP50", PingSummary::rttP50, "median round-trip time")
            .absentIs(-1)
            .duration("rttP90", PingSummary::rttP90, "90 % of round-trip times are not above")
            .absentIs(-1)
            .duration("rttP99", PingSummary::rttP99, "99 % of round-trip times are not above")
            .absentIs(-1)
            .duration("rttP999", PingSummary::rttP999, "99.9 % of round-trip times are not above")
            .absentIs(-1)
            .duration("jitter", PingSummary::jitter, "smoothed difference between successive times (RFC 3550)")
            .absentIs(-1)
            .count("lossBursts", PingSummary::lossBursts, "runs of lost probes")
            .count("longestLossBurst", PingSummary::longestLossBurst, "longest run of lost probes")
            .count("reordered", PingSummary::reordered, "replies that a later probe's had overtaken (RFC 4737)")
            .count("clockSteps", PingSummary::clockSteps, "replies during which the clock was set")
            .build();

    private PingRecords() {}

    /** All of them, in the order in which a run yields them. */
    static List<RecordType<?>> all() {
        return List.of(START, SENT, REPLY, DUPLICATE, ERROR, UNANSWERED, TIMEOUT, UNEXPECTED, LOCAL_ERROR, SUMMARY);
    }

    private static RecordType<ProbeEvent> probe(String name, String meaning) {
        return RecordType.<ProbeEvent>of(name, meaning)
                .time("time", ProbeEvent::timeNanos, "when")
                .address("target", ProbeEvent::target, "where the probe went")
                .integer("sequence", ProbeEvent::sequence, "its number, from 1")
                .build();
    }

    private static RecordType<EchoReply> reply(String name, String meaning) {
        return RecordType.<EchoReply>of(name, meaning)
                .time("time", EchoReply::timeNanos, "when the kernel received it")
                .address("from", PingRecords::source, "who sent it")
                .integer("sequence", EchoReply::sequence, "the probe's number, from 1, not wrapped")
                .integer("identifier", EchoReply::identifier, "ICMP identifier")
                .absentIs(-1)
                .bytes("length", EchoReply::lengthBytes, "ICMP header and payload")
                .integer("ttl", EchoReply::ttl, "TTL or hop limit on arrival")
                .absentIs(-1)
                .integer("tos", EchoReply::tos, "TOS or traffic class on arrival")
                .absentIs(-1)
                .duration("rtt", EchoReply::rttNanos, "round-trip time")
                .absentIs(-1)
                .word("timing", PingRecords::timing, "where the two ends were stamped", TIMINGS)
                .optional()
                .flag("late", EchoReply::late, "the probe had been given up")
                .flag("badChecksum", EchoReply::badChecksum, "the ICMP checksum is wrong")
                .flag("otherSource", EchoReply::otherSource, "it came from another address than probes go to")
                .flag("truncated", EchoReply::truncated, "it is shorter than the probe")
                .integer("wrongByte", EchoReply::wrongOffset, "offset of the first payload byte that was changed")
                .absentIs(-1)
                .text("ipOptions", PingRecords::options, "IPv4 options, in hexadecimal")
                .optional()
                .text("nodeInformation", PingRecords::nodeInformation, "answer to a node information query")
                .optional()
                .build();
    }

    private static IpAddress source(EchoReply r) {
        return RecordAddress.of(r.source());
    }

    private static IpAddress offender(EchoError e) {
        return RecordAddress.of(e.offender());
    }

    private static String timing(EchoReply r) {
        return r.rttNanos() < 0 ? null : r.timing().word();
    }

    private static String nodeInformation(EchoReply r) {
        return r.nodeInformation() == null ? null : r.nodeInformation().trim();
    }

    private static String options(EchoReply r) {
        if (r.ipOptions() == null) {
            return null;
        }
        StringBuilder b = new StringBuilder();
        for (byte x : r.ipOptions()) {
            b.append(Character.forDigit(x >> 4 & 0xf, 16)).append(Character.forDigit(x & 0xf, 16));
        }
        return b.toString();
    }

    private static long mtu(EchoError e) {
        boolean tooBig = e.ipv6() ? e.type() == 2 : e.type() == 3 && e.code() == 4;
        return tooBig ? e.info() & 0xffff_ffffL : -1;
    }
}

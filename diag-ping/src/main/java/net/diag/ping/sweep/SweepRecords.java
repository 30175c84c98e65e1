package net.diag.ping.sweep;

import java.util.List;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/** The records of a sweep. Loaded only when records are asked for. */
public final class SweepRecords {
    /**
     * One event: a reply, a time-out, an error.
     *
     * @param timeNanos when it was noticed, since the epoch
     * @param name the target as named
     * @param address its address
     * @param sequence the probe's number to this target, from 1
     * @param how what kind of reply it was: connected, refused, answered; null: an echo reply
     * @param rttNanos the round-trip time, or -1
     * @param lengthBytes the ICMP message's length, or -1
     * @param ttl the reply's TTL or hop limit, or -1
     * @param from who sent an error, or null
     * @param error what it says, or null
     */
    public record Event(
            long timeNanos,
            String name,
            IpAddress address,
            int sequence,
            String how,
            long rttNanos,
            int lengthBytes,
            int ttl,
            String from,
            String error) {}

    /** A reply in time. */
    public static final RecordType<Event> REPLY = RecordType.<Event>of("diag/ping/target_reply/1", "a target's reply")
            .time("time", Event::timeNanos, "when it was noticed")
            .text("name", Event::name, "the target as named")
            .address("address", Event::address, "its address")
            .integer("sequence", Event::sequence, "the probe's number to this target, from 1")
            .word("how", Event::how, "of a port's reply, its kind", "connected", "refused", "answered", "unreachable")
            .optional()
            .duration("rtt", Event::rttNanos, "round-trip time")
            .bytes("length", Event::lengthBytes, "length of the reply")
            .absentIs(-1)
            .integer("ttl", Event::ttl, "time to live, or hop limit, of the reply")
            .absentIs(-1)
            .build();

    /** No reply in time. */
    public static final RecordType<Event> TIMEOUT = RecordType.<Event>of(
                    "diag/ping/target_timeout/1", "a probe to a target had no reply in time")
            .time("time", Event::timeNanos, "when it was given up")
            .text("name", Event::name, "the target as named")
            .address("address", Event::address, "its address")
            .integer("sequence", Event::sequence, "the probe's number to this target, from 1")
            .build();

    /** An ICMP error, or a refusal of this machine. */
    public static final RecordType<Event> ERROR = RecordType.<Event>of(
                    "diag/ping/target_error/1", "an error about a probe to a target")
            .time("time", Event::timeNanos, "when it was noticed")
            .text("name", Event::name, "the target as named")
            .address("address", Event::address, "its address")
            .integer("sequence", Event::sequence, "the probe's number to this target, from 1")
            .text("from", Event::from, "who sent it; absent: this machine")
            .optional()
            .text("error", Event::error, "what it says")
            .build();

    /** A target's report at the end. */
    public static final RecordType<SweepTarget> TARGET = RecordType.<SweepTarget>of(
                    "diag/ping/target/1", "what was seen of a target")
            .text("name", SweepTarget::name, "the target as named")
            .address("address", SweepTarget::ipAddress, "its address")
            .optional()
            .flag("alive", SweepTarget::isAlive, "whether a reply came")
            .count("transmitted", SweepTarget::sent, "probes sent")
            .count("received", SweepTarget::received, "replies in time")
            .count("late", SweepTarget::late, "replies after the time-out")
            .count("duplicates", SweepTarget::duplicates, "further replies to an answered probe")
            .count("errors", SweepTarget::errors, "ICMP errors and refusals of this machine")
            .decimal("loss", net.diag.record.Unit.PERCENT, SweepTarget::lossPercent, "probes without reply")
            .duration("rttMin", SweepTarget::minNanos, "least round-trip time")
            .absentIs(-1)
            .duration("rttAvg", SweepTarget::averageNanos, "mean round-trip time")
            .absentIs(-1)
            .duration("rttMax", SweepTarget::maxNanos, "greatest round-trip time")
            .absentIs(-1)
            .duration("rttP50", t -> t.percentileNanos(50), "median round-trip time")
            .absentIs(-1)
            .duration("rttP90", t -> t.percentileNanos(90), "90 % of round-trip times are not above")
            .absentIs(-1)
            .duration("rttP99", t -> t.percentileNanos(99), "99 % of round-trip times are not above")
            .absentIs(-1)
            .text(
                    "error",
                    t -> t.failure() != null ? t.failure() : t.lastError(),
                    "the last error, or why the name failed")
            .optional()
            .build();

    /** The sweep as a whole. */
    public static final RecordType<SweepTotals> TOTALS = RecordType.<SweepTotals>of(
                    "diag/ping/sweep/1", "a sweep as a whole")
            .count("targets", SweepTotals::targets, "targets with an address")
            .count("alive", SweepTotals::alive, "targets that answered")
            .count("unreachable", SweepTotals::unreachable, "targets that did not")
            .count("unresolved", SweepTotals::unresolved, "names without an address")
            .count("transmitted", SweepTotals::transmitted, "probes sent")
            .count("received", SweepTotals::received, "replies in time")
            .count("late", SweepTotals::late, "replies after the time-out")
            .count("errors", SweepTotals::errors, "ICMP errors and refusals of this machine")
            .count("overflowed", SweepTotals::overflowed, "replies that this machine's full socket buffer lost")
            .duration("elapsed", SweepTotals::elapsedNanos, "length of the run")
            .build();

    private SweepRecords() {}

    /** All types. */
    public static List<RecordType<?>> all() {
        return List.of(REPLY, TIMEOUT, ERROR, TARGET, TOTALS);
    }
}

package net.diag.ping;

import net.diag.socket.Ancillary;
import net.diag.sys.Errno;
import net.diag.wire.Icmpv4;
import net.diag.wire.Ipv4;

/**
 * Matches what a channel receives with the probes in the table, times it, counts it, and tells the
 * listener. Trusts nothing in a packet but the sequence number of a probe that is known to be out.
 */
final class ReplyMatcher {
    private static final int ECHO_REPLY = 0;
    private static final int ECHO_REPLY_V6 = 129;
    private static final int NODE_INFORMATION_REPLY = 140;
    private static final int SOURCE_QUENCH = 4;
    private static final int REDIRECT = 5;
    private static final int ECHO = 8;
    /** How many departures may wait for their stamp. */
    private static final int STAMPS = 8192;

    private static final long MOST_ADDEND_MICROS = 50_000;

    private final PingOptions options;
    private final EchoChannel channel;
    private final ProbeTable table;
    private final ClockPair clock;
    private final EchoListener listener;
    private final long[] stampedSequences = new long[STAMPS];
    private int nextStamp;
    private final boolean stampsTransmission;
    private long addendMicros;
    private int lastMtu;
    private long clockSteps;
    private RttTiming timing = RttTiming.USER;

    ReplyMatcher(PingOptions options, EchoChannel channel, ProbeTable table, ClockPair clock, EchoListener listener) {
        this.options = options;
        this.channel = channel;
        this.table = table;
        this.clock = clock;
        this.listener = listener;
        this.stampsTransmission = channel.stampsTransmission();
    }

    /** A probe has gone; the kernel numbers its stamps from 0 in this order. */
    void sent(EchoTarget target, long sequence) {
        stampedSequences[nextStamp++ & STAMPS - 1] = sequence;
    }

    /** The kernel counts its stamps from 0 anew. */
    void restartStamps() {
        nextStamp = 0;
    }

    /** A probe could not be sent, and the kernel may or may not have given it a number: count anew. */
    void sendFailed() {
        if (stampsTransmission) {
            nextStamp = 0;
            channel.restartStamps();
        }
    }

    /** Whether probe {@code sequence} has been answered by a reply. */
    boolean isAnswered(EchoTarget target, long sequence) {
        int slot = table.find(target.index, sequence);
        return slot != ProbeTable.NONE && table.state(slot) == ProbeTable.ANSWERED;
    }

    /** Match the channel's last message. */
    void match(EchoTarget target) {
        match(target, channel.received());
    }

    /** Match a message. */
    void match(EchoTarget target, ReceivedEcho e) {
        int type = e.type();
        if (type == (channel.socket().isIpv6() ? ECHO_REPLY_V6 : ECHO_REPLY)) {
            if (options.nodeInformation == null || !channel.socket().isIpv6()) {
                matchEcho(target, e);
            }
        } else if (type == NODE_INFORMATION_REPLY && options.nodeInformation != null) {
            int sequence = options.nodeInformation.sequenceOf(e.bytes, e.icmpOffset, e.icmpLength);
            if (sequence >= 0) {
                deliver(target, e, sequence, null);
            }
        } else if ((type == REDIRECT || type == SOURCE_QUENCH)
                && !channel.socket().isIpv6()) {
            matchNotice(target, e);
        }
    }

    private void matchEcho(EchoTarget target, ReceivedEcho e) {
        int identifier = channel.socket().identifier();
        if (channel.socket().socket().isRaw() && e.identifier() != identifier) {
            return; // another program's, from before the filter was in place
        }
        deliver(target, e, e.sequence(), channel.request());
    }

    private void deliver(EchoTarget target, ReceivedEcho e, int wireSequence, EchoRequest request) {
        EchoStatistics s = target.statistics;
        long sequence = ProbeTable.fullSequence(wireSequence, s.transmitted);
        int slot = table.find(target.index, sequence);
        byte state = slot == ProbeTable.NONE ? 0 : table.state(slot);
        boolean known = slot != ProbeTable.NONE;
        if (known && stampsTransmission && table.transmitStamp(slot) == 0) {
            drainErrors(target);
        }
        if (!known) {
            s.unexpected++;
            listener.unexpected(target, record(e, sequence, -1, -1, state, request));
            return;
        }
        long rtt = rttNanos(slot, e);
        boolean timed =
                rtt >= 0 && options.isTimed() && e.icmpLength >= Icmpv4.HEADER_LENGTH + PingOptions.TIMEVAL_LENGTH;
        if (e.badChecksum) {
            s.corrupted++;
        } else {
            s.acknowledge(wireSequence);
            count(target, slot, sequence, state, rtt, timed);
        }
        int wrong = request == null
                ? -1
                : request.firstWrong(
                        e.bytes,
                        e.icmpOffset + Icmpv4.PAYLOAD_OFFSET,
                        e.icmpLength - Icmpv4.HEADER_LENGTH,
                        table.sentRealtimeNanos(slot));
        if (wrong >= 0) {
            s.altered++;
        }
        EchoReply reply = listener.wantsReplies() ? record(e, sequence, timed ? rtt : -1, wrong, state, request) : null;
        listener.reply(target, reply, e.badChecksum);
    }

    private void count(EchoTarget target, int slot, long sequence, byte state, long rtt, boolean timed) {
        EchoStatistics s = target.statistics;
        if (timed) {
            s.addRtt((rtt + 500) / 1000);
        }
        if (state == ProbeTable.ANSWERED) {
            s.duplicates++;
            return;
        }
        s.received++;
        if (state == ProbeTable.LOST) {
            s.late++;
        }
        table.state(slot, ProbeTable.ANSWERED);
        target.sequences.replied(sequence);
        if (rtt >= 0) {
            target.distribution.add(rtt);
        }
    }

    private EchoReply record(ReceivedEcho e, long sequence, long rtt, int wrong, byte state, EchoRequest request) {
        EchoSocket socket = channel.socket();
        boolean otherSource = !socket.anyReplier()
                && !java.util.Arrays.equals(
                        e.source().addressBytes(), socket.destination().addressBytes());
        boolean truncated = request != null && e.icmpLength < request.payloadLength() + Icmpv4.HEADER_LENGTH;
        return new EchoReply(
                e.stampNanos > 0 ? e.stampNanos : clock.realtimeNanos(e.nowNanos),
                e.source(),
                sequence,
                (int) sequence & 0xffff,
                request == null ? -1 : e.identifier(),
                e.icmpLength,
                e.ttl,
                e.tos,
                rtt,
                timing,
                state == ProbeTable.ANSWERED,
                state == ProbeTable.LOST,
                e.badChecksum,
                otherSource,
                truncated,
                wrong,
                wrong >= 0 ? request.payloadByte(wrong) : 0,
                wrong >= 0 ? e.payload() : null,
                e.ipOptions(),
                request == null ? options.nodeInformation.describe(e.bytes, e.icmpOffset, e.icmpLength) : null);
    }

    /**
     * The round-trip time: from the driver to the driver by the kernel's stamps, and never more than the
     * monotonic clock saw pass. A step of the clock between the two stamps is taken out.
     */
    private long rttNanos(int slot, ReceivedEcho e) {
        long seen = e.nowNanos - table.sentNanos(slot);
        if (options.userLatency || e.stampNanos <= 0) {
            timing = RttTiming.USER;
            return seen;
        }
        long departure = table.transmitStamp(slot);
        if (departure == ProbeTable.UNTIMED) {
            return -1;
        }
        RoundTrip r = RoundTrip.of(
                departure,
                table.sentNanos(slot),
                table.sentRealtimeNanos(slot),
                e.stampNanos,
                e.nowNanos,
                clock.realtimeNanos(e.nowNanos));
        timing = r.timing();
        if (timing == RttTiming.CLOCK_STEP) {
            clockSteps++;
        }
        return r.nanos();
    }

    /** A redirect or source quench about a probe of ours, through a raw socket. */
    private void matchNotice(EchoTarget target, ReceivedEcho e) {
        int quote = e.icmpOffset + Icmpv4.PAYLOAD_OFFSET;
        int available = e.icmpLength - Icmpv4.HEADER_LENGTH;
        if (available < Ipv4.HEADER_LENGTH + Icmpv4.HEADER_LENGTH) {
            return;
        }
        int header = Ipv4.headerLength(e.bytes, quote);
        if (header < Ipv4.HEADER_LENGTH || available < header + Icmpv4.HEADER_LENGTH) {
            return;
        }
        int inner = quote + header;
        byte[] there = channel.socket().destination().addressBytes();
        boolean ours = (e.bytes.get(inner) & 0xff) == ECHO
                && e.bytes.getInt(quote + Ipv4.DESTINATION_OFFSET)
                        == java.nio.ByteBuffer.wrap(there).getInt(0)
                && (e.bytes.getShort(inner + Icmpv4.IDENTIFIER_OFFSET) & 0xffff)
                        == channel.socket().identifier();
        if (!ours) {
            return;
        }
        int wire = e.bytes.getShort(inner + Icmpv4.SEQUENCE_OFFSET) & 0xffff;
        listener.error(
                target,
                new EchoError(
                        e.stampNanos > 0 ? e.stampNanos : clock.realtimeNanos(e.nowNanos),
                        e.source(),
                        ProbeTable.fullSequence(wire, target.statistics.transmitted),
                        wire,
                        false,
                        e.type(),
                        e.code(),
                        e.bytes.getInt(e.icmpOffset + Icmpv4.GATEWAY_OFFSET),
                        false,
                        e.badChecksum));
    }

    /** Take one message off the error queue, where the stamp of a departure is expected. */
    void takeStamp(EchoTarget target) {
        if (channel.receiveError() == 0) {
            take(target, channel.error());
        }
    }

    /** Empty the error queue: stamps of departures, ICMP errors, local errors. Whether there was anything. */
    boolean drainErrors(EchoTarget target) {
        boolean any = false;
        while (channel.receiveError() == 0) {
            any = true;
            take(target, channel.error());
        }
        return any;
    }

    private void take(EchoTarget target, Ancillary a) {
        if (!a.hasError()) {
            return;
        }
        switch (a.errorOrigin()) {
            case Ancillary.SO_EE_ORIGIN_TIMESTAMPING -> takeStamp(target, a);
            case Ancillary.SO_EE_ORIGIN_ICMP, Ancillary.SO_EE_ORIGIN_ICMP6 -> takeIcmpError(target, a);
            case Ancillary.SO_EE_ORIGIN_LOCAL -> takeLocalError(target, a);
            default -> {}
        }
    }

    private void takeStamp(EchoTarget target, Ancillary a) {
        int id = a.errorData();
        if (a.errorInfo() != Ancillary.SCM_TSTAMP_SND || nextStamp - 1 - id < 0 || nextStamp - id > STAMPS) {
            return; // of before the last count began
        }
        int slot = table.find(target.index, stampedSequences[id & STAMPS - 1]);
        if (slot != ProbeTable.NONE) {
            table.transmitStamp(slot, a.timestampNanos());
        }
    }

    private void takeIcmpError(EchoTarget target, Ancillary a) {
        int wire = channel.erroredSequence();
        if (wire < 0) {
            return;
        }
        EchoStatistics s = target.statistics;
        long sequence = ProbeTable.fullSequence(wire, s.transmitted);
        int slot = table.find(target.index, sequence);
        if (slot == ProbeTable.NONE) {
            s.unexpected++;
            return;
        }
        boolean ipv6 = channel.socket().isIpv6();
        if (!ipv6) {
            s.acknowledge(wire);
        }
        s.errors++;
        networkErrorSeen = true;
        if (table.state(slot) != ProbeTable.ANSWERED) {
            table.state(slot, ProbeTable.REFUSED);
        }
        long now = System.nanoTime();
        listener.error(
                target,
                new EchoError(
                        a.timestampNanos() > 0 ? a.timestampNanos() : clock.realtimeNanos(now),
                        a.offender(),
                        sequence,
                        wire,
                        ipv6,
                        a.errorType(),
                        a.errorCode(),
                        info(a, ipv6),
                        true,
                        false));
    }

    /** A redirect's gateway is in network byte order, everything else in the machine's. */
    private static int info(Ancillary a, boolean ipv6) {
        boolean gateway = !ipv6 && a.errorType() == REDIRECT;
        boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
        return gateway && little ? Integer.reverseBytes(a.errorInfo()) : a.errorInfo();
    }

    private void takeLocalError(EchoTarget target, Ancillary a) {
        if (a.errorErrno() == Errno.EMSGSIZE) {
            lastMtu = a.errorInfo();
        }
        if (sending) {
            localErrorSeen = true;
            return;
        }
        target.statistics.errors++;
        listener.localError(target, target.statistics.transmitted, a.errorErrno(), lastMtu, true);
    }

    /** A call to send has failed and asks why: local errors on the queue are its own. */
    private boolean sending;

    private boolean localErrorSeen;
    private boolean networkErrorSeen;

    /**
     * After a failed send, look for the reason on the error queue.
     *
     * @return whether an ICMP error about an earlier probe was pending, which the kernel reports to the
     *     next call: then nothing is wrong with this probe
     */
    boolean isForeignError(EchoTarget target) {
        sending = true;
        localErrorSeen = false;
        networkErrorSeen = false;
        drainErrors(target);
        sending = false;
        return networkErrorSeen;
    }

    /** Whether {@link #isForeignError} found an error of this machine itself on the queue. */
    boolean isLocalErrorQueued() {
        return localErrorSeen;
    }

    /** The MTU that the last EMSGSIZE named, or 0. */
    int lastMtu() {
        return lastMtu;
    }

    long addendMicros() {
        return addendMicros;
    }

    /** The device's queue is full: an adaptive interval shall grow. */
    void slowDown() {
        addendMicros += MOST_ADDEND_MICROS;
    }

    /** Messages that the socket's own receive buffer had no room for. */
    long overflows() {
        return channel.overflows();
    }

    /** How often the clock was set while a probe was under way. */
    long clockSteps() {
        return clockSteps;
    }
}

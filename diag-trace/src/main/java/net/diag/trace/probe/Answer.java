package net.diag.trace.probe;

import java.util.List;
import net.diag.record.IpAddress;

/**
 * What answered a probe. Numbers that the source of the answer doesn't tell are -1.
 *
 * @param probeId the probe's running number
 * @param kind what kind of packet
 * @param from who sent it; null for a local error without an address
 * @param type the ICMP type, or -1
 * @param code the ICMP code, or -1
 * @param receivedNanos when the kernel received it, on the channel's clock
 * @param replyTtl TTL or hop limit of the answer itself
 * @param quotedTtl TTL that the probe had where the error was made
 * @param quotedTos TOS or traffic class that the probe had there
 * @param quotedId IPv4 identification in the quote
 * @param quotedChecksum transport checksum in the quote (UDP, ICMP), as on the wire there
 * @param mtu the next hop's MTU in bytes of a “too big” error
 * @param tcpFlags flags of a TCP answer
 * @param extensions ICMP extension objects, in order; empty when there are none
 */
public record Answer(
        int probeId,
        AnswerKind kind,
        IpAddress from,
        int type,
        int code,
        long receivedNanos,
        int replyTtl,
        int quotedTtl,
        int quotedTos,
        int quotedId,
        int quotedChecksum,
        int mtu,
        int tcpFlags,
        List<ExtensionObject> extensions) {
    private static final int TIME_EXCEEDED4 = 11;
    private static final int TIME_EXCEEDED6 = 3;

    /** A reply that is no ICMP error. */
    public static Answer reply(
            int probeId, AnswerKind kind, IpAddress from, long receivedNanos, int replyTtl, int tcpFlags) {
        return new Answer(
                probeId, kind, from, -1, -1, receivedNanos, replyTtl, -1, -1, -1, -1, -1, tcpFlags, List.of());
    }

    /** An ICMP error without a quoted header, as an error queue tells it. */
    public static Answer error(
            int probeId, IpAddress from, int type, int code, long receivedNanos, int replyTtl, int mtu) {
        return new Answer(
                probeId,
                AnswerKind.ICMP_ERROR,
                from,
                type,
                code,
                receivedNanos,
                replyTtl,
                -1,
                -1,
                -1,
                -1,
                mtu,
                -1,
                List.of());
    }

    /** The own kernel says that the packet is bigger than {@code mtu} bytes (-1: some other refusal). */
    public static Answer local(int probeId, long nanos, int mtu) {
        return new Answer(probeId, AnswerKind.LOCAL_ERROR, null, -1, -1, nanos, -1, -1, -1, -1, -1, mtu, -1, List.of());
    }

    /** The same answer for another time of reception. */
    public Answer receivedAt(long nanos) {
        return new Answer(
                probeId,
                kind,
                from,
                type,
                code,
                nanos,
                replyTtl,
                quotedTtl,
                quotedTos,
                quotedId,
                quotedChecksum,
                mtu,
                tcpFlags,
                extensions);
    }

    /** Whether the TTL ran out in transit: the path goes on behind who answered. */
    public boolean isTimeExceeded() {
        return kind == AnswerKind.ICMP_ERROR && code == 0 && type == (isV6() ? TIME_EXCEEDED6 : TIME_EXCEEDED4);
    }

    /** Whether the path ends here, at the target or at who refused. */
    public boolean isFinal() {
        return !isTimeExceeded();
    }

    /** Whether the target itself was reached: it replied, or its port is closed. */
    public boolean isReached() {
        return switch (kind) {
            case ECHO_REPLY, TCP, DATA -> true;
            case LOCAL_ERROR -> false;
            case ICMP_ERROR -> isV6() ? type == 1 && code == 4 : type == 3 && code == 3;
        };
    }

    /** Whether a packet was too big to go on. */
    public boolean isTooBig() {
        return kind == AnswerKind.LOCAL_ERROR
                ? mtu > 0
                : kind == AnswerKind.ICMP_ERROR && (isV6() ? type == 2 : type == 3 && code == 4);
    }

    private boolean isV6() {
        return from != null && from.isV6();
    }
}

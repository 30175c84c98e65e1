package net.diag.trace.probe;

import static net.diag.sys.SocketOptions.*;

import java.nio.ByteBuffer;
import net.diag.record.IpAddress;
import net.diag.socket.Ancillary;
import net.diag.socket.Timestamping;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;

/**
 * Reads ICMP errors from a socket's error queue ({@code ip(7)}, IP_RECVERR), and the replies from the
 * socket itself: all that a program without capabilities gets. The quoted IP header is not told.
 */
final class ErrorQueueReceiver implements Receiver {
    private static final int DATA_LENGTH = 1280;
    private static final int CONTROL_LENGTH = 512;

    /** Knows which probe a message belongs to. */
    interface Matcher {
        /**
         * The probe's running number, or -1.
         *
         * @param message its address is the original destination for an error, the sender for a reply
         * @param data the quoted or received bytes, network byte order, from 0 to {@code length}
         * @param isError whether it came from the error queue
         */
        int match(MessageHeader message, ByteBuffer data, int length, boolean isError);
    }

    private final Fd fd;
    private final boolean v6;
    private final ProbeClock clock;
    private final Matcher matcher;
    private final AnswerKind replyKind;
    private final MessageHeader message;
    private final ByteBuffer data;
    private final Ancillary ancillary = new Ancillary();

    ErrorQueueReceiver(Fd fd, boolean v6, ProbeClock clock, AnswerKind replyKind, Matcher matcher) {
        this(fd, v6, clock, replyKind, new MessageHeader(DATA_LENGTH, CONTROL_LENGTH), matcher);
    }

    /** One that shares its buffers with others of the same thread. */
    ErrorQueueReceiver(
            Fd fd, boolean v6, ProbeClock clock, AnswerKind replyKind, MessageHeader buffers, Matcher matcher) {
        this.fd = fd;
        this.v6 = v6;
        this.clock = clock;
        this.replyKind = replyKind;
        this.matcher = matcher;
        this.message = buffers;
        this.data = message.data().networkOrderView();
    }

    static MessageHeader buffers() {
        return new MessageHeader(DATA_LENGTH, CONTROL_LENGTH);
    }

    /** Ask the socket for its error queue, time stamps and TTLs; without {@code errors} for the latter two. */
    static void enable(Fd fd, boolean v6, boolean errors) {
        Timestamping.enableReceive(fd);
        if (v6) {
            fd.trySetOption(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1);
            if (errors) {
                fd.trySetOption(IPPROTO_IPV6, IPV6_RECVERR, 1);
            }
        } else {
            fd.trySetOption(IPPROTO_IP, IP_RECVTTL, 1);
            if (errors) {
                fd.trySetOption(IPPROTO_IP, IP_RECVERR, 1);
            }
        }
    }

    @Override
    public Fd fd() {
        return fd;
    }

    @Override
    public void drain(AnswerSink sink) {
        int length;
        while ((length = fd.receiveMessage(message, Fd.MSG_DONTWAIT | Fd.MSG_ERRQUEUE)) >= 0) {
            error(Math.min(length, DATA_LENGTH), sink);
        }
        // A pending ICMP error is told once more by the plain receive: look again behind it.
        for (int refused = 0; refused < 2; ) {
            length = fd.receiveMessage(message, Fd.MSG_DONTWAIT);
            if (length < 0) {
                refused++;
                continue;
            }
            reply(Math.min(length, DATA_LENGTH), sink);
        }
    }

    private void error(int length, AnswerSink sink) {
        ancillary.decode(message);
        if (!ancillary.hasError()) {
            return;
        }
        int origin = ancillary.errorOrigin();
        if (origin != Ancillary.SO_EE_ORIGIN_ICMP && origin != Ancillary.SO_EE_ORIGIN_ICMP6) {
            return;
        }
        int id = matcher.match(message, data, length, true);
        IpAddress from = RawIcmpReceiver.address(ancillary.offender());
        if (id < 0 || from == null) {
            return;
        }
        long received = RawIcmpReceiver.stamp(ancillary.timestampNanos(), clock.nowNanos());
        int mtu = v6
                ? ancillary.errorType() == 2 ? ancillary.errorInfo() : -1
                : fragNeeded() ? ancillary.errorInfo() : -1;
        sink.accept(
                Answer.error(id, from, ancillary.errorType(), ancillary.errorCode(), received, ancillary.ttl(), mtu));
    }

    private boolean fragNeeded() {
        return ancillary.errorType() == 3 && ancillary.errorCode() == 4;
    }

    private void reply(int length, AnswerSink sink) {
        ancillary.decode(message);
        int id = matcher.match(message, data, length, false);
        IpAddress from = RawIcmpReceiver.address(message.address());
        if (id >= 0 && from != null) {
            long received = RawIcmpReceiver.stamp(ancillary.timestampNanos(), clock.nowNanos());
            sink.accept(Answer.reply(id, replyKind, from, received, ancillary.ttl(), -1));
        }
    }
}

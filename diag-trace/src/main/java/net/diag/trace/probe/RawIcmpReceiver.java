package net.diag.trace.probe;

import java.nio.ByteBuffer;
import net.diag.record.IpAddress;
import net.diag.socket.Ancillary;
import net.diag.socket.IcmpSocket;
import net.diag.socket.Timestamping;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.Interfaces;
import net.diag.sys.MessageHeader;
import net.diag.sys.SockAddr;

/**
 * Reads every ICMP error of the namespace from a raw socket and picks those that quote one of our
 * probes: with the quoted IP header (the TTL that was left, TOS, identification) and with extensions,
 * which an error queue cuts off. Needs CAP_NET_RAW.
 */
final class RawIcmpReceiver implements Receiver, AutoCloseable {
    private static final int DATA_LENGTH = 2048;
    private static final int CONTROL_LENGTH = 512;
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final IcmpSocket socket;
    private final boolean v6;
    private final QuoteMatcher matcher;
    private final ProbeClock clock;
    private final MessageHeader message = new MessageHeader(DATA_LENGTH, CONTROL_LENGTH);
    private final ByteBuffer data = message.data().networkOrderView();
    private final Ancillary ancillary = new Ancillary();
    private final Quote quote;
    private EchoReplyMatcher echo;
    private long lagNanos;

    /** Knows which probe an echo reply answers. */
    interface EchoReplyMatcher {
        /** The probe's running number, or -1. */
        int matchReply(int identifier, int sequence, IpAddress from);
    }

    RawIcmpReceiver(int family, QuoteMatcher matcher, ProbeClock clock) throws ErrnoException {
        this.socket = IcmpSocket.openRaw(family);
        this.v6 = family == SockAddr.AF_INET6;
        this.matcher = matcher;
        this.clock = clock;
        this.quote = new Quote(v6);
        Timestamping.enableReceive(socket.fd());
        Fd fd = socket.fd();
        fd.trySetOption(net.diag.sys.SocketOptions.SOL_SOCKET, net.diag.sys.SocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
        if (v6) {
            fd.trySetOption(net.diag.sys.SocketOptions.IPPROTO_IPV6, net.diag.sys.SocketOptions.IPV6_RECVHOPLIMIT, 1);
        }
    }

    /** Also hand on echo replies. */
    void alsoEchoReplies(EchoReplyMatcher matcher) {
        this.echo = matcher;
    }

    IcmpSocket socket() {
        return socket;
    }

    /** The longest time that an answer waited to be read. */
    long lagNanos() {
        return lagNanos;
    }

    @Override
    public Fd fd() {
        return socket.fd();
    }

    @Override
    public void drain(AnswerSink sink) {
        int length;
        while ((length = socket.fd().receiveMessage(message, Fd.MSG_DONTWAIT)) >= 0) {
            decode(Math.min(length, DATA_LENGTH), sink);
        }
    }

    private void decode(int length, AnswerSink sink) {
        int off = 0;
        int ttl = -1;
        ancillary.decode(message);
        if (!v6) {
            if (length < 20) {
                return;
            }
            off = (data.get(0) & 0x0f) * 4;
            ttl = data.get(8) & 0xff;
            if (off < 20 || length < off + 8) {
                return;
            }
        } else {
            ttl = ancillary.ttl();
        }
        long now = clock.nowNanos();
        long received = stamp(ancillary.timestampNanos(), now);
        if (quote.decode(data, off, length)) {
            int id = matcher.match(quote);
            if (id >= 0) {
                lagNanos = Math.max(lagNanos, now - received);
                quote.decodeExtensions();
                sink.accept(quote.toAnswer(id, from(), received, ttl, matcher.checksum(quote)));
            }
        } else if (echo != null && length - off >= 8 && isEchoReply(data.get(off) & 0xff)) {
            IpAddress from = from();
            int id = echo.matchReply(data.getShort(off + 4) & 0xffff, data.getShort(off + 6) & 0xffff, from);
            if (id >= 0) {
                lagNanos = Math.max(lagNanos, now - received);
                sink.accept(Answer.reply(id, AnswerKind.ECHO_REPLY, from, received, ttl, -1));
            }
        }
    }

    private boolean isEchoReply(int type) {
        return type == (v6 ? 129 : 0);
    }

    private IpAddress from() {
        return address(message.address());
    }

    /** A kernel stamp, unless the clock was set meanwhile: then the time of reading. */
    static long stamp(long kernelNanos, long now) {
        return kernelNanos <= 0 || kernelNanos > now + 1_000_000L || now - kernelNanos > 5_000_000_000L
                ? now
                : Math.min(kernelNanos, now);
    }

    /** A socket address as an address with its zone. */
    static IpAddress address(SockAddr a) {
        byte[] b = a.addressBytes();
        if (b.length == 0) {
            return null;
        }
        IpAddress ip = IpAddress.of(b);
        if (a.scopeId() != 0 && ip.high() >>> 54 == 0x3fa) {
            String name = Interfaces.name(a.scopeId());
            return ip.withZone(name == null ? Integer.toString(a.scopeId()) : name);
        }
        return ip;
    }

    @Override
    public void close() {
        socket.close();
    }
}

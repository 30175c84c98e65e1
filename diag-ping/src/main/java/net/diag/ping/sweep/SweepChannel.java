package net.diag.ping.sweep;

import static net.diag.sys.SocketOptions.ICMP6_FILTER;
import static net.diag.sys.SocketOptions.ICMP_FILTER;
import static net.diag.sys.SocketOptions.IPPROTO_ICMPV6;
import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IPPROTO_IPV6;
import static net.diag.sys.SocketOptions.IPV6_RECVHOPLIMIT;
import static net.diag.sys.SocketOptions.IPV6_TCLASS;
import static net.diag.sys.SocketOptions.IPV6_UNICAST_HOPS;
import static net.diag.sys.SocketOptions.IP_RECVTTL;
import static net.diag.sys.SocketOptions.IP_TOS;
import static net.diag.sys.SocketOptions.IP_TTL;
import static net.diag.sys.SocketOptions.SOL_RAW;
import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_BINDTODEVICE;
import static net.diag.sys.SocketOptions.SO_RCVBUF;
import static net.diag.sys.SocketOptions.SO_RCVBUFFORCE;
import static net.diag.sys.SocketOptions.SO_RXQ_OVFL;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.diag.cli.ToolException;
import net.diag.socket.Ancillary;
import net.diag.socket.IcmpSocket;
import net.diag.socket.Timestamping;
import net.diag.sys.Capabilities;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.MessageVector;
import net.diag.sys.SockAddr;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;

/**
 * The echo socket of one family for a sweep, sending and receiving in batches.
 *
 * <p>A raw socket numbers 2²⁶ probes by identifier and sequence number, a datagram socket, whose
 * identifier is the kernel's, 2¹⁶. Payloads of 8 bytes and more begin with a cookie of the number and
 * a secret, so that a reply to somebody else's probe, or a forged one, isn't taken.
 */
final class SweepChannel implements AutoCloseable {
    static final int BATCH = 64;
    private static final int USAGE = 2;
    private static final int ICMP_HEADER = 8;
    private static final int COOKIE = 8;
    private static final int ROUNDS_BITS = 10;
    private static final int ROUNDS_MASK = (1 << ROUNDS_BITS) - 1;
    private static final int IDENTIFIER_MASK = 0xffff & ~ROUNDS_MASK;

    private static final int RECEIVE_BUFFER = 16 << 20;
    private static final int RECEIVE_LENGTH = 2048;
    private static final int CONTROL_LENGTH = 256;

    private final IcmpSocket socket;
    private final boolean ipv6;
    private final int identifierBase;
    private final long secret;
    private final int payloadLength;
    private final MessageVector out;
    private final MessageVector in;
    private final Ancillary ancillary = new Ancillary();
    private int receiveOverflows;
    private int receiveBuffer;

    private SweepChannel(IcmpSocket socket, SweepSettings settings, long seed) throws ErrnoException {
        this.socket = socket;
        this.ipv6 = socket.family() == SockAddr.AF_INET6;
        this.secret = seed;
        this.identifierBase = (int) (seed >>> 3) & IDENTIFIER_MASK;
        this.payloadLength = settings.payloadLength();
        int length = ICMP_HEADER + payloadLength;
        this.out = new MessageVector(BATCH, length, 0);
        this.in = new MessageVector(BATCH, Math.max(RECEIVE_LENGTH, 60 + length), CONTROL_LENGTH);
        setUp(settings);
        for (int i = 0; i < BATCH; i++) {
            ByteBuffer b = out.message(i).data().bytes();
            for (int j = 0; j < payloadLength; j++) {
                b.put(ICMP_HEADER + j, (byte) j);
            }
        }
    }

    static SweepChannel open(int family, SweepSettings settings, long seed) throws ToolException, ErrnoException {
        IcmpSocket socket;
        try {
            try {
                socket = IcmpSocket.openRaw(family);
            } catch (ErrnoException e) {
                if (e.errno() != Errno.EPERM) {
                    throw e;
                }
                socket = IcmpSocket.open(family);
            }
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EPERM || e.errno() == Errno.EACCES) {
                throw new ToolException(
                        USAGE,
                        "no permission for ICMP: needs CAP_NET_RAW, or net.ipv4.ping_group_range with your group;"
                                + " see PRIVILEGES in diag(7)");
            }
            throw e;
        }
        return new SweepChannel(socket, settings, seed);
    }

    private void setUp(SweepSettings s) throws ErrnoException {
        Fd fd = socket.fd();
        Capabilities.raise(Capabilities.CAP_NET_ADMIN);
        if (fd.trySetOption(SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_BUFFER) < 0) {
            fd.trySetOption(SOL_SOCKET, SO_RCVBUF, RECEIVE_BUFFER);
        }
        Capabilities.lower(Capabilities.CAP_NET_ADMIN);
        receiveBuffer = fd.option(SOL_SOCKET, SO_RCVBUF);
        fd.trySetOption(SOL_SOCKET, SO_RXQ_OVFL, 1);
        Timestamping.enableReceive(fd);
        if (ipv6) {
            fd.trySetOption(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1);
            fd.trySetOption(IPPROTO_IPV6, IPV6_TCLASS, s.tos());
            if (s.ttl() >= 0) {
                fd.trySetOption(IPPROTO_IPV6, IPV6_UNICAST_HOPS, s.ttl());
            }
        } else {
            fd.trySetOption(IPPROTO_IP, IP_RECVTTL, 1);
            fd.trySetOption(IPPROTO_IP, IP_TOS, s.tos());
            if (s.ttl() >= 0) {
                fd.trySetOption(IPPROTO_IP, IP_TTL, s.ttl());
            }
        }
        if (s.device() != null) {
            byte[] name = (s.device() + "\0").getBytes(StandardCharsets.UTF_8);
            int r = fd.trySetOption(SOL_SOCKET, SO_BINDTODEVICE, name);
            if (r < 0) {
                throw new ErrnoException("SO_BINDTODEVICE", s.device(), -r);
            }
        }
        byte[] source = ipv6 ? s.source6() : s.source4();
        if (source != null) {
            fd.bind(ipv6 ? SockAddr.inet6(source, 0, 0, 0) : SockAddr.inet4(source, 0));
        }
        if (socket.isRaw()) {
            filterTypes(fd);
        }
    }

    /**
     * Let echo replies and ICMP errors through only. By type, not by a BPF program for the identifier:
     * the kernel counts what a program drops together with what a full buffer loses.
     */
    private void filterTypes(Fd fd) {
        if (ipv6) {
            byte[] blocked = new byte[32];
            java.util.Arrays.fill(blocked, (byte) 0xff);
            for (int type : new int[] {1, 2, 3, 4, Icmpv6.ECHO_REPLY}) {
                int word = type >> 5;
                int bit = type & 31;
                int at = word * 4 + (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? bit / 8 : 3 - bit / 8);
                blocked[at] &= (byte) ~(1 << bit % 8);
            }
            fd.trySetOption(IPPROTO_ICMPV6, ICMP6_FILTER, blocked);
        } else {
            int passed = 1 << Icmpv4.ECHO_REPLY
                    | 1 << Icmpv4.DEST_UNREACH
                    | 1 << Icmpv4.TIME_EXCEEDED
                    | 1 << Icmpv4.PARAMETER_PROBLEM;
            fd.trySetOption(SOL_RAW, ICMP_FILTER, ~passed);
        }
    }

    Fd fd() {
        return socket.fd();
    }

    /** How many replies fit into the socket's buffer, small ones of some 800 bytes with their overhead. */
    int bufferedReplies() {
        return Math.max(64, receiveBuffer / 1024);
    }

    /** Whether numbers are told apart by sequence number alone. */
    boolean isNarrow() {
        return !socket.isRaw();
    }

    /** Packets that this socket's full buffer has lost. */
    int receiveOverflows() {
        return receiveOverflows;
    }

    /** What the payload of probe {@code number} begins with. */
    long cookie(long number) {
        return number * 0x9e3779b97f4a7c15L ^ secret;
    }

    /** Make message {@code i} of the next batch the probe {@code number} to {@code target}. */
    void encode(int i, long number, SweepTarget target) {
        MessageHeader m = out.message(i);
        ByteBuffer b = m.data().bytes();
        b.order(ByteOrder.BIG_ENDIAN);
        if (payloadLength >= COOKIE) {
            b.putLong(ICMP_HEADER, cookie(number));
        }
        int identifier = identifierBase | (int) (number >>> 16) & ROUNDS_MASK;
        int sequence = (int) number & 0xffff;
        if (ipv6) {
            Icmpv6.encodeEcho(b, 0, identifier, sequence);
        } else {
            Icmpv4.encodeEcho(b, 0, identifier, sequence);
            Icmpv4.putChecksum(b, 0, ICMP_HEADER + payloadLength);
        }
        m.address(target.address());
    }

    /** Send messages {@code from} to {@code to}; how many went, or {@code -errno} of the first. */
    int send(int from, int to) {
        return out.send(socket.fd(), from, to, 0);
    }

    /** What came. */
    interface Sink {
        /**
         * An echo reply.
         *
         * @param lowNumber the low 26 bits of the probe's number (16 where narrow)
         * @param stampNanos when the kernel received it, since the epoch, or -1
         * @param intact whether length and checksum are right
         * @param cookie what its payload begins with
         */
        void reply(
                long lowNumber, SockAddr from, int lengthBytes, int ttl, long stampNanos, boolean intact, long cookie);

        /** An ICMP error about a probe. */
        void error(long lowNumber, SockAddr from, int type, int code);
    }

    /** Take a batch of what has come; how many packets, or {@code -errno}. */
    int receive(Sink sink) {
        int n = in.receive(socket.fd(), Fd.MSG_DONTWAIT);
        for (int i = 0; i < n; i++) {
            MessageHeader m = in.message(i);
            ancillary.decode(m);
            if (ancillary.receiveOverflows() > 0) {
                receiveOverflows = ancillary.receiveOverflows();
            }
            ByteBuffer b = m.data().bytes();
            b.order(ByteOrder.BIG_ENDIAN);
            packet(b, Math.min(in.length(i), b.capacity()), m.address(), sink);
        }
        return n;
    }

    private void packet(ByteBuffer b, int length, SockAddr from, Sink sink) {
        int icmp = 0;
        int ttl = ancillary.ttl();
        if (!ipv6 && socket.isRaw()) {
            if (length < 20) {
                return;
            }
            icmp = (b.get(0) & 0xf) * 4;
            ttl = b.get(8) & 0xff;
        }
        int size = length - icmp;
        if (size < ICMP_HEADER) {
            return;
        }
        int type = b.get(icmp) & 0xff;
        if (type == (ipv6 ? Icmpv6.ECHO_REPLY : Icmpv4.ECHO_REPLY)) {
            boolean sumRight = ipv6 || Icmpv4.isChecksumValid(b, icmp, size);
            if (socket.isRaw() && ((b.getShort(icmp + 4) & IDENTIFIER_MASK) != identifierBase)) {
                return; // another program's
            }
            long number = number(b, icmp);
            boolean intact = sumRight && size == ICMP_HEADER + payloadLength;
            long cookie = intact && payloadLength >= COOKIE ? b.getLong(icmp + ICMP_HEADER) : 0;
            sink.reply(number, from, size, ttl, ancillary.timestampNanos(), intact, cookie);
        } else {
            quoted(b, icmp, length, from, type, sink);
        }
    }

    private long number(ByteBuffer b, int icmp) {
        int identifier = b.getShort(icmp + 4) & 0xffff;
        int sequence = b.getShort(icmp + 6) & 0xffff;
        return isNarrow() ? sequence : (long) (identifier & ROUNDS_MASK) << 16 | sequence;
    }

    /** Whether payloads are long enough for a cookie. */
    boolean hasCookies() {
        return payloadLength >= COOKIE;
    }

    private void quoted(ByteBuffer b, int icmp, int length, SockAddr from, int type, Sink sink) {
        int inner = icmp + ICMP_HEADER;
        int header = 40;
        if (!ipv6) {
            if (length < inner + 20) {
                return;
            }
            header = (b.get(inner) & 0xf) * 4;
        }
        int echo = inner + header;
        if (header < 20 || length < echo + ICMP_HEADER) {
            return;
        }
        int quotedType = b.get(echo) & 0xff;
        int identifier = b.getShort(echo + 4) & 0xffff;
        boolean ours = quotedType == (ipv6 ? Icmpv6.ECHO_REQUEST : Icmpv4.ECHO)
                && (identifier & IDENTIFIER_MASK) == identifierBase;
        if (ours) {
            sink.error(number(b, echo), from, type, b.get(icmp + 1) & 0xff);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}

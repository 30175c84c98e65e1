package net.diag.socket;

import static net.diag.sys.SocketOptions.IPPROTO_ICMP;
import static net.diag.sys.SocketOptions.IPPROTO_ICMPV6;
import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IPPROTO_IPV6;
import static net.diag.sys.SocketOptions.IPV6_RECVERR;
import static net.diag.sys.SocketOptions.IPV6_RECVHOPLIMIT;
import static net.diag.sys.SocketOptions.IPV6_RECVTCLASS;
import static net.diag.sys.SocketOptions.IP_RECVERR;
import static net.diag.sys.SocketOptions.IP_RECVTOS;
import static net.diag.sys.SocketOptions.IP_RECVTTL;
import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_RXQ_OVFL;

import net.diag.sys.Capabilities;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.SockAddr;

/**
 * A socket for ICMP echo, of either kind and family, with the same face ({@code icmp(7)},
 * {@code raw(7)}).
 *
 * <p>A datagram socket (“ping socket”) needs no capability where {@code net.ipv4.ping_group_range}
 * holds the user's group; the kernel writes identifier and checksum, and delivers only the socket's
 * own replies, without IP header. A raw socket needs CAP_NET_RAW and delivers every ICMP packet of the
 * namespace: IPv4 with its IP header, IPv6 without; attach a {@link BpfProgram} to see only one's own.
 *
 * <p>CAP_NET_RAW is raised around {@code socket(2)} only.
 */
public final class IcmpSocket implements AutoCloseable {
    private final Fd fd;
    private final int family;
    private final boolean raw;
    private Timestamping timestamping = Timestamping.NONE;

    private IcmpSocket(Fd fd, int family, boolean raw) {
        this.fd = fd;
        this.family = family;
        this.raw = raw;
    }

    /**
     * Open a datagram socket, or a raw one where that is refused, as iputils does.
     *
     * @param family {@link SockAddr#AF_INET} or {@link SockAddr#AF_INET6}
     * @throws ErrnoException EPERM: neither kind is permitted; EAFNOSUPPORT: no such family here
     */
    public static IcmpSocket open(int family) throws ErrnoException {
        try {
            return new IcmpSocket(Fd.socket(family, Fd.SOCK_DGRAM, protocol(family)), family, false);
        } catch (ErrnoException e) {
            boolean mayFallBack = e.errno() == Errno.EACCES
                    || e.errno() == Errno.EPROTONOSUPPORT
                    || e.errno() == Errno.EAFNOSUPPORT && family == SockAddr.AF_INET;
            if (!mayFallBack) {
                throw e;
            }
            return openRaw(family);
        }
    }

    /** Open a raw socket. Needs CAP_NET_RAW in the namespace's user namespace, else EPERM. */
    public static IcmpSocket openRaw(int family) throws ErrnoException {
        Capabilities.raise(Capabilities.CAP_NET_RAW);
        try {
            return new IcmpSocket(Fd.socket(family, Fd.SOCK_RAW, protocol(family)), family, true);
        } finally {
            Capabilities.lower(Capabilities.CAP_NET_RAW);
        }
    }

    private static int protocol(int family) {
        return family == SockAddr.AF_INET6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP;
    }

    /**
     * Ask for TTL, TOS (which a raw IPv4 socket delivers in the IP header anyway), ICMP errors on the error queue, and the count of receive overflows with each reception.
     */
    public void enableAncillary() {
        if (family == SockAddr.AF_INET6) {
            fd.trySetOption(IPPROTO_IPV6, IPV6_RECVERR, 1);
            fd.trySetOption(IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1);
            fd.trySetOption(IPPROTO_IPV6, IPV6_RECVTCLASS, 1);
        } else {
            fd.trySetOption(IPPROTO_IP, IP_RECVERR, 1);
            if (!raw) {
                fd.trySetOption(IPPROTO_IP, IP_RECVTTL, 1);
                fd.trySetOption(IPPROTO_IP, IP_RECVTOS, 1);
            }
        }
        fd.trySetOption(SOL_SOCKET, SO_RXQ_OVFL, 1);
    }

    /** Have the kernel stamp, on reception and, where it can, on transmission too. See {@link Timestamping#enable}. */
    public void enableTimestamps() {
        timestamping = Timestamping.enable(fd);
    }

    /** How the kernel stamps. */
    public Timestamping timestamping() {
        return timestamping;
    }

    /** The descriptor, owned by this socket. */
    public Fd fd() {
        return fd;
    }

    /** {@link SockAddr#AF_INET} or {@link SockAddr#AF_INET6}. */
    public int family() {
        return family;
    }

    /** Whether it is a raw socket. */
    public boolean isRaw() {
        return raw;
    }

    @Override
    public void close() {
        fd.close();
    }
}

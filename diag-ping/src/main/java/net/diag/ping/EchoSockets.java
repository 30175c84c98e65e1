package net.diag.ping;

import net.diag.socket.IcmpSocket;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.SockAddr;

/** The sockets of a run, one per family that is wanted and can be had. */
final class EchoSockets implements AutoCloseable {
    private final IcmpSocket ipv4;
    private final IcmpSocket ipv6;

    private EchoSockets(IcmpSocket ipv4, IcmpSocket ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /** Open what {@code family} needs; with {@link SockAddr#AF_UNSPEC} one of both may fail. */
    static EchoSockets open(int family, boolean raw, PingOptions options, Warnings warnings) throws PingException {
        IcmpSocket v4 = null;
        IcmpSocket v6 = null;
        if (family != SockAddr.AF_INET6) {
            v4 = open(SockAddr.AF_INET, raw, family == SockAddr.AF_INET, options, warnings);
        }
        if (family != SockAddr.AF_INET) {
            v6 = open(SockAddr.AF_INET6, raw, v4 == null, options, warnings);
        }
        return new EchoSockets(v4, v6);
    }

    private static IcmpSocket open(int family, boolean raw, boolean required, PingOptions options, Warnings warnings)
            throws PingException {
        try {
            IcmpSocket socket = raw ? IcmpSocket.openRaw(family) : IcmpSocket.open(family);
            if (!options.userLatency) {
                socket.enableTimestamps();
            }
            return socket;
        } catch (ErrnoException e) {
            boolean permission = e.errno() == Errno.EPERM || e.errno() == Errno.EACCES;
            if (required || options.verbose) {
                if (permission) {
                    warnings.warn("socktype: SOCK_RAW");
                }
                warnings.warn("socket: " + Errno.message(e.errno()));
                if (permission) {
                    warnings.warn("=> missing cap_net_raw+p capability or setuid?");
                }
            }
            if (!required) {
                return null;
            }
            throw PingException.fatal(
                    permission
                            ? "=> needs CAP_NET_RAW (run as root), or a group in net.ipv4.ping_group_range: "
                                    + "sysctl -w net.ipv4.ping_group_range='0 2147483647'"
                            : "no ICMP socket of family " + (family == SockAddr.AF_INET6 ? "IPv6" : "IPv4"));
        }
    }

    /** The socket of {@code family}, or null. */
    IcmpSocket of(int family) {
        return family == SockAddr.AF_INET6 ? ipv6 : ipv4;
    }

    /** The family to restrict the run to when only one could be had. */
    int narrow(int family) {
        if (family != SockAddr.AF_UNSPEC) {
            return family;
        }
        return ipv4 == null ? SockAddr.AF_INET6 : ipv6 == null ? SockAddr.AF_INET : family;
    }

    @Override
    public void close() {
        if (ipv4 != null) {
            ipv4.close();
        }
        if (ipv6 != null) {
            ipv6.close();
        }
    }
}

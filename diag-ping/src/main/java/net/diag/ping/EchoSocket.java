package net.diag.ping;

import net.diag.socket.IcmpSocket;
import net.diag.sys.SockAddr;

/**
 * A socket that is ready to probe one destination: opened, bound and set as the options ask.
 *
 * @param socket the socket, closed by whoever closes this
 * @param destination where probes go
 * @param source the address that the kernel chose, or that was asked for
 * @param multicast replies from several addresses are expected (multicast, broadcast, anycast)
 * @param anyReplier replies from another address than the destination are in order
 * @param identifier the ICMP identifier in host order, or -1 while the kernel hasn't told
 * @param flowLabel the IPv6 flow label in use, or 0
 * @param optionsLength bytes of IPv4 options in the header line's size, 0 or 40
 */
record EchoSocket(
        IcmpSocket socket,
        SockAddr destination,
        SockAddr source,
        boolean multicast,
        boolean anyReplier,
        int identifier,
        int flowLabel,
        int optionsLength)
        implements AutoCloseable {
    boolean isIpv6() {
        return destination.family() == SockAddr.AF_INET6;
    }

    @Override
    public void close() {
        socket.close();
    }
}

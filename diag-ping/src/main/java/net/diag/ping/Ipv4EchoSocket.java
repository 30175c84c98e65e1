package net.diag.ping;

import static net.diag.sys.SocketOptions.ICMP_FILTER;
import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IP_MTU_DISCOVER;
import static net.diag.sys.SocketOptions.IP_MULTICAST_IF;
import static net.diag.sys.SocketOptions.IP_MULTICAST_LOOP;
import static net.diag.sys.SocketOptions.IP_MULTICAST_TTL;
import static net.diag.sys.SocketOptions.IP_OPTIONS;
import static net.diag.sys.SocketOptions.IP_PMTUDISC_DO;
import static net.diag.sys.SocketOptions.IP_RETOPTS;
import static net.diag.sys.SocketOptions.IP_TOS;
import static net.diag.sys.SocketOptions.IP_TTL;
import static net.diag.sys.SocketOptions.SOL_RAW;
import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_BINDTODEVICE;
import static net.diag.sys.SocketOptions.SO_BROADCAST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import net.diag.socket.BpfProgram;
import net.diag.socket.IcmpSocket;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.Interfaces;
import net.diag.sys.SockAddr;
import net.diag.sys.Users;

/** Makes an IPv4 socket ready to probe, in the order and with the errors of iputils. */
final class Ipv4EchoSocket {
    private static final int PROBE_PORT = 1025;
    private static final int TYPE_ECHO_REPLY = 0;
    private static final int TYPE_SOURCE_QUENCH = 4;
    private static final int TYPE_REDIRECT = 5;

    private final IcmpSocket socket;
    private final PingOptions options;
    private final Warnings warnings;
    private final boolean privileged;
    private SockAddr destination;
    private byte[] source;

    Ipv4EchoSocket(IcmpSocket socket, PingOptions options, boolean privileged, Warnings warnings) {
        this.socket = socket;
        this.options = options;
        this.privileged = privileged;
        this.warnings = warnings;
    }

    /**
     * Set everything for {@code target}.
     *
     * @param hops addresses of 4 bytes of a source route or of prespecified time stamps
     * @param mayTryNext another address of the same name follows: no route to this one is no error
     * @return the socket, or null when there is no route and the next address should be tried
     */
    EchoSocket prepare(SockAddr target, List<byte[]> hops, boolean mayTryNext) throws PingException {
        destination = SockAddr.inet4(target.addressBytes(), 0);
        source = options.source4;
        if (source == null || isZero(source)) {
            if (!probeSource(hops, mayTryNext)) {
                return null;
            }
        } else if (options.device != null) {
            bindToDevice(socket.fd());
        }
        if (isZero(destination.addressBytes())) {
            destination = SockAddr.inet4(source, 0);
        }
        if (options.device != null && Interfaces.index(options.device) == 0) {
            throw PingException.fatal("unknown iface: " + options.device);
        }
        boolean multicast = options.broadcast || isMulticast(destination);
        pathMtuDiscovery(multicast);
        bind();
        receiveOptions();
        int optionsLength = ipOptions(hops);
        EchoSocketOptions.buffers(socket.fd(), options, optionsLength, warnings);
        sendOptions();
        int identifier = identifier();
        filter(identifier);
        if (options.connect) {
            EchoSocketOptions.check(socket.fd().tryConnect(destination), "connect");
        }
        SockAddr from = SockAddr.inet4(source, 0);
        return new EchoSocket(socket, destination, from, multicast, multicast, identifier, 0, optionsLength);
    }

    private static boolean isZero(byte[] a) {
        return (a[0] | a[1] | a[2] | a[3]) == 0;
    }

    private static boolean isMulticast(SockAddr a) {
        return (a.addressBytes()[0] & 0xf0) == 0xe0;
    }

    /** Ask the routing which source it takes, by connecting a UDP socket. */
    private boolean probeSource(List<byte[]> hops, boolean mayTryNext) throws PingException {
        try (Fd probe = Fd.socket(SockAddr.AF_INET, Fd.SOCK_DGRAM, 0)) {
            if (options.device != null) {
                bindToDevice(probe);
                bindToDevice(socket.fd());
            }
            if (options.tos != 0 && probe.trySetOption(IPPROTO_IP, IP_TOS, options.tos) < 0) {
                warnings.warn("warning: QOS sockopts");
            }
            EchoSocketOptions.mark(probe, options, warnings);
            byte[] first = hops.isEmpty() ? destination.addressBytes() : hops.get(0);
            SockAddr there = SockAddr.inet4(first, PROBE_PORT);
            int r = probe.tryConnect(there);
            if (r == -Errno.EACCES) {
                if (!options.broadcast) {
                    throw PingException.fatal(
                            "Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
                }
                warnings.warnBare("WARNING: pinging broadcast address");
                EchoSocketOptions.check(probe.trySetOption(SOL_SOCKET, SO_BROADCAST, 1), "cannot set broadcasting");
                r = probe.tryConnect(there);
            }
            if ((r == -Errno.EHOSTUNREACH || r == -Errno.ENETUNREACH) && mayTryNext) {
                return false;
            }
            EchoSocketOptions.check(r, "connect");
            source = probe.localAddress().addressBytes();
            if (options.device != null) {
                checkDeviceOf(there);
            }
            return true;
        } catch (ErrnoException e) {
            throw PingException.fatal(e.operation() + ": " + Errno.message(e.errno()));
        }
    }

    private void checkDeviceOf(SockAddr there) {
        if (!InterfaceAddresses.has(options.device, source)) {
            warnings.warn("Warning: source address might be selected on device other than: " + options.device);
        } else if (java.util.Arrays.equals(source, there.addressBytes())) {
            // One's own address is reached through lo, so the binding would hide the replies.
            socket.fd().trySetOption(SOL_SOCKET, SO_BINDTODEVICE, new byte[1]);
        }
    }

    private void bindToDevice(Fd fd) throws PingException {
        int r = EchoSocketOptions.bindToDevice(fd, options.device);
        if (r < 0 && isMulticast(destination)) {
            int index = Interfaces.index(options.device);
            if (index == 0) {
                throw PingException.fatal("unknown iface: " + options.device);
            }
            byte[] mreqn = ByteBuffer.allocate(12)
                    .order(ByteOrder.nativeOrder())
                    .putInt(8, index)
                    .array();
            EchoSocketOptions.check(fd.trySetOption(IPPROTO_IP, IP_MULTICAST_IF, mreqn), "IP_MULTICAST_IF");
        } else {
            EchoSocketOptions.check(r, "SO_BINDTODEVICE " + options.device);
        }
    }

    private void pathMtuDiscovery(boolean multicast) throws PingException {
        if (multicast && !privileged) {
            if (options.intervalMillis < 1000) {
                throw PingException.fatal(
                        "minimal interval for broadcast ping for user must be >= 1000 ms, use -i 1 (or higher)");
            }
            if (options.pmtuDiscovery >= 0 && options.pmtuDiscovery != IP_PMTUDISC_DO) {
                throw PingException.fatal("broadcast ping does not fragment");
            }
        }
        int discovery = options.pmtuDiscovery < 0 && multicast ? IP_PMTUDISC_DO : options.pmtuDiscovery;
        if (discovery >= 0) {
            EchoSocketOptions.check(
                    socket.fd().trySetOption(IPPROTO_IP, IP_MTU_DISCOVER, discovery), "IP_MTU_DISCOVER");
        }
    }

    private void bind() throws PingException {
        boolean ownIdentifier = options.identifier > 0 && !socket.isRaw();
        if (options.stickySource || ownIdentifier) {
            SockAddr local = SockAddr.inet4(source, ownIdentifier ? options.identifier : 0);
            EchoSocketOptions.check(socket.fd().tryBind(local), "bind");
        }
    }

    private void receiveOptions() {
        socket.enableAncillary();
        if (!socket.isRaw()) {
            socket.fd().trySetOption(IPPROTO_IP, IP_RETOPTS, 1);
        }
    }

    /** Record route, time stamps or source route; the length that the header line adds. */
    private int ipOptions(List<byte[]> hops) throws PingException {
        if (options.recordRoute) {
            setIpOptions(IpOptionRequest.recordRoute(), "record route");
            return IpOptionRequest.MOST;
        }
        if (options.timestampOption >= 0) {
            byte[] request = IpOptionRequest.timestamps(options.timestampOption, hops);
            if (socket.fd().trySetOption(IPPROTO_IP, IP_OPTIONS, request) < 0) {
                setIpOptions(IpOptionRequest.withFlag(request, 2), "ts option");
            }
            return IpOptionRequest.MOST;
        }
        if (!hops.isEmpty()) {
            net.diag.sys.Capabilities.raise(net.diag.sys.Capabilities.CAP_NET_RAW);
            setIpOptions(IpOptionRequest.sourceRoute(options.doNotRoute, hops), "record route");
            return IpOptionRequest.MOST;
        }
        return 0;
    }

    private void setIpOptions(byte[] request, String what) throws PingException {
        EchoSocketOptions.check(socket.fd().trySetOption(IPPROTO_IP, IP_OPTIONS, request), what);
    }

    private void sendOptions() throws PingException {
        Fd fd = socket.fd();
        if (options.tos != 0) {
            EchoSocketOptions.check(fd.trySetOption(IPPROTO_IP, IP_TOS, options.tos), "setsockopt");
        }
        if (options.broadcast) {
            EchoSocketOptions.check(fd.trySetOption(SOL_SOCKET, SO_BROADCAST, 1), "cannot set broadcasting");
        }
        if (options.noMulticastLoop) {
            EchoSocketOptions.check(
                    fd.trySetOption(IPPROTO_IP, IP_MULTICAST_LOOP, 0), "cannot disable multicast loopback");
        }
        if (options.ttl >= 0) {
            EchoSocketOptions.check(
                    fd.trySetOption(IPPROTO_IP, IP_MULTICAST_TTL, options.ttl), "cannot set multicast time-to-live");
            EchoSocketOptions.check(
                    fd.trySetOption(IPPROTO_IP, IP_TTL, options.ttl), "cannot set unicast time-to-live");
        }
        EchoSocketOptions.plain(fd, options);
        EchoSocketOptions.mark(fd, options, warnings);
    }

    private int identifier() {
        if (socket.isRaw()) {
            return options.identifier >= 0 ? options.identifier : Users.pid() & 0xffff;
        }
        return options.identifier > 0 ? options.identifier : -1;
    }

    /** Let the kernel drop what can't be ours, before it wakes us. */
    private void filter(int identifier) {
        if (!socket.isRaw()) {
            return;
        }
        // Unreachable, time exceeded and parameter problem come by the error queue.
        int drop = ~(1 << TYPE_ECHO_REPLY | 1 << TYPE_SOURCE_QUENCH | 1 << TYPE_REDIRECT);
        if (socket.fd().trySetOption(SOL_RAW, ICMP_FILTER, drop) < 0) {
            warnings.warn("WARNING: setsockopt(ICMP_FILTER)");
        }
        BpfProgram ours = new BpfProgram()
                .add(BpfProgram.LDX_MSH, 0)
                .add(BpfProgram.LD_H_IND, 4)
                .add(BpfProgram.JEQ, 2, 0, identifier)
                .add(BpfProgram.LD_B_IND, 0)
                .add(BpfProgram.JEQ, 1, 0, TYPE_ECHO_REPLY)
                .add(BpfProgram.RET, BpfProgram.WHOLE)
                .add(BpfProgram.RET, 0);
        try {
            ours.attach(socket.fd());
        } catch (ErrnoException e) {
            warnings.warn("WARNING: failed to install socket filter: " + Errno.message(e.errno()));
        }
    }
}

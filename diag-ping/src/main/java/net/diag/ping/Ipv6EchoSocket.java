package net.diag.ping;

import static net.diag.sys.SocketOptions.ICMP6_FILTER;
import static net.diag.sys.SocketOptions.IPPROTO_ICMPV6;
import static net.diag.sys.SocketOptions.IPPROTO_IPV6;
import static net.diag.sys.SocketOptions.IPV6_FLOWINFO_SEND;
import static net.diag.sys.SocketOptions.IPV6_FLOWLABEL_MGR;
import static net.diag.sys.SocketOptions.IPV6_MTU_DISCOVER;
import static net.diag.sys.SocketOptions.IPV6_MULTICAST_HOPS;
import static net.diag.sys.SocketOptions.IPV6_MULTICAST_LOOP;
import static net.diag.sys.SocketOptions.IPV6_PKTINFO;
import static net.diag.sys.SocketOptions.IPV6_TCLASS;
import static net.diag.sys.SocketOptions.IPV6_UNICAST_HOPS;
import static net.diag.sys.SocketOptions.IP_PMTUDISC_DO;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.diag.socket.BpfProgram;
import net.diag.socket.IcmpSocket;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.Interfaces;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.sys.Users;

/** Makes an IPv6 socket ready to probe, in the order and with the errors of iputils. */
final class Ipv6EchoSocket {
    private static final int PROBE_PORT = 1025;
    private static final int TYPE_ECHO_REPLY = 129;
    private static final int TYPE_NODE_INFORMATION_REPLY = 140;
    private static final int IN6_FLOWLABEL_REQ_LENGTH = 32;
    private static final int IPV6_FL_A_GET = 0;
    private static final int IPV6_FL_F_CREATE = 1;
    private static final int IPV6_FL_S_EXCL = 1;
    private static final int FLOW_LABEL_MASK = 0xfffff;

    private final IcmpSocket socket;
    private final PingOptions options;
    private final Warnings warnings;
    private final boolean privileged;
    private byte[] address;
    private int scope;
    /** The scope that the source is chosen by: that of the device too, which the socket is bound to. */
    private int firstHopScope;

    private SockAddr source;

    Ipv6EchoSocket(IcmpSocket socket, PingOptions options, boolean privileged, Warnings warnings) {
        this.socket = socket;
        this.options = options;
        this.privileged = privileged;
        this.warnings = warnings;
    }

    /**
     * Set everything for {@code target}.
     *
     * @param mayTryNext another address of the same name follows: no route to this one is no error
     * @return the socket, or null when there is no route and the next address should be tried
     */
    EchoSocket prepare(SockAddr target, boolean mayTryNext) throws PingException {
        address = target.addressBytes();
        scope = target.scopeId();
        firstHopScope = scope;
        byte[] from = options.source6;
        if (from == null || isZero(from)) {
            if (!probeSource(mayTryNext)) {
                return null;
            }
        } else {
            int fromScope = options.device != null && isLinkLocal(from) ? interfaceIndex() : 0;
            source = SockAddr.inet6(from, 0, 0, fromScope);
        }
        if (options.device != null) {
            interfaceIndex();
            if (options.stickySource) {
                EchoSocketOptions.check(
                        EchoSocketOptions.bindToDevice(socket.fd(), options.device),
                        "SO_BINDTODEVICE " + options.device);
            }
        }
        boolean multicast = (address[0] & 0xff) == 0xff;
        pathMtuDiscovery(multicast);
        bind();
        socket.enableAncillary();
        EchoSocketOptions.buffers(socket.fd(), options, 20, warnings);
        int identifier = identifier();
        filter(identifier);
        sendOptions();
        int label = flowLabel();
        SockAddr there = SockAddr.inet6(address, socket.isRaw() ? IPPROTO_ICMPV6 : 0, label, scope);
        if (options.connect) {
            EchoSocketOptions.check(socket.fd().tryConnect(there), "connect");
        }
        return new EchoSocket(
                socket, there, source, multicast, multicast || isSubnetRouterAnycast(), identifier, label, 0);
    }

    private static boolean isZero(byte[] a) {
        for (byte b : a) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLinkLocal(byte[] a) {
        boolean unicast = (a[0] & 0xff) == 0xfe && (a[1] & 0xc0) == 0x80;
        boolean multicast = (a[0] & 0xff) == 0xff && (a[1] & 0x0f) == 2;
        return unicast || multicast;
    }

    /** The all-zero interface part of a /64 is the anycast address of its routers (RFC 4291 §2.6.1). */
    private boolean isSubnetRouterAnycast() {
        for (int i = 8; i < 16; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private int interfaceIndex() throws PingException {
        int index = Interfaces.index(options.device);
        if (index == 0) {
            throw PingException.fatal("unknown iface: " + options.device);
        }
        return index;
    }

    private boolean probeSource(boolean mayTryNext) throws PingException {
        try (Fd probe = Fd.socket(SockAddr.AF_INET6, Fd.SOCK_DGRAM, 0)) {
            if (options.device != null) {
                bindBothToDevice(probe);
            }
            if (options.tos != 0) {
                EchoSocketOptions.check(
                        probe.trySetOption(IPPROTO_IPV6, IPV6_TCLASS, options.tos), "setsockopt(IPV6_TCLASS)");
            }
            EchoSocketOptions.mark(probe, options, warnings);
            // iputils leaves the family out for a link-local destination, so that its probe socket stays
            // unconnected and the source shown is "::". The kernel chooses the same address either way.
            int r = isLinkLocal(address) ? 0 : probe.tryConnect(SockAddr.inet6(address, PROBE_PORT, 0, firstHopScope));
            if ((r == -Errno.EHOSTUNREACH || r == -Errno.ENETUNREACH) && mayTryNext) {
                return false;
            }
            EchoSocketOptions.check(r, "connect");
            SockAddr local = probe.localAddress();
            source = SockAddr.inet6(local.addressBytes(), 0, 0, local.scopeId());
            if (options.device != null && !InterfaceAddresses.has(options.device, source.addressBytes())) {
                warnings.warn("Warning: source address might be selected on device other than: " + options.device);
            }
            return true;
        } catch (ErrnoException e) {
            throw PingException.fatal(e.operation() + ": " + Errno.message(e.errno()));
        }
    }

    private void bindBothToDevice(Fd probe) throws PingException {
        int index = interfaceIndex();
        byte[] packetInfo = ByteBuffer.allocate(20)
                .order(ByteOrder.nativeOrder())
                .putInt(16, index)
                .array();
        if (isLinkLocal(address)) {
            firstHopScope = index;
        }
        EchoSocketOptions.check(probe.trySetOption(IPPROTO_IPV6, IPV6_PKTINFO, packetInfo), "setsockopt(IPV6_PKTINFO)");
        EchoSocketOptions.check(
                socket.fd().trySetOption(IPPROTO_IPV6, IPV6_PKTINFO, packetInfo), "setsockopt(IPV6_PKTINFO)");
        String what = "setsockopt(SO_BINDTODEVICE) " + options.device;
        EchoSocketOptions.check(EchoSocketOptions.bindToDevice(probe, options.device), what);
        EchoSocketOptions.check(EchoSocketOptions.bindToDevice(socket.fd(), options.device), what);
    }

    private void pathMtuDiscovery(boolean multicast) throws PingException {
        if (multicast && !privileged) {
            if (options.intervalMillis < 1000) {
                throw PingException.fatal(
                        "minimal interval for multicast ping for user must be >= 1000 ms, use -i 1 (or higher)");
            }
            if (options.pmtuDiscovery >= 0 && options.pmtuDiscovery != IP_PMTUDISC_DO) {
                throw PingException.fatal("multicast ping does not fragment");
            }
        }
        int discovery = options.pmtuDiscovery < 0 && multicast ? IP_PMTUDISC_DO : options.pmtuDiscovery;
        if (discovery >= 0) {
            EchoSocketOptions.check(
                    socket.fd().trySetOption(IPPROTO_IPV6, IPV6_MTU_DISCOVER, discovery), "IPV6_MTU_DISCOVER");
        }
    }

    private void bind() throws PingException {
        boolean ownIdentifier = options.identifier > 0 && !socket.isRaw();
        if (options.stickySource || ownIdentifier) {
            SockAddr local =
                    SockAddr.inet6(source.addressBytes(), ownIdentifier ? options.identifier : 0, 0, source.scopeId());
            EchoSocketOptions.check(socket.fd().tryBind(local), "bind icmp socket");
        }
    }

    private int identifier() {
        if (socket.isRaw()) {
            return options.identifier >= 0 ? options.identifier : Users.pid() & 0xffff;
        }
        return options.identifier > 0 ? options.identifier : -1;
    }

    private void filter(int identifier) throws PingException {
        int wanted = options.nodeInformation == null ? TYPE_ECHO_REPLY : TYPE_NODE_INFORMATION_REPLY;
        ByteBuffer drop = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
        for (int word = 0; word < 8; word++) {
            drop.putInt(word * 4, word == wanted / 32 ? ~(1 << wanted % 32) : -1);
        }
        EchoSocketOptions.check(
                socket.fd().trySetOption(IPPROTO_ICMPV6, ICMP6_FILTER, drop.array()), "setsockopt(ICMP6_FILTER)");
        if (!socket.isRaw() || options.nodeInformation != null) {
            return;
        }
        BpfProgram ours = new BpfProgram()
                .add(BpfProgram.LD_H_ABS, 4)
                .add(BpfProgram.JEQ, 0, 1, identifier)
                .add(BpfProgram.RET, BpfProgram.WHOLE)
                .add(BpfProgram.RET, 0);
        try {
            ours.attach(socket.fd());
        } catch (ErrnoException e) {
            warnings.warn("WARNING: failed to install socket filter: " + Errno.message(e.errno()));
        }
    }

    private void sendOptions() throws PingException {
        Fd fd = socket.fd();
        if (options.tos != 0) {
            EchoSocketOptions.check(fd.trySetOption(IPPROTO_IPV6, IPV6_TCLASS, options.tos), "setsockopt");
        }
        if (options.noMulticastLoop) {
            EchoSocketOptions.check(
                    fd.trySetOption(IPPROTO_IPV6, IPV6_MULTICAST_LOOP, 0), "can't disable multicast loopback");
        }
        if (options.ttl >= 0) {
            EchoSocketOptions.check(
                    fd.trySetOption(IPPROTO_IPV6, IPV6_MULTICAST_HOPS, options.ttl), "can't set multicast hop limit");
            EchoSocketOptions.check(
                    fd.trySetOption(IPPROTO_IPV6, IPV6_UNICAST_HOPS, options.ttl), "can't set unicast hop limit");
        }
        EchoSocketOptions.plain(fd, options);
        EchoSocketOptions.mark(fd, options, warnings);
    }

    /** Lease the flow label ({@code struct in6_flowlabel_req}), and return the one in use. */
    private int flowLabel() throws PingException {
        if (options.flowLabel < 0) {
            return 0;
        }
        NativeBuffer request = NativeBuffer.allocate(IN6_FLOWLABEL_REQ_LENGTH);
        ByteBuffer b = request.bytes();
        b.put(0, address);
        b.order(ByteOrder.BIG_ENDIAN).putInt(16, options.flowLabel & FLOW_LABEL_MASK);
        b.order(ByteOrder.nativeOrder());
        b.put(20, (byte) IPV6_FL_A_GET).put(21, (byte) IPV6_FL_S_EXCL);
        b.putShort(22, (short) IPV6_FL_F_CREATE);
        int r = socket.fd().trySetOption(IPPROTO_IPV6, IPV6_FLOWLABEL_MGR, request, IN6_FLOWLABEL_REQ_LENGTH);
        EchoSocketOptions.check(r, "can't set flowlabel");
        EchoSocketOptions.check(socket.fd().trySetOption(IPPROTO_IPV6, IPV6_FLOWINFO_SEND, 1), "can't send flowinfo");
        b.order(ByteOrder.BIG_ENDIAN);
        int label = b.getInt(16) & FLOW_LABEL_MASK;
        b.order(ByteOrder.nativeOrder());
        return label;
    }
}

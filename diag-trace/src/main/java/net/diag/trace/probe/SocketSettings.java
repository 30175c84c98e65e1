package net.diag.trace.probe;

import static net.diag.sys.SocketOptions.*;

import java.nio.ByteBuffer;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.socket.Ancillary;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.Interfaces;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;

/**
 * What all probe sockets of a trace have in common ({@code ip(7)}, {@code ipv6(7)}, {@code socket(7)}).
 *
 * @param target the destination
 * @param source the address to send from, or null
 * @param device the interface to send through, or null
 * @param tos TOS or traffic class, 0…255
 * @param flowLabel IPv6 flow label, 0: none
 * @param dontFragment set DF and never fragment here, also against the cached path MTU
 * @param dontRoute only to hosts on attached networks
 * @param debug ask for SO_DEBUG
 * @param mark SO_MARK, or -1
 * @param gateways the source route, without the target
 * @param routingType the IPv6 routing header's type
 */
public record SocketSettings(
        IpAddress target,
        IpAddress source,
        String device,
        int tos,
        int flowLabel,
        boolean dontFragment,
        boolean dontRoute,
        boolean debug,
        long mark,
        List<IpAddress> gateways,
        int routingType) {
    private static final int IPOPT_NOP = 1;
    private static final int IPOPT_LSRR = 131;
    private static final int IPOPT_FIRST_POINTER = 4;
    private static final int IPV6_FL_A_GET = 0;
    private static final int IPV6_FL_F_CREATE = 1;
    private static final int IPV6_FL_S_ANY = 255;
    private static final int FLOWLABEL_REQUEST_LENGTH = 32;

    /** Plain settings for {@code target}. */
    public static SocketSettings of(IpAddress target) {
        return new SocketSettings(target, null, null, 0, 0, false, false, false, -1, List.of(), 2);
    }

    /** The same with another value of DF. */
    public SocketSettings withDontFragment(boolean on) {
        return new SocketSettings(
                target, source, device, tos, flowLabel, on, dontRoute, debug, mark, gateways, routingType);
    }

    public boolean isV6() {
        return target.isV6();
    }

    public int family() {
        return isV6() ? SockAddr.AF_INET6 : SockAddr.AF_INET;
    }

    /** The length in bytes of the IP header with its options or routing header. */
    public int ipHeaderLength() {
        int n = gateways.size();
        if (isV6()) {
            return 40 + (n == 0 ? 0 : 8 + 16 * n);
        }
        return 20 + (n == 0 ? 0 : 4 + 4 * (n + 1));
    }

    /** The target with a port, its zone and the flow label. */
    public SockAddr targetAddress(int port) {
        return address(target, port, flowLabel);
    }

    static SockAddr address(IpAddress a, int port, int flowLabel) {
        if (!a.isV6()) {
            return SockAddr.inet4(a.toBytes(), port);
        }
        return SockAddr.inet6(a.toBytes(), port, flowLabel, scope(a.zone()));
    }

    private static int scope(String zone) {
        if (zone.isEmpty()) {
            return 0;
        }
        int index = Interfaces.index(zone);
        if (index == 0) {
            for (int i = 0; i < zone.length(); i++) {
                if (zone.charAt(i) < '0' || zone.charAt(i) > '9') {
                    return 0;
                }
            }
            index = zone.length() > 9 ? 0 : Integer.parseInt(zone);
        }
        return index;
    }

    /** Apply all to a socket, and bind it to the source with {@code sourcePort} (0: the kernel's choice). */
    public void apply(Fd fd, int sourcePort) throws ErrnoException {
        if (debug) {
            set(fd, SOL_SOCKET, SO_DEBUG, 1, "SO_DEBUG");
        }
        if (mark >= 0) {
            set(fd, SOL_SOCKET, SO_MARK, (int) mark, "SO_MARK");
        }
        if (!gateways.isEmpty()) {
            routeThroughGateways(fd);
        }
        if (device != null) {
            byte[] name = (device + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            check(fd.trySetOption(SOL_SOCKET, SO_BINDTODEVICE, name), "SO_BINDTODEVICE");
        }
        if (source != null || sourcePort != 0) {
            fd.bind(address(source != null ? source : any(), sourcePort, 0));
        }
        int discover = dontFragment ? IP_PMTUDISC_PROBE : IP_PMTUDISC_DONT;
        if (isV6()) {
            set(fd, IPPROTO_IPV6, IPV6_MTU_DISCOVER, discover, "IPV6_MTU_DISCOVER");
            if (dontFragment) {
                set(fd, IPPROTO_IPV6, IPV6_DONTFRAG, 1, "IPV6_DONTFRAG");
            }
            if (flowLabel != 0) {
                shareFlowLabel(fd);
            }
            if (tos != 0) {
                set(fd, IPPROTO_IPV6, IPV6_TCLASS, tos, "IPV6_TCLASS");
            }
        } else {
            set(fd, IPPROTO_IP, IP_MTU_DISCOVER, discover, "IP_MTU_DISCOVER");
            if (tos != 0) {
                set(fd, IPPROTO_IP, IP_TOS, tos, "IP_TOS");
            }
        }
        if (dontRoute) {
            set(fd, SOL_SOCKET, SO_DONTROUTE, 1, "SO_DONTROUTE");
        }
    }

    private IpAddress any() {
        return isV6() ? IpAddress.v6(0, 0) : IpAddress.v4(0);
    }

    private void routeThroughGateways(Fd fd) throws ErrnoException {
        int n = gateways.size();
        if (isV6()) {
            ByteBuffer b = ByteBuffer.allocate(8 + 16 * n);
            b.put(1, (byte) (2 * n)).put(2, (byte) routingType).put(3, (byte) n);
            for (int i = 0; i < n; i++) {
                b.put(8 + 16 * i, gateways.get(i).toBytes());
            }
            check(fd.trySetOption(IPPROTO_IPV6, IPV6_RTHDR, b.array()), "IPV6_RTHDR");
            return;
        }
        ByteBuffer b = ByteBuffer.allocate(4 + 4 * (n + 1));
        b.put(0, (byte) IPOPT_NOP).put(1, (byte) IPOPT_LSRR);
        b.put(2, (byte) (3 + 4 * (n + 1))).put(3, (byte) IPOPT_FIRST_POINTER);
        for (int i = 0; i < n; i++) {
            b.put(4 + 4 * i, gateways.get(i).toBytes());
        }
        b.put(4 + 4 * n, target.toBytes());
        check(fd.trySetOption(IPPROTO_IP, IP_OPTIONS, b.array()), "IP_OPTIONS");
    }

    private void shareFlowLabel(Fd fd) throws ErrnoException {
        ByteBuffer r = ByteBuffer.allocate(FLOWLABEL_REQUEST_LENGTH);
        r.put(0, target.toBytes()).putInt(16, flowLabel);
        r.order(java.nio.ByteOrder.nativeOrder());
        r.put(20, (byte) IPV6_FL_A_GET).put(21, (byte) IPV6_FL_S_ANY).putShort(22, (short) IPV6_FL_F_CREATE);
        check(fd.trySetOption(IPPROTO_IPV6, IPV6_FLOWLABEL_MGR, r.array()), "IPV6_FLOWLABEL_MGR");
        set(fd, IPPROTO_IPV6, IPV6_FLOWINFO_SEND, 1, "IPV6_FLOWINFO_SEND");
    }

    /** Set an integer option, or fail with {@code setsockopt NAME: …}. */
    static void set(Fd fd, int level, int option, int value, String name) throws ErrnoException {
        check(fd.trySetOption(level, option, value), name);
    }

    private static void check(int result, String name) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException("setsockopt", name, -result);
        }
    }

    /** The path MTU that the kernel holds for the target: the interface's, unless it has learnt a smaller one; or -1. */
    public int localMtu() {
        try (Fd fd = Fd.socket(family(), Fd.SOCK_DGRAM, 0)) {
            if (fd.tryConnect(targetAddress(1)) < 0) {
                return -1;
            }
            return isV6() ? fd.option(IPPROTO_IPV6, IPV6_MTU) : fd.option(IPPROTO_IP, IP_MTU);
        } catch (ErrnoException e) {
            return -1;
        }
    }

    /**
     * The MTU of the interface that leads to the target, whatever path MTU the kernel has learnt: what it
     * says when a packet is too big to leave. -1 when it can't be told.
     */
    public int interfaceMtu() {
        try (Fd fd = Fd.socket(family(), Fd.SOCK_DGRAM, 0)) {
            withDontFragment(true).apply(fd, 0);
            int level = isV6() ? IPPROTO_IPV6 : IPPROTO_IP;
            fd.trySetOption(level, isV6() ? IPV6_RECVERR : IP_RECVERR, 1);
            if (fd.tryConnect(targetAddress(9)) < 0) {
                return -1;
            }
            int length = 65000 - ipHeaderLength() - 8;
            if (fd.send(NativeBuffer.allocate(length), 0, length, Fd.MSG_DONTWAIT) >= 0) {
                return 65000;
            }
            MessageHeader message = new MessageHeader(64, 512);
            if (fd.receiveMessage(message, Fd.MSG_ERRQUEUE | Fd.MSG_DONTWAIT) < 0) {
                return localMtu();
            }
            Ancillary ancillary = new Ancillary();
            ancillary.decode(message);
            return ancillary.hasError() ? ancillary.errorInfo() : localMtu();
        } catch (ErrnoException e) {
            return -1;
        }
    }

    /** The address that packets to the target leave with. Fails with {@code connect: …} when there is no route. */
    public IpAddress localAddress() throws ErrnoException {
        if (source != null) {
            return source;
        }
        try (Fd fd = Fd.socket(family(), Fd.SOCK_DGRAM, 0)) {
            if (device != null) {
                byte[] name = (device + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                check(fd.trySetOption(SOL_SOCKET, SO_BINDTODEVICE, name), "SO_BINDTODEVICE");
            }
            fd.connect(targetAddress(1));
            return IpAddress.of(fd.localAddress().addressBytes());
        }
    }

    /** An own prepared four-byte option value, to set the TTL without allocation. */
    static NativeBuffer intOption() {
        return NativeBuffer.allocate(4);
    }
}

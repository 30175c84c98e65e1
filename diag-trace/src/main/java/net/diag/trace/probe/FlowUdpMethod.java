package net.diag.trace.probe;

import static net.diag.sys.SocketOptions.IPPROTO_IP;
import static net.diag.sys.SocketOptions.IPPROTO_IPV6;
import static net.diag.sys.SocketOptions.IPV6_HDRINCL;
import static net.diag.sys.SocketOptions.IP_HDRINCL;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.diag.record.IpAddress;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.wire.Checksum;
import net.diag.wire.Ipv4;
import net.diag.wire.Ipv6;
import net.diag.wire.Udp;

/**
 * UDP probes whose flow is fixed (Paris traceroute): addresses, ports, TOS and flow label depend on the
 * flow alone, so every router that balances by flow sends a flow's probes the same way. The probe's
 * number goes into the UDP checksum, steered by a payload word, and for IPv4 also into the
 * identification (Dublin traceroute): where a NAT has changed the checksum, the identification still
 * tells. IPv6 has none; there the payload length carries the number's low bits as a second hint.
 *
 * <p>Flow f uses source port {@code base + f}; a UDP socket bound to it keeps it from others. Needs
 * CAP_NET_RAW.
 */
final class FlowUdpMethod extends ProbeMethod {
    private static final int UDP = 17;
    private static final int DATA = 12;
    private static final int MOST_NUMBERS = 0xfffe;

    private final int port;
    private final int wantedSourcePort;
    private final List<Fd> holders = new ArrayList<>();
    private final List<Integer> sourcePorts = new ArrayList<>();
    private final NativeBuffer data = NativeBuffer.allocate(65536);
    private final ByteBuffer packet = data.networkOrderView();
    private RawIcmpReceiver icmp;
    private Fd fd;
    private IpAddress local;
    private NativeBuffer address;
    private int addressLength;
    private int sentCount;

    FlowUdpMethod(SocketSettings settings, ProbeClock clock, int port, int sourcePort) {
        super(settings, clock);
        this.port = port;
        this.wantedSourcePort = sourcePort;
    }

    @Override
    void prepare() throws ErrnoException {
        fd = Fd.socket(settings.family(), Fd.SOCK_RAW, 255);
        settings.apply(fd, 0);
        if (settings.isV6()) {
            SocketSettings.set(fd, IPPROTO_IPV6, IPV6_HDRINCL, 1, "IPV6_HDRINCL");
        } else {
            SocketSettings.set(fd, IPPROTO_IP, IP_HDRINCL, 1, "IP_HDRINCL");
        }
        icmp = new RawIcmpReceiver(settings.family(), this, clock);
        local = settings.localAddress();
        SockAddr target = settings.targetAddress(0);
        address = NativeBuffer.allocate(SockAddr.STORAGE_LENGTH);
        addressLength = target.encode(address.bytes(), 0);
        for (int i = 0; i < 65536; i++) {
            packet.put(i, filling(i));
        }
    }

    private int sourcePort(int flow) throws ErrnoException {
        while (flow >= holders.size()) {
            Fd holder = Fd.socket(settings.family(), Fd.SOCK_DGRAM, UDP);
            holders.add(holder);
            IpAddress any = settings.isV6() ? IpAddress.v6(0, 0) : IpAddress.v4(0);
            int wanted = wantedSourcePort == 0 ? 0 : wantedSourcePort + holders.size() - 1 & 0xffff;
            holder.bind(SocketSettings.address(any, wanted, 0));
            ErrorQueueReceiver.enable(holder, settings.isV6(), false);
            sourcePorts.add(holder.localAddress().port());
        }
        return sourcePorts.get(flow);
    }

    @Override
    int packetLength(int asked) {
        int header = settings.ipHeaderLength() + Udp.HEADER_LENGTH;
        return asked < 0 ? header + DATA : Math.max(asked, header + 2);
    }

    /** The number in the checksum, 1…65534: 0 means “none” and 65535 is its stand-in. */
    private static int number(int id) {
        return id % MOST_NUMBERS + 1;
    }

    @Override
    int send(Probe probe) throws ErrnoException {
        int source = sourcePort(probe.flow());
        int header = settings.isV6() ? Ipv6.HEADER_LENGTH : Ipv4.HEADER_LENGTH;
        int udpLength = Math.max(Udp.HEADER_LENGTH + 2, probe.sizeBytes() - header);
        int number = number(probe.id());
        if (settings.isV6()) {
            Ipv6.encode(packet, 0, udpLength, UDP);
            Ipv6.putFlow(packet, 0, settings.tos(), settings.flowLabel());
            Ipv6.putHopLimit(packet, 0, probe.ttl());
            Ipv6.putAddresses(packet, 0, local.toBytes(), settings.target().toBytes());
        } else {
            Ipv4.encode(packet, 0, header + udpLength, UDP);
            Ipv4.putTos(packet, 0, settings.tos());
            Ipv4.putTtl(packet, 0, probe.ttl());
            Ipv4.putId(packet, 0, number);
            Ipv4.putFragmentWord(packet, 0, settings.dontFragment() ? Ipv4.DONT_FRAGMENT : 0);
            Ipv4.putAddresses(
                    packet, 0, (int) local.low(), (int) settings.target().low());
            Ipv4.putChecksum(packet, 0);
        }
        Udp.encode(packet, header, source, port, udpLength);
        int payload = header + Udp.HEADER_LENGTH;
        packet.putShort(payload, (short) 0);
        int pseudo = settings.isV6()
                ? Checksum.pseudoHeader6(packet, 0, UDP, udpLength)
                : Checksum.pseudoHeader4(packet, 0, UDP, udpLength);
        packet.putShort(header + Udp.CHECKSUM_OFFSET, (short) 0);
        int sum = Checksum.add(Checksum.sum(packet, header, udpLength), pseudo);
        packet.putShort(payload, (short) Checksum.wordFor(number, sum));
        packet.putShort(header + Udp.CHECKSUM_OFFSET, (short) number);
        sentCount = Math.max(sentCount, probe.id() + 1);
        probe.sent(clock.nowNanos());
        return Math.min(0, fd.sendTo(data, 0, header + udpLength, Fd.MSG_DONTWAIT, address, addressLength));
    }

    /** The newest probe that had this number, or -1. */
    private int probeOf(int number) {
        if (number < 1 || number > MOST_NUMBERS) {
            return -1;
        }
        int id = number - 1;
        if (sentCount > MOST_NUMBERS) {
            int newest = sentCount - 1;
            id = newest - Math.floorMod(newest - id, MOST_NUMBERS);
        }
        return id < sentCount ? id : -1;
    }

    @Override
    public int match(Quote quote) {
        if (quote.protocol() != UDP || !isToTarget(quote) || quote.transportShort(2) != port) {
            return -1;
        }
        if (!sourcePorts.contains(quote.transportShort(0))) {
            return -1;
        }
        int id = quote.id();
        return probeOf(id > 0 ? id : quote.transportShort(6));
    }

    @Override
    public int checksum(Quote quote) {
        return quote.transportShort(6);
    }

    @Override
    List<Receiver> receivers() {
        return List.of(icmp);
    }

    @Override
    long readLagNanos() {
        return icmp.lagNanos();
    }

    @Override
    public void close() {
        if (icmp != null) {
            icmp.close();
        }
        for (Fd holder : holders) {
            holder.close();
        }
        if (fd != null) {
            fd.close();
        }
    }
}

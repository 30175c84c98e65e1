package net.diag.dump.packet;

import java.nio.ByteBuffer;
import net.diag.capture.LinkType;
import net.diag.capture.PacketReader;
import net.diag.record.IpAddress;
import net.diag.wire.Dns;
import net.diag.wire.DnsName;
import net.diag.wire.DnsType;
import net.diag.wire.EtherType;
import net.diag.wire.Ethernet;
import net.diag.wire.IpProtocol;
import net.diag.wire.Ipv4;
import net.diag.wire.Ipv6;
import net.diag.wire.Ipv6Extension;
import net.diag.wire.MacAddress;
import net.diag.wire.Sll;
import net.diag.wire.Sll2;
import net.diag.wire.Tcp;
import net.diag.wire.Udp;
import net.diag.wire.Vlan;

/** Reads the headers of a packet into a {@link Packet}. Every header is checked before it is read. One per thread. */
public final class PacketDecoder {
    private static final int MULTICAST_DNS_PORT = 5353;
    private static final int LLMNR_PORT = 5355;
    private static final int MAXIMUM_TAGS = 4;
    private static final long NANOS = 1_000_000_000L;
    private static final String FLAG_LETTERS = "FSRP.UEWe";
    private static final String[] FLAGS = new String[1 << FLAG_LETTERS.length()];

    static {
        for (int flags = 0; flags < FLAGS.length; flags++) {
            FLAGS[flags] = flagText(flags);
        }
    }

    private ByteBuffer b = ByteBuffer.allocate(0);
    private int limit;
    private int linkNumber = -1;
    private String linkName;
    private Packet.Eth eth;
    private Packet.Ip ip;
    private Packet.Tcp tcp;
    private Packet.Udp udp;
    private Packet.Icmp icmp;
    private Packet.Dns dns;

    /** The packet that the reader stands on. */
    public Packet decode(PacketReader p, long number, String device, String summary) {
        if (b.array() != p.bytes) {
            b = ByteBuffer.wrap(p.bytes);
        }
        limit = p.offset + Math.max(0, p.captured);
        eth = null;
        ip = null;
        tcp = null;
        udp = null;
        icmp = null;
        dns = null;
        link(p.linkType(), p.offset);
        long time = p.seconds * NANOS + p.fraction * (p.nanos() ? 1L : 1000L);
        long length = p.length & 0xffffffffL;
        return new Packet(
                number, time, length, p.captured, device, name(p.linkType()), eth, ip, tcp, udp, icmp, dns, summary);
    }

    private String name(int linkType) {
        if (linkType != linkNumber) {
            LinkType type = LinkType.of(linkType);
            linkName = type == null ? String.valueOf(linkType) : type.name();
            linkNumber = linkType;
        }
        return linkName;
    }

    private void link(int linkType, int off) {
        switch (linkType) {
            case LinkType.ETHERNET -> ethernet(off);
            case LinkType.LINUX_SLL -> {
                if (Sll.checkLength(b, off, limit) > 0) {
                    network(Sll.protocol(b, off), off + Sll.HEADER_LENGTH);
                }
            }
            case LinkType.LINUX_SLL2 -> {
                if (Sll2.checkLength(b, off, limit) > 0) {
                    network(Sll2.protocol(b, off), off + Sll2.HEADER_LENGTH);
                }
            }
            case LinkType.NULL, LinkType.LOOP -> byVersion(off + 4);
            case LinkType.RAW, LinkType.IPV4, LinkType.IPV6 -> byVersion(off);
            default -> {}
        }
    }

    private void ethernet(int off) {
        if (Ethernet.checkLength(b, off, limit) < 0) {
            return;
        }
        int type = Ethernet.type(b, off);
        int at = off + Ethernet.HEADER_LENGTH;
        int vlan = -1;
        for (int tags = 0; tags < MAXIMUM_TAGS && isTag(type) && Vlan.checkLength(b, at, limit) > 0; tags++) {
            vlan = vlan < 0 ? Vlan.id(b, at) : vlan;
            type = Vlan.type(b, at);
            at += Vlan.TAG_LENGTH;
        }
        eth = new Packet.Eth(
                MacAddress.format(Ethernet.source(b, off)),
                MacAddress.format(Ethernet.destination(b, off)),
                type,
                vlan);
        network(type, at);
    }

    private static boolean isTag(int type) {
        return type == 0x8100 || type == 0x88a8 || type == 0x9100;
    }

    private void byVersion(int off) {
        if (off < limit) {
            network((b.get(off) >> 4 & 15) == 6 ? EtherType.IPV6 : EtherType.IPV4, off);
        }
    }

    private void network(int type, int off) {
        if (type == EtherType.IPV4) {
            ipv4(off);
        } else if (type == EtherType.IPV6) {
            ipv6(off);
        }
    }

    private void ipv4(int off) {
        int header = Ipv4.checkLength(b, off, limit);
        if (header < 0) {
            return;
        }
        int protocol = Ipv4.protocol(b, off);
        int length = Ipv4.totalLength(b, off);
        IpAddress source = IpAddress.v4(Ipv4.source(b, off));
        IpAddress destination = IpAddress.v4(Ipv4.destination(b, off));
        ip = new Packet.Ip(4, source, destination, protocol, Ipv4.ttl(b, off), length);
        if (Ipv4.fragmentOffset(b, off) == 0) {
            // A length of 0 is segmentation offload's: the packet ends where the frame does.
            int end = length == 0 ? limit : off + length;
            limit = Math.min(limit, end);
            transport(protocol, off + header, end);
        }
    }

    private void ipv6(int off) {
        if (Ipv6.checkLength(b, off, limit) < 0) {
            return;
        }
        int payload = Ipv6.payloadLength(b, off);
        int end = payload == 0 ? limit : off + Ipv6.HEADER_LENGTH + payload;
        limit = Math.min(limit, end);
        long walk = Ipv6Extension.walk(b, off, limit);
        int protocol = Ipv6Extension.protocol(walk);
        IpAddress source = IpAddress.v6(Ipv6.sourceHigh(b, off), Ipv6.sourceLow(b, off));
        IpAddress destination = IpAddress.v6(Ipv6.destinationHigh(b, off), Ipv6.destinationLow(b, off));
        ip = new Packet.Ip(6, source, destination, protocol, Ipv6.hopLimit(b, off), Ipv6.HEADER_LENGTH + payload);
        if (Ipv6Extension.isComplete(walk) && Ipv6Extension.fragmentOffset(walk) == 0) {
            transport(protocol, Ipv6Extension.offset(walk), end);
        }
    }

    private void transport(int protocol, int off, int end) {
        switch (protocol) {
            case IpProtocol.TCP -> tcp(off, end);
            case IpProtocol.UDP -> udp(off);
            case IpProtocol.ICMP, IpProtocol.ICMPV6 -> {
                if (limit - off >= 2) {
                    icmp = new Packet.Icmp(b.get(off) & 0xff, b.get(off + 1) & 0xff);
                }
            }
            default -> {}
        }
    }

    private void tcp(int off, int end) {
        int header = Tcp.checkLength(b, off, limit);
        if (header < 0) {
            return;
        }
        int flags = Tcp.flags(b, off);
        int source = Tcp.sourcePort(b, off);
        int destination = Tcp.destinationPort(b, off);
        tcp = new Packet.Tcp(
                source,
                destination,
                FLAGS[flags & FLAGS.length - 1],
                Tcp.sequence(b, off),
                (flags & Tcp.ACK) == 0 ? -1 : Tcp.acknowledgment(b, off),
                Tcp.window(b, off),
                Math.max(0, end - off - header));
        if (source == Dns.PORT || destination == Dns.PORT) {
            dns(off + header + 2); // behind the length of RFC 1035 §4.2.2
        }
    }

    private static String flagText(int flags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FLAG_LETTERS.length(); i++) {
            if ((flags & 1 << i) != 0) {
                text.append(FLAG_LETTERS.charAt(i));
            }
        }
        return text.isEmpty() ? "none" : text.toString();
    }

    private void udp(int off) {
        if (Udp.checkLength(b, off, limit) < 0) {
            return;
        }
        int source = Udp.sourcePort(b, off);
        int destination = Udp.destinationPort(b, off);
        udp = new Packet.Udp(source, destination, Math.max(0, Udp.length(b, off) - Udp.HEADER_LENGTH));
        if (isDns(source) || isDns(destination)) {
            dns(off + Udp.HEADER_LENGTH);
        }
    }

    private static boolean isDns(int port) {
        return port == Dns.PORT || port == MULTICAST_DNS_PORT || port == LLMNR_PORT;
    }

    private void dns(int off) {
        if (Dns.checkLength(b, off, limit) < 0) {
            return;
        }
        String query = null;
        String type = null;
        int question = off + Dns.HEADER_LENGTH;
        if (Dns.questions(b, off) > 0) {
            int end = DnsName.skip(b, question, limit);
            if (end > 0 && end + 4 <= limit) {
                query = DnsName.decode(b, off, limit, question);
                type = DnsType.name(b.getShort(end) & 0xffff);
            }
        }
        dns = new Packet.Dns(Dns.id(b, off), query, type, Dns.isResponse(b, off), Dns.rcode(b, off));
    }
}

package net.diag.dump.packet;

import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/**
 * A captured packet: what the headers up to the transport say. A part is null if the packet has no such header, or not
 * enough of it was captured.
 *
 * @param number its number, from 1, among those that the filter expression let through
 * @param timeNanos when it was captured, since 1970
 * @param length bytes on the wire
 * @param captured bytes kept of it
 * @param interfaceName the device, or null for a packet from a file
 * @param linkType the link type's name, as {@code EN10MB}
 * @param summary the text of diag-dump's line, without the time, or null if nobody wants it
 */
public record Packet(
        long number,
        long timeNanos,
        long length,
        int captured,
        String interfaceName,
        String linkType,
        Eth eth,
        Ip ip,
        Tcp tcp,
        Udp udp,
        Icmp icmp,
        Dns dns,
        String summary) {

    /** An Ethernet header; {@code vlan} is the outermost VLAN ID, or -1. {@code type} is what follows the tags. */
    public record Eth(String src, String dst, int type, int vlan) {}

    /** An IPv4 or IPv6 header; {@code length} counts header and payload in bytes, {@code protocol} is the upper layer. */
    public record Ip(int version, IpAddress src, IpAddress dst, int protocol, int ttl, int length) {}

    /** A TCP header (RFC 9293); {@code flags} in tcpdump's letters, {@code length} is that of the payload. */
    public record Tcp(int srcPort, int dstPort, String flags, long seq, long ack, int window, int length) {}

    /** A UDP header (RFC 768); {@code length} is that of the payload. */
    public record Udp(int srcPort, int dstPort, int length) {}

    /** The type and code of an ICMP or ICMPv6 message. */
    public record Icmp(int type, int code) {}

    /** A DNS message's header and first question (RFC 1035); null parts of the question if there is none. */
    public record Dns(int id, String query, String type, boolean response, int rcode) {}

    /** The records' types, apart: a run that prints text does not load them. */
    public static final class Type {
        private static final RecordType<Eth> ETH = RecordType.<Eth>of("diag/dump/ethernet/1", "an Ethernet header")
                .text("src", Eth::src, "source address")
                .text("dst", Eth::dst, "destination address")
                .integer("type", Eth::type, "EtherType, behind VLAN tags")
                .integer("vlan", Eth::vlan, "VLAN ID of the outer tag")
                .absentIs(-1)
                .build();
        private static final RecordType<Ip> IP = RecordType.<Ip>of("diag/dump/ip/1", "an IP header")
                .integer("version", Ip::version, "4 or 6")
                .address("src", Ip::src, "source address")
                .address("dst", Ip::dst, "destination address")
                .integer("protocol", Ip::protocol, "protocol number of the upper layer")
                .integer("ttl", Ip::ttl, "time to live, or hop limit")
                .bytes("length", Ip::length, "length of header and payload")
                .build();
        private static final RecordType<Tcp> TCP = RecordType.<Tcp>of("diag/dump/tcp/1", "a TCP header")
                .integer("srcPort", Tcp::srcPort, "source port")
                .integer("dstPort", Tcp::dstPort, "destination port")
                .text("flags", Tcp::flags, "flags: F S R P . U E W e, or none")
                .integer("seq", Tcp::seq, "sequence number")
                .integer("ack", Tcp::ack, "acknowledgment number")
                .absentIs(-1)
                .integer("window", Tcp::window, "window, not scaled")
                .bytes("length", Tcp::length, "length of the payload")
                .build();
        private static final RecordType<Udp> UDP = RecordType.<Udp>of("diag/dump/udp/1", "a UDP header")
                .integer("srcPort", Udp::srcPort, "source port")
                .integer("dstPort", Udp::dstPort, "destination port")
                .bytes("length", Udp::length, "length of the payload")
                .build();
        private static final RecordType<Icmp> ICMP = RecordType.<Icmp>of("diag/dump/icmp/1", "an ICMP header")
                .integer("type", Icmp::type, "type")
                .integer("code", Icmp::code, "code")
                .build();
        private static final RecordType<Dns> DNS = RecordType.<Dns>of("diag/dump/dns/1", "a DNS message")
                .integer("id", Dns::id, "transaction ID")
                .text("query", Dns::query, "name of the first question")
                .optional()
                .text("type", Dns::type, "type of the first question")
                .optional()
                .flag("response", Dns::response, "whether it is a response")
                .integer("rcode", Dns::rcode, "response code")
                .build();
        public static final RecordType<Packet> PACKET = RecordType.<Packet>of("diag/dump/packet/1", "a packet")
                .integer("number", Packet::number, "number, from 1")
                .time("time", Packet::timeNanos, "when it was captured")
                .bytes("length", Packet::length, "length on the wire")
                .bytes("captured", Packet::captured, "length kept")
                .text("interface", Packet::interfaceName, "device that it was captured on")
                .optional()
                .text("linkType", Packet::linkType, "link type")
                .record("eth", Packet::eth, ETH, "Ethernet header")
                .optional()
                .record("ip", Packet::ip, IP, "IP header, of a tunnel the outer one")
                .optional()
                .record("tcp", Packet::tcp, TCP, "TCP header")
                .optional()
                .record("udp", Packet::udp, UDP, "UDP header")
                .optional()
                .record("icmp", Packet::icmp, ICMP, "ICMP header")
                .optional()
                .record("dns", Packet::dns, DNS, "DNS message")
                .optional()
                .text("summary", Packet::summary, "the packet in a line of text")
                .optional()
                .tableColumns("number", "time", "ip.src", "ip.dst", "length", "summary")
                .build();

        private Type() {}
    }
}

package net.diag.record;

import java.util.List;

/** A record with a field of every type, for tests. */
public record Packet(
        long timeNanos,
        Ip ip,
        long rttNanos,
        int lengthBytes,
        String state,
        boolean syn,
        double lossPercent,
        List<String> flags,
        List<Ip> hops,
        IpPrefix route,
        long cookie) {

    /** The addresses. */
    public record Ip(IpAddress src, IpAddress dst, int ttl) {}

    public static final RecordType<Ip> IP = RecordType.<Ip>of("diag/test/ip/1", "the addresses")
            .address("src", Ip::src, "where it came from")
            .label("src")
            .address("dst", Ip::dst, "where it goes")
            .optional()
            .integer("ttl", Ip::ttl, "time to live")
            .build();

    public static final RecordType<Packet> TYPE = RecordType.<Packet>of("diag/test/packet/1", "a packet")
            .time("time", Packet::timeNanos, "when it was captured")
            .record("ip", Packet::ip, IP, "its addresses")
            .optional()
            .duration("rtt", Packet::rttNanos, "round-trip time")
            .absentIs(-1)
            .gauge("test_rtt_seconds")
            .bytes("length", Packet::lengthBytes, "bytes on the wire")
            .counter("test_length_bytes")
            .word("state", Packet::state, "state of the connection", "ESTABLISHED", "LISTEN", "SYN-SENT")
            .label("state")
            .flag("syn", Packet::syn, "whether SYN is set")
            .decimal("loss", Unit.PERCENT, Packet::lossPercent, "share lost")
            .optional()
            .gauge("test_loss_ratio")
            .list("flags", Packet::flags, FieldType.TEXT, "its flags")
            .list("hops", Packet::hops, IP, "the way it took")
            .prefix("route", Packet::route, "the route it took")
            .optional()
            .integer("cookie", Packet::cookie, "an unsigned number")
            .unsigned()
            .build();

    /** A packet with every field. */
    public static Packet full() {
        Ip ip = new Ip(IpAddress.parse("10.1.2.3"), IpAddress.parse("fe80::1%eth0"), 64);
        return new Packet(
                1_764_000_000_123_456_789L,
                ip,
                51_234_500L,
                1500,
                "ESTABLISHED",
                true,
                12.5,
                List.of("a", "bc"),
                List.of(ip, new Ip(IpAddress.parse("192.0.2.1"), null, 3)),
                IpPrefix.parse("10.0.0.0/8"),
                -1);
    }

    /** A packet without the optional fields. */
    public static Packet bare() {
        return new Packet(0, null, -1, 40, "LISTEN", false, Double.NaN, List.of(), List.of(), null, 7);
    }
}

package net.diag.dump.statistics;

import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/**
 * What two ends said to each other over one protocol, between one pair of ports where it has ports (else -1).
 * {@code a} is the sender of the first packet. Bytes are those of whole frames on the wire.
 */
public record Conversation(
        String protocol,
        IpAddress a,
        int portA,
        IpAddress b,
        int portB,
        long packetsToB,
        long bytesToB,
        long packetsToA,
        long bytesToA,
        long startNanos,
        long durationNanos) {

    public long packets() {
        return packetsToA + packetsToB;
    }

    public long bytes() {
        return bytesToA + bytesToB;
    }

    /** The record's type. */
    public static final class Type {
        public static final RecordType<Conversation> CONVERSATION = RecordType.<Conversation>of(
                        "diag/dump/conversation/1", "what two ends said to each other")
                .text("protocol", Conversation::protocol, "protocol above IP")
                .address("a", Conversation::a, "sender of the first packet")
                .integer("portA", Conversation::portA, "port of a")
                .absentIs(-1)
                .address("b", Conversation::b, "the other end")
                .integer("portB", Conversation::portB, "port of b")
                .absentIs(-1)
                .count("packets", Conversation::packets, "packets both ways")
                .bytes("bytes", Conversation::bytes, "bytes both ways")
                .count("packetsToB", Conversation::packetsToB, "packets from a to b")
                .bytes("bytesToB", Conversation::bytesToB, "bytes from a to b")
                .jsonName("bytes_to_b")
                .count("packetsToA", Conversation::packetsToA, "packets from b to a")
                .bytes("bytesToA", Conversation::bytesToA, "bytes from b to a")
                .jsonName("bytes_to_a")
                .time("start", Conversation::startNanos, "time of the first packet")
                .duration("duration", Conversation::durationNanos, "from the first packet to the last")
                .build();

        private Type() {}
    }
}

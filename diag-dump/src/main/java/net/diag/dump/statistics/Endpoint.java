package net.diag.dump.statistics;

import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/** What one address sent and received. Bytes are those of whole frames on the wire. */
public record Endpoint(IpAddress address, long packetsSent, long bytesSent, long packetsReceived, long bytesReceived) {
    public long packets() {
        return packetsSent + packetsReceived;
    }

    public long bytes() {
        return bytesSent + bytesReceived;
    }

    /** The record's type. */
    public static final class Type {
        public static final RecordType<Endpoint> ENDPOINT = RecordType.<Endpoint>of(
                        "diag/dump/endpoint/1", "what one address sent and received")
                .address("address", Endpoint::address, "the address")
                .count("packets", Endpoint::packets, "packets both ways")
                .bytes("bytes", Endpoint::bytes, "bytes both ways")
                .count("packetsSent", Endpoint::packetsSent, "packets sent")
                .bytes("bytesSent", Endpoint::bytesSent, "bytes sent")
                .jsonName("bytes_sent")
                .count("packetsReceived", Endpoint::packetsReceived, "packets received")
                .bytes("bytesReceived", Endpoint::bytesReceived, "bytes received")
                .jsonName("bytes_received")
                .build();

        private Type() {}
    }
}

package net.diag.ping;

import java.nio.ByteBuffer;
import net.diag.socket.Ancillary;
import net.diag.sys.MessageHeader;
import net.diag.sys.SockAddr;
import net.diag.wire.Checksum;
import net.diag.wire.Icmpv4;
import net.diag.wire.Ipv4;

/**
 * A received message seen in place: valid until the next reception into its buffers. After
 * {@link #decode} has said yes, no accessor can fail.
 */
final class ReceivedEcho {
    /** The message, in network byte order. */
    final ByteBuffer bytes;

    final MessageHeader message;
    /** Where the ICMP header starts in {@link #bytes}. */
    int icmpOffset;
    /** ICMP header and payload, in bytes, as far as received. */
    int icmpLength;
    /** Where the IPv4 options start in {@link #optionBytes}. */
    int optionsOffset;

    int optionsLength;
    ByteBuffer optionBytes;
    int ttl;
    int tos;
    /** The kernel's stamp of reception, nanoseconds since the epoch; -1 without. */
    long stampNanos;
    /** When the program saw it, by the monotonic clock. */
    long nowNanos;

    boolean badChecksum;

    private final boolean rawIpv4;

    /** A view of messages of {@code m}; {@code rawIpv4}: they begin with an IPv4 header. */
    ReceivedEcho(MessageHeader m, boolean rawIpv4) {
        this.message = m;
        this.bytes = m.data().networkOrderView();
        this.rawIpv4 = rawIpv4;
    }

    /** Look at a message of {@code length} bytes with its ancillary data; whether it holds an ICMP header. */
    boolean decode(Ancillary a, int length, long now) {
        nowNanos = now;
        stampNanos = a.timestampNanos();
        badChecksum = false;
        if (!rawIpv4) {
            icmpOffset = 0;
            icmpLength = length;
            ttl = a.ttl();
            tos = a.tos();
            optionBytes = a.control();
            optionsOffset = a.returnedOptionsOffset();
            optionsLength = a.returnedOptionsLength();
            return length >= Icmpv4.HEADER_LENGTH;
        }
        if (length < Ipv4.HEADER_LENGTH) {
            return false;
        }
        int header = Ipv4.headerLength(bytes, 0);
        if (header < Ipv4.HEADER_LENGTH || length < header + Icmpv4.HEADER_LENGTH) {
            return false;
        }
        icmpOffset = header;
        icmpLength = length - header;
        ttl = Ipv4.ttl(bytes, 0);
        tos = Ipv4.tos(bytes, 0);
        optionBytes = bytes;
        optionsOffset = Ipv4.HEADER_LENGTH;
        optionsLength = header - Ipv4.HEADER_LENGTH;
        badChecksum = !Checksum.isValid(Checksum.sum(bytes, header, icmpLength));
        return true;
    }

    int type() {
        return bytes.get(icmpOffset + Icmpv4.TYPE_OFFSET) & 0xff;
    }

    int code() {
        return bytes.get(icmpOffset + Icmpv4.CODE_OFFSET) & 0xff;
    }

    int identifier() {
        return bytes.getShort(icmpOffset + Icmpv4.IDENTIFIER_OFFSET) & 0xffff;
    }

    int sequence() {
        return bytes.getShort(icmpOffset + Icmpv4.SEQUENCE_OFFSET) & 0xffff;
    }

    SockAddr source() {
        return message.address();
    }

    /** A copy of the IPv4 options, or null when there are none. */
    byte[] ipOptions() {
        if (optionsLength <= 0) {
            return null;
        }
        byte[] copy = new byte[optionsLength];
        for (int i = 0; i < optionsLength; i++) {
            copy[i] = optionBytes.get(optionsOffset + i);
        }
        return copy;
    }

    /** A copy of the payload. */
    byte[] payload() {
        byte[] copy = new byte[icmpLength - Icmpv4.HEADER_LENGTH];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = bytes.get(icmpOffset + Icmpv4.PAYLOAD_OFFSET + i);
        }
        return copy;
    }
}

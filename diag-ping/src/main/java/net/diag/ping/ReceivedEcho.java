package net.diag.ping;

import java.nio.ByteBuffer;
import net.diag.sys.MessageHeader;
import net.diag.sys.SockAddr;
import net.diag.wire.Icmpv4;

/**
 * The last message that an {@link EchoChannel} received, seen in place: valid until the next one.
 * Lengths have been checked by {@link EchoChannel#receive}.
 */
final class ReceivedEcho {
    /** The message, in network byte order. */
    ByteBuffer bytes;

    MessageHeader message;
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

package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.List;
import net.diag.record.IpAddress;

/**
 * An ICMP or ICMPv6 error as read from a raw socket, with the packet that it quotes. Decoded in place
 * and reused from packet to packet; every length in it is checked against what was received.
 *
 * <p>{@link #decode} refuses messages that are no errors or quote less than an IP header and 8 bytes
 * (RFC 792); routers needn't quote more.
 */
final class Quote {
    private static final int LEAST_TRANSPORT = 8;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int ICMP_HEADER = 8;
    private static final int MOST_EXTENSION_HEADERS = 8;

    private final boolean v6;
    private ByteBuffer bytes;
    private int icmp;
    private int quote;
    private int transport;
    private int end;
    private int protocol;
    private List<ExtensionObject> extensions = List.of();

    Quote(boolean v6) {
        this.v6 = v6;
    }

    /**
     * Decode the ICMP message at {@code off}…{@code end} of {@code b} (network byte order).
     *
     * @return whether it is an error with a usable quote
     */
    boolean decode(ByteBuffer b, int off, int end) {
        this.bytes = b;
        this.icmp = off;
        this.end = end;
        this.quote = off + ICMP_HEADER;
        extensions = List.of();
        if (end - off < ICMP_HEADER || !isError(b.get(off) & 0xff)) {
            return false;
        }
        return v6 ? decodeIpv6() : decodeIpv4();
    }

    private boolean isError(int type) {
        return v6 ? type >= 1 && type <= 4 : type == 3 || type == 4 || type == 11 || type == 12;
    }

    private boolean decodeIpv4() {
        if (end - quote < IPV4_HEADER || (bytes.get(quote) & 0xf0) >> 4 != 4) {
            return false;
        }
        int headerLength = (bytes.get(quote) & 0x0f) * 4;
        if (headerLength < IPV4_HEADER || end - quote < headerLength + LEAST_TRANSPORT) {
            return false;
        }
        if ((bytes.getShort(quote + 6) & 0x1fff) != 0) {
            return false; // not the first fragment: no ports in it
        }
        protocol = bytes.get(quote + 9) & 0xff;
        transport = quote + headerLength;
        return true;
    }

    private boolean decodeIpv6() {
        if (end - quote < IPV6_HEADER || (bytes.get(quote) & 0xf0) >> 4 != 6) {
            return false;
        }
        int next = bytes.get(quote + 6) & 0xff;
        int at = quote + IPV6_HEADER;
        for (int i = 0; i < MOST_EXTENSION_HEADERS && isExtensionHeader(next); i++) {
            if (end - at < 8) {
                return false;
            }
            if (next == 44) {
                if ((bytes.getShort(at + 2) & 0xfff8) != 0) {
                    return false;
                }
                next = bytes.get(at) & 0xff;
                at += 8;
            } else {
                next = bytes.get(at) & 0xff;
                at += 8 + (bytes.get(at + 1) & 0xff) * 8;
            }
        }
        if (end - at < LEAST_TRANSPORT) {
            return false;
        }
        protocol = next;
        transport = at;
        return true;
    }

    private static boolean isExtensionHeader(int protocol) {
        return protocol == 0 || protocol == 43 || protocol == 44 || protocol == 60;
    }

    /** Decode the extension structure, if there is one. To be asked only for a quote that is ours. */
    void decodeExtensions() {
        int field = bytes.get(icmp + (v6 ? 4 : 5)) & 0xff;
        boolean mayHaveLength = v6 ? type() == 1 || type() == 3 : type() == 3 || type() == 11 || type() == 12;
        extensions = ExtensionDecoder.decode(bytes, quote, end, mayHaveLength ? field * (v6 ? 8 : 4) : 0, v6 ? 8 : 4);
    }

    int type() {
        return bytes.get(icmp) & 0xff;
    }

    int code() {
        return bytes.get(icmp + 1) & 0xff;
    }

    /** The next hop's MTU of a “too big” error, else -1. */
    int mtu() {
        if (v6) {
            long mtu = bytes.getInt(icmp + 4) & 0xffffffffL;
            return type() == 2 ? (int) Math.min(mtu, 0xffff) : -1;
        }
        return type() == 3 && code() == 4 ? bytes.getShort(icmp + 6) & 0xffff : -1;
    }

    int protocol() {
        return protocol;
    }

    int ttl() {
        return bytes.get(quote + (v6 ? 7 : 8)) & 0xff;
    }

    int tos() {
        return v6 ? bytes.getInt(quote) >>> 20 & 0xff : bytes.get(quote + 1) & 0xff;
    }

    /** The IPv4 identification, or -1. */
    int id() {
        return v6 ? -1 : bytes.getShort(quote + 4) & 0xffff;
    }

    /** The length of the original packet as its IP header says. */
    int originalLength() {
        return v6 ? IPV6_HEADER + (bytes.getShort(quote + 4) & 0xffff) : bytes.getShort(quote + 2) & 0xffff;
    }

    IpAddress source() {
        return address(v6 ? 8 : 12);
    }

    IpAddress destination() {
        return address(v6 ? 24 : 16);
    }

    private IpAddress address(int offset) {
        return v6
                ? IpAddress.v6(bytes.getLong(quote + offset), bytes.getLong(quote + offset + 8))
                : IpAddress.v4(bytes.getInt(quote + offset));
    }

    /** Whether {@code count} bytes of the transport header were quoted. */
    boolean hasTransport(int count) {
        return end - transport >= count;
    }

    /** 16 bits of the transport header. */
    int transportShort(int offset) {
        return bytes.getShort(transport + offset) & 0xffff;
    }

    /** 32 bits of the transport header. */
    int transportInt(int offset) {
        return bytes.getInt(transport + offset);
    }

    List<ExtensionObject> extensions() {
        return extensions;
    }

    /** The answer that this error is to probe {@code probeId}; {@code checksum} as quoted, or -1. */
    Answer toAnswer(int probeId, IpAddress from, long receivedNanos, int replyTtl, int checksum) {
        return new Answer(
                probeId,
                AnswerKind.ICMP_ERROR,
                from,
                type(),
                code(),
                receivedNanos,
                replyTtl,
                ttl(),
                tos(),
                id(),
                checksum,
                mtu(),
                -1,
                extensions);
    }
}

package net.diag.ping;

import java.nio.ByteBuffer;
import net.diag.sys.NativeBuffer;
import net.diag.wire.Checksum;
import net.diag.wire.Icmpv4;

/**
 * An echo request (RFC 792, RFC 4443 §4.1) with iputils' payload: a {@code struct timeval} in the
 * machine's byte order where there is room, then the byte's own offset, or a pattern.
 *
 * <p>The time in the payload is for those who watch the wire; nothing here computes with it when it
 * comes back, but that it comes back unchanged.
 */
final class EchoRequest implements ProbePacket {
    private static final int PAYLOAD = Icmpv4.PAYLOAD_OFFSET;
    private static final int TIMEVAL = PingOptions.TIMEVAL_LENGTH;
    private static final long NANOS = 1_000_000_000L;

    private static final boolean LITTLE_ENDIAN = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;

    private final NativeBuffer buffer;
    private final ByteBuffer view;
    private final ByteBuffer network;
    private final int length;
    private final boolean timed;
    private final boolean ownChecksum;
    private final int constantSum;
    private long lastSplit = -1;
    private long seconds;
    private long micros;

    /**
     * A request with {@code payloadLength} bytes.
     *
     * @param pattern what the payload repeats, or null for the byte's own offset
     * @param timed whether the time is put at the start
     * @param ownChecksum whether the kernel leaves the checksum to us (a raw IPv4 socket)
     */
    EchoRequest(boolean ipv6, int identifier, int payloadLength, byte[] pattern, boolean timed, boolean ownChecksum) {
        this.length = PAYLOAD + payloadLength;
        this.buffer = NativeBuffer.allocate(Math.max(length, PAYLOAD + TIMEVAL));
        this.view = buffer.bytes();
        this.network = buffer.networkOrderView();
        this.timed = timed;
        this.ownChecksum = ownChecksum;
        for (int i = 0; i < payloadLength; i++) {
            view.put(PAYLOAD + i, pattern == null ? (byte) i : pattern[i % pattern.length]);
        }
        view.put(Icmpv4.TYPE_OFFSET, (byte) (ipv6 ? 128 : 8));
        network.putShort(Icmpv4.IDENTIFIER_OFFSET, (short) identifier);
        int rest = Math.min(length, PAYLOAD + TIMEVAL);
        this.constantSum = Checksum.sum(network, rest, length - rest);
    }

    @Override
    public int encode(int sequence, long realtimeNanos) {
        if (timed) {
            splitTime(realtimeNanos);
            view.putLong(PAYLOAD, seconds);
            view.putLong(PAYLOAD + 8, micros);
        }
        return finish(sequence);
    }

    /** The same request with the time of {@code other}'s last one. */
    int encodeAs(EchoRequest other, int sequence) {
        if (timed) {
            view.putLong(PAYLOAD, other.seconds);
            view.putLong(PAYLOAD + 8, other.micros);
        }
        return finish(sequence);
    }

    /** Split into the fields of a {@code struct timeval}, unless it is the time that was split last. */
    private void splitTime(long realtimeNanos) {
        if (realtimeNanos != lastSplit) {
            lastSplit = realtimeNanos;
            seconds = realtimeNanos / NANOS;
            micros = realtimeNanos % NANOS / 1000;
        }
    }

    private int finish(int sequence) {
        network.putShort(Icmpv4.SEQUENCE_OFFSET, (short) sequence);
        if (ownChecksum) {
            network.putShort(Icmpv4.CHECKSUM_OFFSET, (short) 0);
            int sum = Checksum.sum(network, 0, Math.min(length, PAYLOAD + TIMEVAL));
            network.putShort(Icmpv4.CHECKSUM_OFFSET, (short) Checksum.complement(Checksum.add(sum, constantSum)));
        }
        return length;
    }

    @Override
    public NativeBuffer buffer() {
        return buffer;
    }

    /** The payload's length in bytes. */
    int payloadLength() {
        return length - PAYLOAD;
    }

    /**
     * The offset of the first payload byte in {@code reply} (at {@code at}, {@code available} bytes) that
     * isn't what the probe sent at {@code realtimeNanos} held; -1 when all are right.
     */
    int firstWrong(ByteBuffer reply, int at, int available, long realtimeNanos) {
        int n = Math.min(available, payloadLength());
        int from = 0;
        if (timed && n >= TIMEVAL) {
            // As written, so in the machine's order; the reply's view is in network order.
            splitTime(realtimeNanos);
            if (reply.getLong(at) != onWire(seconds) || reply.getLong(at + 8) != onWire(micros)) {
                encode(0, realtimeNanos);
                return firstWrongByte(reply, at, 0, TIMEVAL);
            }
            from = TIMEVAL;
        }
        int i = from;
        for (; i + 8 <= n; i += 8) {
            if (reply.getLong(at + i) != network.getLong(PAYLOAD + i)) {
                return firstWrongByte(reply, at, i, n);
            }
        }
        return firstWrongByte(reply, at, i, n);
    }

    private static long onWire(long value) {
        return LITTLE_ENDIAN ? Long.reverseBytes(value) : value;
    }

    private int firstWrongByte(ByteBuffer reply, int at, int from, int n) {
        for (int i = from; i < n; i++) {
            if (reply.get(at + i) != view.get(PAYLOAD + i)) {
                return i;
            }
        }
        return -1;
    }

    /** The payload byte at {@code offset} of the last probe encoded, 0…255. */
    int payloadByte(int offset) {
        return view.get(PAYLOAD + offset) & 0xff;
    }
}

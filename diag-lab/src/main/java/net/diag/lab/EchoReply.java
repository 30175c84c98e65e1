package net.diag.lab;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.diag.wire.BigEndian;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;

/** An echo reply, honest or not. */
public final class EchoReply extends IcmpAnswer<EchoReply> {
    private int identifier;
    private int sequence;
    private byte[] payload;
    private int type;
    private int code;

    private EchoReply(IpPacket request) {
        super(request);
        int off = request.transportOffset();
        this.identifier = request.identifier();
        this.sequence = request.sequence();
        this.payload = BigEndian.copy(request.buffer(), off + 8, Math.max(0, request.transportLength() - 8));
        this.type = request.isIpv6() ? Icmpv6.ECHO_REPLY : Icmpv4.ECHO_REPLY;
    }

    /** The honest reply to an echo request. */
    public static EchoReply to(IpPacket request) {
        return new EchoReply(request);
    }

    public EchoReply identifier(int identifier) {
        this.identifier = identifier;
        return this;
    }

    public EchoReply sequence(int sequence) {
        this.sequence = sequence;
        return this;
    }

    /** Another payload, of any length. */
    public EchoReply payload(byte[] payload) {
        this.payload = payload.clone();
        return this;
    }

    /** Only the first bytes of the payload. */
    public EchoReply shortened(int payloadLength) {
        payload = Arrays.copyOf(payload, payloadLength);
        return this;
    }

    /** Flip bits of one byte of the payload. */
    public EchoReply flip(int offset, int bits) {
        payload[offset] ^= (byte) bits;
        return this;
    }

    /** Another message type and code. */
    public EchoReply type(int type, int code) {
        this.type = type;
        this.code = code;
        return this;
    }

    @Override
    EchoReply self() {
        return this;
    }

    @Override
    int encode(ByteBuffer b, int off) {
        Icmpv4.encode(b, off, type, code, identifier << 16 | sequence & 0xffff);
        b.put(off + Icmpv4.HEADER_LENGTH, payload);
        return Icmpv4.HEADER_LENGTH + payload.length;
    }
}

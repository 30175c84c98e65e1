package net.diag.lab;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.diag.wire.Checksum;
import net.diag.wire.IcmpExtension;
import net.diag.wire.IcmpExtensionObject;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;
import net.diag.wire.InetAddresses;
import net.diag.wire.Ipv4;
import net.diag.wire.Ipv6;

/**
 * An ICMP error about a packet, with any type, code, quote and extensions (RFC 792, RFC 4443, RFC 4884).
 *
 * <p>It quotes as Linux does, up to 576 bytes in all (IPv6: 1280), unless told otherwise.
 */
public final class IcmpError extends IcmpAnswer<IcmpError> {
    private static final int LINUX_TOTAL = 576;
    private static final int LINUX_TOTAL_IPV6 = 1280;

    private int type;
    private int code;
    private int rest;
    private byte[] quote;
    private byte[] extensions = new byte[0];
    private boolean hasLengthField = true;
    private boolean isForeign;
    private int quotedTtl = -1;
    private int quotedTos = -1;

    private IcmpError(IpPacket packet) {
        super(packet);
        this.quote = packet.toBytes();
        int room = packet.isIpv6()
                ? LINUX_TOTAL_IPV6 - Ipv6.HEADER_LENGTH - Icmpv6.HEADER_LENGTH
                : LINUX_TOTAL - Ipv4.HEADER_LENGTH - Icmpv4.HEADER_LENGTH;
        quoting(room);
        timeExceeded();
    }

    /** An error about a packet: time exceeded until told otherwise, sent by the packet's destination. */
    public static IcmpError about(IpPacket packet) {
        return new IcmpError(packet);
    }

    /** Any type and code, and the word behind the checksum. */
    public IcmpError type(int type, int code, int rest) {
        this.type = type;
        this.code = code;
        this.rest = rest;
        return this;
    }

    /** Time exceeded in transit. */
    public IcmpError timeExceeded() {
        return type(isIpv6() ? Icmpv6.TIME_EXCEED : Icmpv4.TIME_EXCEEDED, 0, 0);
    }

    /** Destination unreachable, with the family's own codes. */
    public IcmpError unreachable(int code) {
        return type(isIpv6() ? Icmpv6.DEST_UNREACH : Icmpv4.DEST_UNREACH, code, 0);
    }

    /** Port unreachable: what a host says about a probe to a closed UDP port. */
    public IcmpError portUnreachable() {
        return unreachable(isIpv6() ? Icmpv6.PORT_UNREACH : Icmpv4.PORT_UNREACH);
    }

    /** Fragmentation needed, or packet too big. */
    public IcmpError tooBig(int mtu) {
        return isIpv6() ? type(Icmpv6.PKT_TOOBIG, 0, mtu) : type(Icmpv4.DEST_UNREACH, Icmpv4.FRAG_NEEDED, mtu & 0xffff);
    }

    /** An IPv4 redirect. */
    public IcmpError redirect(int code, String gateway) {
        return type(
                Icmpv4.REDIRECT,
                code,
                ByteBuffer.wrap(InetAddresses.parse(gateway)).getInt(0));
    }

    /** Quote so many bytes of the packet at most. */
    public IcmpError quoting(int bytes) {
        quote = Arrays.copyOf(quote, Math.min(quote.length, bytes));
        return this;
    }

    /**
     * Quote the packet with this TTL or hop limit, as a router would that got it with that. Without a word about it,
     * it is 1 in "time exceeded", and what the packet was sent with in all others.
     */
    public IcmpError quotedTtl(int ttl) {
        quotedTtl = ttl;
        return this;
    }

    /** Quote the packet with another TOS or traffic class. */
    public IcmpError quotedTos(int tos) {
        quotedTos = tos;
        return this;
    }

    /** Quote other bytes altogether, say of a packet that was never sent. */
    public IcmpError quote(byte[] bytes) {
        quote = bytes.clone();
        isForeign = true;
        return this;
    }

    /** Add extensions behind a quote of 128 bytes, and say so in the length field. */
    public IcmpError extensions(List<? extends IcmpExtensionObject> objects) {
        ByteBuffer b = ByteBuffer.allocate(4096);
        return extensionBytes(Arrays.copyOf(b.array(), IcmpExtension.encode(b, 0, objects)));
    }

    /** Add these bytes as extension structure. */
    public IcmpError extensionBytes(byte[] structure) {
        extensions = structure.clone();
        quote = Arrays.copyOf(quote, IcmpExtension.QUOTE_LENGTH);
        return this;
    }

    /** Leave the length field zero, as routers did before RFC 4884. */
    public IcmpError withoutLengthField() {
        hasLengthField = false;
        return this;
    }

    @Override
    IcmpError self() {
        return this;
    }

    @Override
    int encode(ByteBuffer b, int off) {
        Icmpv4.encode(b, off, type, code, rest);
        if (extensions.length > 0 && hasLengthField) {
            b.put(off + (isIpv6() ? Icmpv6.QUOTE_LENGTH_OFFSET : Icmpv4.QUOTE_LENGTH_OFFSET), (byte)
                    (quote.length / (isIpv6() ? 8 : 4)));
        }
        b.put(off + Icmpv4.PAYLOAD_OFFSET, quote);
        if (!isForeign && quote.length >= Ipv4.HEADER_LENGTH) {
            editQuote(b, off + Icmpv4.PAYLOAD_OFFSET);
        }
        b.put(off + Icmpv4.PAYLOAD_OFFSET + quote.length, extensions);
        return Icmpv4.PAYLOAD_OFFSET + quote.length + extensions.length;
    }

    private void editQuote(ByteBuffer b, int off) {
        boolean isExpired = type == (isIpv6() ? Icmpv6.TIME_EXCEED : Icmpv4.TIME_EXCEEDED);
        int ttl = quotedTtl < 0 && isExpired ? 1 : quotedTtl;
        if (isIpv6()) {
            if (ttl >= 0) {
                Ipv6.putHopLimit(b, off, ttl);
            }
            if (quotedTos >= 0) {
                Ipv6.putFlow(b, off, quotedTos, Ipv6.flowLabel(b, off));
            }
            return;
        }
        int checksum = Ipv4.checksum(b, off);
        if (ttl >= 0) {
            int old = b.getShort(off + Ipv4.TTL_OFFSET) & 0xffff;
            Ipv4.putTtl(b, off, ttl);
            checksum = Checksum.update(checksum, old, b.getShort(off + Ipv4.TTL_OFFSET) & 0xffff);
        }
        if (quotedTos >= 0) {
            int old = b.getShort(off) & 0xffff;
            Ipv4.putTos(b, off, quotedTos);
            checksum = Checksum.update(checksum, old, b.getShort(off) & 0xffff);
        }
        b.putShort(off + Ipv4.CHECKSUM_OFFSET, (short) checksum);
    }
}

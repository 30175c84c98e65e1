package net.diag.lab;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.diag.wire.InetAddresses;
import net.diag.wire.Ipv4;
import net.diag.wire.Ipv6;

/**
 * A packet in answer to another one, right in all that it isn't told to get wrong. Subclasses fill in what is behind
 * the IP header.
 *
 * @param <T> the kind of answer itself, so that calls can be chained in any order
 */
public abstract class Answer<T extends Answer<T>> {
    private static final int MAX_LENGTH = 65535;

    private final boolean ipv6;
    private final byte[] destination;
    private byte[] source;
    private int ttl = 64;
    private int tos;
    private int id;
    private byte[] options = new byte[0];
    private int cutTo = Integer.MAX_VALUE;
    private int checksumError;

    /** An answer from the packet's destination to its source. */
    Answer(IpPacket packet) {
        this.ipv6 = packet.isIpv6();
        this.source = packet.destinationBytes();
        this.destination = packet.sourceBytes();
    }

    /** Send it from an address, as text of the packet's family. */
    public T from(String address) {
        source = InetAddresses.parse(address);
        return self();
    }

    /** Its TTL or hop limit as it arrives. */
    public T ttl(int ttl) {
        this.ttl = ttl;
        return self();
    }

    /** Its TOS or traffic class. */
    public T tos(int tos) {
        this.tos = tos;
        return self();
    }

    /** Its IPv4 identification. */
    public T id(int id) {
        this.id = id;
        return self();
    }

    /** IPv4 options, a multiple of 4 bytes. */
    public T options(byte[] options) {
        this.options = options.clone();
        return self();
    }

    /** Make the transport checksum wrong. */
    public T badChecksum() {
        checksumError = 0x5a5a;
        return self();
    }

    /** Cut the whole packet to so many bytes behind the IP header, the checksum being right for what is left. */
    public T cutTo(int transportLength) {
        cutTo = transportLength;
        return self();
    }

    abstract T self();

    boolean isIpv6() {
        return ipv6;
    }

    abstract int protocol();

    /** Write what is behind the IP header, its checksum aside; returns the length. */
    abstract int encode(ByteBuffer b, int off);

    /** Set the checksum of what stands from {@code off} to {@code end}, the IP header being done. */
    abstract void putChecksum(ByteBuffer b, int ipOff, int off, int end);

    /** Where the checksum stands behind the IP header. */
    abstract int checksumOffset();

    /** The packet. */
    public byte[] build() {
        ByteBuffer b = ByteBuffer.allocate(MAX_LENGTH);
        int off = ipv6 ? Ipv6.HEADER_LENGTH : Ipv4.HEADER_LENGTH + options.length;
        int length = Math.min(cutTo, encode(b, off));
        if (ipv6) {
            Ipv6.encode(b, 0, length, protocol());
            Ipv6.putFlow(b, 0, tos, 0);
            Ipv6.putHopLimit(b, 0, ttl);
            Ipv6.putAddresses(b, 0, source, destination);
        } else {
            encodeIpv4(b, off, length);
        }
        int checksumAt = off + checksumOffset();
        if (length >= checksumOffset() + 2) {
            putChecksum(b, 0, off, off + length);
            b.putShort(checksumAt, (short) (b.getShort(checksumAt) ^ checksumError));
        }
        return Arrays.copyOf(b.array(), off + length);
    }

    private void encodeIpv4(ByteBuffer b, int off, int length) {
        Ipv4.encode(b, 0, off + length, protocol());
        Ipv4.putHeaderLength(b, 0, off);
        b.put(Ipv4.OPTIONS_OFFSET, options);
        Ipv4.putTos(b, 0, tos);
        Ipv4.putId(b, 0, id);
        Ipv4.putTtl(b, 0, ttl);
        Ipv4.putAddresses(
                b,
                0,
                ByteBuffer.wrap(source).getInt(0),
                ByteBuffer.wrap(destination).getInt(0));
        Ipv4.putChecksum(b, 0);
    }
}

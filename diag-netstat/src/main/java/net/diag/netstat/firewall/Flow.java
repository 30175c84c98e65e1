package net.diag.netstat.firewall;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A packet that might come: the first of a connection, without payload. What a sender may choose as it
 * likes (identification, sequence numbers, TTL, options) is unknown.
 */
final class Flow {
    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;

    final int protocol;
    byte[] source;
    byte[] destination;
    int sourcePort;
    int destinationPort;
    final byte[] firstSource;
    final byte[] firstDestination;
    final int firstSourcePort;
    final int firstDestinationPort;
    Bits mark;
    Bits ctMark = Bits.host(0, 4);
    boolean untracked;
    int iif;
    int oif;
    /** As it was when a comparison in the present rule first could not be judged, or null. */
    Flow doubt;

    Flow(int protocol, byte[] source, byte[] destination, int sourcePort, int destinationPort) {
        this.protocol = protocol;
        this.source = source;
        this.destination = destination;
        this.sourcePort = sourcePort;
        this.destinationPort = destinationPort;
        firstSource = source;
        firstDestination = destination;
        firstSourcePort = sourcePort;
        firstDestinationPort = destinationPort;
        mark = Bits.host(0, 4);
    }

    /** A copy that goes its own way. */
    Flow copy() {
        Flow f = new Flow(protocol, firstSource, firstDestination, firstSourcePort, firstDestinationPort);
        f.source = source;
        f.destination = destination;
        f.sourcePort = sourcePort;
        f.destinationPort = destinationPort;
        f.mark = mark;
        f.ctMark = ctMark;
        f.untracked = untracked;
        f.iif = iif;
        f.oif = oif;
        return f;
    }

    boolean isV4() {
        return destination.length == 4;
    }

    boolean hasPorts() {
        return protocol == TCP || protocol == UDP || protocol == 132 || protocol == 136 || protocol == 33;
    }

    /** Length of the packet in bytes: of TCP it depends on the options. */
    private int transportLength() {
        return protocol == TCP ? 20 : 8;
    }

    /** The network header. */
    Bits network() {
        int length = isV4() ? 20 : 40;
        ByteBuffer v = ByteBuffer.allocate(length);
        byte[] k = new byte[length];
        Arrays.fill(k, (byte) 0xff);
        if (isV4()) {
            v.put(0, (byte) 0x45).put(9, (byte) protocol).put(12, source).put(16, destination);
            Arrays.fill(k, 2, 6, (byte) 0); // total length, identification
            k[6] = 0x3f; // "don't fragment" may be set; it is no fragment
            k[8] = 0; // TTL
            Arrays.fill(k, 10, 12, (byte) 0); // checksum
        } else {
            v.put(0, (byte) 0x60).put(6, (byte) protocol).put(8, source).put(24, destination);
            k[1] = (byte) 0xf0; // flow label
            Arrays.fill(k, 2, 6, (byte) 0);
            k[7] = 0; // hop limit
        }
        return new Bits(v.array(), k);
    }

    /** The transport header. */
    Bits transport() {
        ByteBuffer v = ByteBuffer.allocate(transportLength());
        byte[] k = new byte[transportLength()];
        if (hasPorts()) {
            v.putShort(0, (short) sourcePort).putShort(2, (short) destinationPort);
            Arrays.fill(k, 0, 4, (byte) 0xff);
        }
        if (protocol == TCP) {
            v.put(13, (byte) 2);
            k[13] = (byte) 0x3f; // a SYN; ECN may be asked for
            Arrays.fill(k, 8, 12, (byte) 0xff); // nothing to acknowledge yet
        } else if (protocol == ICMP || protocol == ICMPV6) {
            v.put(0, (byte) (protocol == ICMP ? 8 : 128));
            Arrays.fill(k, 0, 2, (byte) 0xff); // an echo request
        }
        return new Bits(v.array(), k);
    }
}

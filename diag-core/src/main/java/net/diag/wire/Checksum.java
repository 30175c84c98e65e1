package net.diag.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The Internet checksum (RFC 1071), its pseudo headers (RFC 768, RFC 9293 §3.1, RFC 8200 §8.1) and its incremental
 * update (RFC 1624).
 *
 * <p>A <em>sum</em> is a partial one's complement sum, 0 to 0xffff; sums of parts are joined by {@link #add}. A part may
 * start anywhere, but all parts but the last must have an even length. A <em>checksum</em> is the complement of a sum,
 * as it stands in a header. A packet whose checksum field is right has the sum 0xffff over everything
 * ({@link #isValid}).
 */
public final class Checksum {
    private Checksum() {}

    /** The checksum of {@code length} bytes, whose checksum field must hold zero, or 0 if they were right before. */
    public static int of(ByteBuffer b, int off, int length) {
        return complement(sum(b, off, length));
    }

    /** Does a sum over a whole packet, its checksum field included, say that nothing changed? */
    public static boolean isValid(int sum) {
        return sum == 0xffff;
    }

    /** The sum of {@code length} bytes; an odd last byte counts as if a zero followed it. */
    public static int sum(ByteBuffer b, int off, int length) {
        // RFC 1071 §2(B): the sum may be taken in either byte order and swapped at the end.
        long sum = 0;
        int i = off;
        int end = off + length;
        for (; end - i >= 8; i += 8) {
            long v = b.getLong(i);
            sum += (v >>> 32) + (v & 0xffff_ffffL);
        }
        boolean bigEndian = b.order() == ByteOrder.BIG_ENDIAN;
        for (; end - i >= 2; i += 2) {
            sum += b.getShort(i) & 0xffff;
        }
        if (i < end) {
            int last = b.get(i) & 0xff;
            sum += bigEndian ? last << 8 : last;
        }
        int folded = fold(sum);
        return bigEndian ? folded : Short.reverseBytes((short) folded) & 0xffff;
    }

    /** Join two sums. */
    public static int add(int sum, int other) {
        int s = sum + other;
        return (s & 0xffff) + (s >>> 16);
    }

    /** The checksum that belongs to a sum. */
    public static int complement(int sum) {
        return ~sum & 0xffff;
    }

    /** The checksum for UDP, where zero would mean "none" and is sent as 0xffff (RFC 768). */
    public static int complementUdp(int sum) {
        int checksum = complement(sum);
        return checksum == 0 ? 0xffff : checksum;
    }

    /** The sum of the IPv4 pseudo header of UDP and TCP. */
    public static int pseudoHeader4(int source, int destination, int protocol, int upperLength) {
        return fold((source & 0xffff_ffffL) + (destination & 0xffff_ffffL) + protocol + upperLength);
    }

    /** The sum of the pseudo header of UDP and TCP for the IPv4 header at {@code ipOff}. */
    public static int pseudoHeader4(ByteBuffer b, int ipOff, int protocol, int upperLength) {
        return pseudoHeader4(Ipv4.source(b, ipOff), Ipv4.destination(b, ipOff), protocol, upperLength);
    }

    /** The sum of the pseudo header of UDP, TCP and ICMPv6 for the IPv6 header at {@code ipOff}. */
    public static int pseudoHeader6(ByteBuffer b, int ipOff, int protocol, int upperLength) {
        return add(sum(b, ipOff + Ipv6.SOURCE_OFFSET, 32), fold((long) protocol + upperLength));
    }

    /** The sum of the IPv6 pseudo header for two addresses of 16 bytes. */
    public static int pseudoHeader6(byte[] source, byte[] destination, int protocol, int upperLength) {
        int addresses = add(sum(ByteBuffer.wrap(source), 0, 16), sum(ByteBuffer.wrap(destination), 0, 16));
        return add(addresses, fold((long) protocol + upperLength));
    }

    /** The checksum after one 16-bit word of the packet changed (RFC 1624, equation 3). */
    public static int update(int checksum, int oldWord, int newWord) {
        return complement(add(add(complement(checksum), complement(oldWord)), newWord));
    }

    /**
     * The 16-bit word that makes a packet with {@code sum} (taken with zero in the word's place) come out with
     * {@code checksum}, as Paris and Dublin traceroute need it.
     */
    public static int wordFor(int checksum, int sum) {
        return add(complement(checksum), complement(sum));
    }

    private static int fold(long sum) {
        long s = (sum & 0xffff_ffffL) + (sum >>> 32);
        s = (s & 0xffff) + (s >>> 16);
        s = (s & 0xffff) + (s >>> 16);
        return (int) ((s & 0xffff) + (s >>> 16));
    }
}

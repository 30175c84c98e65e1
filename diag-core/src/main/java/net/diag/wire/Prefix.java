package net.diag.wire;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * An address prefix in CIDR notation (RFC 4632, RFC 4291 §2.3).
 *
 * <p>The address is held left-aligned: of IPv4 in the upper half of {@code high}. Host bits are always zero.
 *
 * @param isIpv6 the family
 * @param high the first 8 bytes of the address
 * @param low the last 8 bytes of the address, zero for IPv4
 * @param length of the prefix in bits, 0 to 32 or 128
 */
public record Prefix(boolean isIpv6, long high, long low, int length) {
    public Prefix {
        if (length < 0 || length > (isIpv6 ? 128 : 32)) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        high &= maskHigh(length);
        low &= maskLow(length);
    }

    /** The prefix of an address of 4 or 16 bytes; host bits are dropped. */
    public static Prefix of(byte[] address, int length) {
        return new Prefix(address.length == Ipv6.ADDRESS_LENGTH, highOf(address), lowOf(address), length);
    }

    /**
     * Parse {@code address/length}, or an address alone, which has the full length.
     *
     * @return the prefix, its host bits dropped, or null if the text is none
     */
    public static Prefix parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = InetAddresses.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int length = slash < 0 ? address.length * 8 : parseLength(text, slash + 1);
        return length < 0 || length > address.length * 8 ? null : of(address, length);
    }

    private static int parseLength(String text, int from) {
        if (text.length() == from || text.length() > from + 3) {
            return -1;
        }
        int length = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            length = length * 10 + c - '0';
        }
        return length;
    }

    /** Does the prefix hold an address of 4 or 16 bytes? One of the other family never. */
    public boolean contains(byte[] address) {
        return address.length == (isIpv6 ? Ipv6.ADDRESS_LENGTH : 4)
                && (highOf(address) & maskHigh(length)) == high
                && (lowOf(address) & maskLow(length)) == low;
    }

    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    /** Does the prefix hold all of another one? */
    public boolean contains(Prefix other) {
        return other.isIpv6 == isIpv6
                && other.length >= length
                && (other.high & maskHigh(length)) == high
                && (other.low & maskLow(length)) == low;
    }

    /** How many addresses it holds; {@link Long#MAX_VALUE} if they are more than that. */
    public long size() {
        int hostBits = (isIpv6 ? 128 : 32) - length;
        return hostBits >= 63 ? Long.MAX_VALUE : 1L << hostBits;
    }

    /** The address with a number from 0 to {@link #size} - 1. */
    public byte[] address(long number) {
        ByteBuffer b = ByteBuffer.allocate(isIpv6 ? Ipv6.ADDRESS_LENGTH : 4);
        if (isIpv6) {
            b.putLong(0, high).putLong(8, low | number);
        } else {
            b.putInt(0, (int) (high >>> 32) | (int) number);
        }
        return b.array();
    }

    /** The text {@code address/length}. */
    @Override
    public String toString() {
        return InetAddresses.format(address(0)) + '/' + length;
    }

    private static long highOf(byte[] address) {
        ByteBuffer b = ByteBuffer.wrap(address);
        return address.length == Ipv6.ADDRESS_LENGTH ? b.getLong(0) : (long) b.getInt(0) << 32;
    }

    private static long lowOf(byte[] address) {
        return address.length == Ipv6.ADDRESS_LENGTH ? ByteBuffer.wrap(address).getLong(8) : 0;
    }

    private static long maskHigh(int length) {
        return length == 0 ? 0 : -1L << 64 - Math.min(length, 64);
    }

    private static long maskLow(int length) {
        return length <= 64 ? 0 : -1L << 128 - length;
    }
}

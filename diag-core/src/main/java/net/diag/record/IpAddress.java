package net.diag.record;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * An IPv4 or IPv6 address as a value: two words, no name, an optional zone ({@code %eth0}).
 *
 * <p>Text form: dotted quad, or RFC 5952. Parsing refuses what {@code inet_pton(3)} refuses. IPv4
 * sorts before IPv6.
 */
public final class IpAddress implements Comparable<IpAddress> {
    private final boolean v6;
    private final long high;
    private final long low;
    private final String zone;

    private IpAddress(boolean v6, long high, long low, String zone) {
        this.v6 = v6;
        this.high = high;
        this.low = low;
        this.zone = zone;
    }

    /** An IPv4 address from its 32 bits, most significant byte first. */
    public static IpAddress v4(int bits) {
        return new IpAddress(false, 0, bits & 0xffffffffL, "");
    }

    /** An IPv6 address from its two halves. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(true, high, low, "");
    }

    /** An address from {@code length} (4 or 16) network-order bytes at {@code offset}. */
    public static IpAddress of(byte[] b, int offset, int length) {
        if (length == 4) {
            return new IpAddress(false, 0, word(b, offset, 4), "");
        }
        if (length == 16) {
            return new IpAddress(true, word(b, offset, 8), word(b, offset + 8, 8), "");
        }
        throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + length);
    }

    /** An address from 4 or 16 network-order bytes. */
    public static IpAddress of(byte[] b) {
        return of(b, 0, b.length);
    }

    /** The same address; the zone of a scoped IPv6 address is kept. Null stays null. */
    public static IpAddress of(InetAddress a) {
        if (a == null) {
            return null;
        }
        IpAddress result = of(a.getAddress());
        if (a instanceof Inet6Address six && six.getScopeId() != 0) {
            String text = six.getHostAddress();
            return result.withZone(text.substring(text.indexOf('%') + 1));
        }
        return result;
    }

    private static long word(byte[] b, int offset, int count) {
        long w = 0;
        for (int i = 0; i < count; i++) {
            w = w << 8 | b[offset + i] & 0xff;
        }
        return w;
    }

    /** The address that {@code text} writes, or null if it isn't one. */
    public static IpAddress parse(String text) {
        return IpAddressText.parse(text);
    }

    /** The same address in the zone {@code zone} (an interface name, or empty). */
    public IpAddress withZone(String zone) {
        return new IpAddress(v6, high, low, zone);
    }

    /** Whether it is an IPv6 address. */
    public boolean isV6() {
        return v6;
    }

    /** The upper 64 bits; 0 for IPv4. */
    public long high() {
        return high;
    }

    /** The lower 64 bits; for IPv4 the address, unsigned. */
    public long low() {
        return low;
    }

    /** The zone, for example {@code eth0}, or empty. */
    public String zone() {
        return zone;
    }

    /** 32 or 128. */
    public int bitLength() {
        return v6 ? 128 : 32;
    }

    /** 4 or 16 bytes in network order. */
    public byte[] toBytes() {
        byte[] b = new byte[v6 ? 16 : 4];
        long l = low;
        for (int i = b.length - 1; i >= Math.max(0, b.length - 8); i--) {
            b[i] = (byte) l;
            l >>>= 8;
        }
        if (v6) {
            long h = high;
            for (int i = 7; i >= 0; i--) {
                b[i] = (byte) h;
                h >>>= 8;
            }
        }
        return b;
    }

    /** Print the text form, without garbage. */
    public void printTo(TextOut out) {
        IpAddressText.print(this, out);
    }

    @Override
    public int compareTo(IpAddress o) {
        if (v6 != o.v6) {
            return v6 ? 1 : -1;
        }
        int c = Long.compareUnsigned(high, o.high);
        if (c == 0) {
            c = Long.compareUnsigned(low, o.low);
        }
        return c != 0 ? c : zone.compareTo(o.zone);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof IpAddress a && v6 == a.v6 && high == a.high && low == a.low && zone.equals(a.zone);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) * 31 + zone.hashCode();
    }

    /** The text form: dotted quad, or RFC 5952, with {@code %zone} if there is one. */
    @Override
    public String toString() {
        TextBuffer b = new TextBuffer(64);
        printTo(b);
        return b.toString();
    }
}

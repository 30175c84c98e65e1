package net.diag.record;

/**
 * A range of addresses that share their first {@code length} bits, {@code 10.0.0.0/8}. The bits
 * behind are kept as given and ignored by {@link #contains}.
 */
public final class IpPrefix implements Comparable<IpPrefix> {
    private final IpAddress address;
    private final int length;
    private final long highMask;
    private final long lowMask;

    private IpPrefix(IpAddress address, int length) {
        this.address = address;
        this.length = length;
        int low = address.isV6() ? Math.max(0, length - 64) : length + 32;
        this.highMask = address.isV6() ? mask(Math.min(64, length)) : 0;
        this.lowMask = address.isV6() ? mask(low) : mask(low) & 0xffffffffL;
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << (64 - bits);
    }

    /** The prefix of {@code address} with {@code length} bits. */
    public static IpPrefix of(IpAddress address, int length) {
        if (length < 0 || length > address.bitLength()) {
            throw new IllegalArgumentException("prefix length " + length + " of " + address);
        }
        return new IpPrefix(address, length);
    }

    /** The prefix that {@code text} writes ({@code ADDR/N}, or {@code ADDR} alone), or null. */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        IpAddress a = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (a == null || slash < 0) {
            return a == null ? null : new IpPrefix(a, a.bitLength());
        }
        int digits = text.length() - slash - 1;
        int n = 0;
        for (int i = slash + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            n = n * 10 + c - '0';
        }
        return digits < 1 || digits > 3 || n > a.bitLength() ? null : new IpPrefix(a, n);
    }

    /** The address as given. */
    public IpAddress address() {
        return address;
    }

    /** How many bits are fixed, 0 to 32 or 128. */
    public int length() {
        return length;
    }

    /** Whether {@code a} lies in the range; an address of the other family does not. */
    public boolean contains(IpAddress a) {
        return a.isV6() == address.isV6()
                && ((a.high() ^ address.high()) & highMask) == 0
                && ((a.low() ^ address.low()) & lowMask) == 0;
    }

    /** Whether all of {@code p} lies in the range. */
    public boolean contains(IpPrefix p) {
        return p.length >= length && contains(p.address);
    }

    @Override
    public int compareTo(IpPrefix o) {
        int c = address.compareTo(o.address);
        return c != 0 ? c : Integer.compare(length, o.length);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof IpPrefix p && length == p.length && address.equals(p.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + length;
    }

    /** {@code ADDR/N}. */
    @Override
    public String toString() {
        return address + "/" + length;
    }
}

package net.diag.ping.sweep;

import java.util.List;
import net.diag.cli.ToolException;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/** Generates the targets of {@code -g}: a prefix, or the addresses from one to another. */
public final class TargetRange {
    private static final int USAGE = 2;
    /** A range is held in memory, a few hundred bytes a target. */
    private static final long MOST = 1 << 22;

    private TargetRange() {}

    /**
     * Append the targets of {@code A/N} (an IPv4 prefix of up to /30 without its network and broadcast
     * address), {@code A-B}, or {@code A} to {@code last}.
     */
    public static void generate(String range, String last, List<SweepTarget> into) throws ToolException {
        int slash = range.indexOf('/');
        int dash = range.indexOf('-');
        if (last == null && slash > 0) {
            prefix(range, slash, into);
        } else if (last == null && dash > 0) {
            fromTo(range.substring(0, dash), range.substring(dash + 1), into);
        } else if (last != null) {
            fromTo(range, last, into);
        } else {
            throw new ToolException(USAGE, "-g takes a prefix (192.0.2.0/24) or two addresses, not '" + range + "'");
        }
    }

    private static byte[] address(String text) throws ToolException {
        byte[] a = InetAddresses.parse(text);
        if (a == null) {
            throw new ToolException(USAGE, "-g: not an address: '" + text + "'");
        }
        return a;
    }

    private static void prefix(String range, int slash, List<SweepTarget> into) throws ToolException {
        byte[] base = address(range.substring(0, slash));
        int bits = base.length * 8;
        int length;
        try {
            length = Integer.parseInt(range.substring(slash + 1));
        } catch (NumberFormatException e) {
            length = -1;
        }
        if (length < 1 || length > bits) {
            throw new ToolException(USAGE, "-g: the prefix length must be 1 to " + bits + ": '" + range + "'");
        }
        int host = bits - length;
        if (host > 22) {
            throw new ToolException(USAGE, "-g: more than " + MOST + " addresses: '" + range + "'");
        }
        for (int i = length; i < bits; i++) {
            base[i / 8] &= (byte) ~(0x80 >> i % 8);
        }
        boolean trim = base.length == 4 && host >= 2;
        long n = 1L << host;
        if (trim) {
            increment(base);
        }
        run(base, trim ? n - 2 : n, into);
    }

    private static void fromTo(String first, String last, List<SweepTarget> into) throws ToolException {
        byte[] a = address(first.trim());
        byte[] b = address(last.trim());
        java.math.BigInteger n = new java.math.BigInteger(1, b).subtract(new java.math.BigInteger(1, a));
        if (a.length != b.length || n.signum() < 0) {
            throw new ToolException(USAGE, "-g: '" + last + "' doesn't come after '" + first + "'");
        }
        if (n.bitLength() > 22) {
            throw new ToolException(USAGE, "-g: more than " + MOST + " addresses");
        }
        run(a, n.longValue() + 1, into);
    }

    private static void run(byte[] first, long n, List<SweepTarget> into) throws ToolException {
        if (n + into.size() > MOST) {
            throw new ToolException(USAGE, "more than " + MOST + " targets");
        }
        byte[] at = first;
        for (long i = 0; i < n; i++) {
            SockAddr s = at.length == 4 ? SockAddr.inet4(at, 0) : SockAddr.inet6(at, 0, 0, 0);
            into.add(SweepTarget.of(null, s));
            increment(at);
        }
    }

    private static void increment(byte[] address) {
        for (int i = address.length - 1; i >= 0; i--) {
            if (++address[i] != 0) {
                return;
            }
        }
    }
}

package net.diag.ping.sweep;

import net.diag.record.IpAddress;
import net.diag.sys.SockAddr;
import net.diag.wire.InetAddresses;

/** One target with what was seen of it. Written by the engine's thread only. */
public final class SweepTarget {
    private static final long[] NONE = new long[0];

    private final String name;
    private final SockAddr address;
    private final String failure;
    int sent;
    int received;
    int lost;
    int late;
    int duplicates;
    int errors;
    long minNanos = Long.MAX_VALUE;
    long maxNanos;
    long sumNanos;
    private long[] rtts = NONE;
    String lastError;

    private SweepTarget(String name, SockAddr address, String failure) {
        this.name = name;
        this.address = address;
        this.failure = failure;
    }

    /** A target by the address of {@code sockaddr}, shown as {@code name}. */
    public static SweepTarget of(String name, SockAddr address) {
        return new SweepTarget(name, address, null);
    }

    /** A name that could not be resolved, and why: it stays in the report. */
    public static SweepTarget unresolved(String name, String why) {
        return new SweepTarget(name, null, why);
    }

    /** What the user called it, or its address. */
    public String name() {
        return name == null ? InetAddresses.format(address.addressBytes()) : name;
    }

    /** Where probes go; null for a name that could not be resolved. */
    public SockAddr address() {
        return address;
    }

    /** The address as a record's value, or null. */
    public IpAddress ipAddress() {
        return address == null ? null : IpAddress.of(address.addressBytes());
    }

    /** Why the name could not be resolved, or null. */
    public String failure() {
        return failure;
    }

    /** Whether a reply came. */
    public boolean isAlive() {
        return received > 0;
    }

    void reply(long rttNanos, boolean keep) {
        received++;
        minNanos = Math.min(minNanos, rttNanos);
        maxNanos = Math.max(maxNanos, rttNanos);
        sumNanos += rttNanos;
        if (keep) {
            if (received > rtts.length) {
                rtts = java.util.Arrays.copyOf(rtts, Math.max(4, rtts.length * 2));
            }
            rtts[received - 1] = rttNanos;
        }
    }

    /** Probes sent. */
    public int sent() {
        return sent;
    }

    /** Replies in time. */
    public int received() {
        return received;
    }

    /** Probes whose time ran out. */
    public int lost() {
        return lost;
    }

    /** Replies after that. */
    public int late() {
        return late;
    }

    /** Further replies to an answered probe. */
    public int duplicates() {
        return duplicates;
    }

    /** ICMP errors and refusals of this machine. */
    public int errors() {
        return errors;
    }

    /** The last error, or null. */
    public String lastError() {
        return lastError;
    }

    /** The loss in percent; 0 before the first probe. */
    public double lossPercent() {
        return sent == 0 ? 0 : 100.0 * (sent - Math.min(sent, received)) / sent;
    }

    /** The least round-trip time in nanoseconds, or -1. */
    public long minNanos() {
        return received == 0 ? -1 : minNanos;
    }

    /** The mean round-trip time in nanoseconds, or -1. */
    public long averageNanos() {
        return received == 0 ? -1 : sumNanos / received;
    }

    /** The greatest round-trip time in nanoseconds, or -1. */
    public long maxNanos() {
        return received == 0 ? -1 : maxNanos;
    }

    /** The nearest-rank percentile in nanoseconds, or -1; only where round-trip times were kept. */
    public long percentileNanos(double percent) {
        if (received == 0 || rtts.length == 0) {
            return -1;
        }
        long[] sorted = java.util.Arrays.copyOf(rtts, received);
        java.util.Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }
}

package net.diag.ping;

/**
 * The distribution of round-trip times, in bounded memory: buckets of a width of 1/64 of their value
 * (so a quantile is off by less than 1.6 %), least and most exact, and the jitter of RFC 3550 §6.4.1.
 */
final class RttDistribution {
    private static final int SUB_BITS = 6;
    private static final int SUB = 1 << SUB_BITS;

    private int[] buckets;
    private long count;
    private long least = Long.MAX_VALUE;
    private long most;
    private double sum;
    private double jitterNanos;
    private long lastNanos = -1;

    /** Take a round-trip time in nanoseconds. */
    void add(long nanos) {
        if (buckets == null) {
            buckets = new int[SUB * 16];
        }
        long n = Math.max(0, nanos);
        int i = bucket(n);
        if (i >= buckets.length) {
            buckets = java.util.Arrays.copyOf(buckets, Math.max(i + 1, buckets.length * 2));
        }
        buckets[i]++;
        count++;
        sum += n;
        least = Math.min(least, n);
        most = Math.max(most, n);
        if (lastNanos >= 0) {
            jitterNanos += (Math.abs(n - lastNanos) - jitterNanos) / 16;
        }
        lastNanos = n;
    }

    private static int bucket(long n) {
        int shift = Math.max(0, 63 - SUB_BITS - Long.numberOfLeadingZeros(n));
        return shift * SUB + (int) (n >>> shift);
    }

    private static long middle(int bucket) {
        int shift = Math.max(0, bucket / SUB - 1);
        long base = (long) (bucket - shift * SUB) << shift;
        return base + (shift == 0 ? 0 : 1L << shift - 1);
    }

    /** How many have been taken. */
    long count() {
        return count;
    }

    /** The arithmetic mean in nanoseconds; 0 when empty. */
    double averageNanos() {
        return count == 0 ? 0 : sum / count;
    }

    /** The smoothed difference between successive times, in nanoseconds. */
    double jitterNanos() {
        return jitterNanos;
    }

    /** The time in nanoseconds that {@code fraction} (0…1) of all are not above; 0 when empty. */
    long quantileNanos(double fraction) {
        if (count == 0) {
            return 0;
        }
        long rank = Math.max(1, (long) Math.ceil(fraction * count));
        if (rank >= count) {
            return most;
        }
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank) {
                return Math.max(least, Math.min(most, middle(i)));
            }
        }
        return most;
    }
}

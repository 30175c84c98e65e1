package net.diag.ping;

/**
 * The counters and times of one target, with iputils' arithmetic: whole microseconds, its mean
 * deviation, its moving average, its idea of what is in flight ({@code ping_common.c} of 20250605 is the
 * reference for the figures).
 */
final class EchoStatistics {
    private static final int HALF_SEQUENCES = 0x7fff;

    long transmitted;
    long received;
    long duplicates;
    /** Replies with a wrong ICMP checksum. */
    long corrupted;
    /** ICMP errors and local errors. */
    long errors;
    /** Replies after the probe had been given up; they count as received too. */
    long late;
    /** Replies to a sequence number that was never sent; they count as nothing else. */
    long unexpected;
    /** Replies whose payload isn't what was sent. */
    long altered;

    private long timed;
    private long sumMicros;
    private double sumSquares;
    private long leastMicros = Long.MAX_VALUE;
    private long mostMicros;
    /** Eight times the moving average. */
    private long ewmaMicros8;

    private int acknowledged;
    private int pipe;

    /** Count a sent probe and return its sequence number, from 1. */
    long advance() {
        return ++transmitted;
    }

    /** Take a round-trip time, also of a duplicate; not of a corrupted reply. */
    void addRtt(long micros) {
        timed++;
        sumMicros += micros;
        sumSquares += (double) (micros * micros);
        leastMicros = Math.min(leastMicros, micros);
        mostMicros = Math.max(mostMicros, micros);
        ewmaMicros8 = ewmaMicros8 == 0 ? micros * 8 : ewmaMicros8 + micros - ewmaMicros8 / 8;
    }

    /** A reply or an error says that {@code sequence} (16 bits) has arrived. */
    void acknowledge(int sequence) {
        int behind = (int) (transmitted - sequence) & 0xffff;
        if (behind <= HALF_SEQUENCES) {
            pipe = Math.max(pipe, behind + 1);
            if ((short) (sequence - acknowledged) > 0 || ((int) transmitted - acknowledged & 0xffff) > HALF_SEQUENCES) {
                acknowledged = sequence & 0xffff;
            }
        }
    }

    /** Probes sent after the newest that was acknowledged. */
    long inFlight() {
        int behind = (int) transmitted - acknowledged & 0xffff;
        return behind <= HALF_SEQUENCES ? behind : transmitted - received - errors;
    }

    /** The greatest number of probes that were under way at once. */
    int pipe() {
        return pipe;
    }

    /** Loss in percent, as a float: negative when more came back than was sent. */
    float lossPercent() {
        return transmitted == 0 ? 0 : (float) ((transmitted - received) * 100.0 / transmitted);
    }

    /** How many replies, duplicates too, gave a time. */
    long timed() {
        return timed;
    }

    long leastMicros() {
        return leastMicros;
    }

    long mostMicros() {
        return mostMicros;
    }

    long averageMicros() {
        return timed == 0 ? 0 : sumMicros / timed;
    }

    /** The moving average, of weight 1/8. */
    long ewmaMicros() {
        return ewmaMicros8 / 8;
    }

    /** Eight times the moving average, as the adaptive interval takes it; 0 before the first reply. */
    long ewmaMicros8() {
        return ewmaMicros8;
    }

    /** The standard deviation, which iputils calls mean deviation. */
    long deviationMicros() {
        long n = timed;
        if (n == 0) {
            return 0;
        }
        double variance;
        if (sumMicros < Integer.MAX_VALUE) {
            variance = (sumSquares - sumMicros * sumMicros / n) / n;
        } else {
            double average = averageMicros();
            variance = sumSquares / n - average * average;
        }
        return squareRoot((long) variance);
    }

    /** Newton's method in integers, as iputils stops it: the root, or one more; {@code a} itself when negative. */
    static long squareRoot(long a) {
        long previous = Long.MAX_VALUE;
        long x = a;
        if (x > 0) {
            while (x < previous) {
                previous = x;
                x = (x + a / x) / 2;
            }
        }
        return x;
    }
}

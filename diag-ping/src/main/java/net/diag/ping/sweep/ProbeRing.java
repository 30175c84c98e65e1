package net.diag.ping.sweep;

/**
 * The probes that may still be answered, by running number, in a ring: which target, when sent, what
 * became of it. A slot is used anew when the ring has gone round.
 */
final class ProbeRing {
    static final byte FREE = 0;
    static final byte IN_FLIGHT = 1;
    static final byte ANSWERED = 2;
    static final byte TIMED_OUT = 3;
    static final byte FAILED = 4;

    private final int mask;
    private final int[] target;
    private final int[] round;
    private final long[] sentNanos;
    private final long[] sentRealtime;
    private final byte[] state;
    private long next;
    private long oldest;
    private int inFlight;

    /** A ring of {@code capacity} probes, a power of two. */
    ProbeRing(int capacity) {
        mask = capacity - 1;
        target = new int[capacity];
        round = new int[capacity];
        sentNanos = new long[capacity];
        sentRealtime = new long[capacity];
        state = new byte[capacity];
    }

    /** The number of the next probe. */
    long next() {
        return next;
    }

    /** How many are unanswered. */
    int inFlight() {
        return inFlight;
    }

    /** Whether there is room for {@code n} more. */
    boolean hasRoom(int n) {
        return next + n - oldest <= mask;
    }

    /** Note a probe that is about to go out; its number. */
    long add(int targetIndex, int roundNumber) {
        int i = (int) next & mask;
        target[i] = targetIndex;
        round[i] = roundNumber;
        state[i] = IN_FLIGHT;
        inFlight++;
        return next++;
    }

    /** Note when the latest {@code n} probes go out. */
    void stamp(int n, long nanos, long realtime) {
        for (long number = next - n; number < next; number++) {
            sentNanos[(int) number & mask] = nanos;
            sentRealtime[(int) number & mask] = realtime;
        }
    }

    /** Whether {@code number} is one whose slot still tells of it. */
    boolean holds(long number) {
        return number >= 0 && number < next && next - number <= mask && state[(int) number & mask] != FREE;
    }

    int target(long number) {
        return target[(int) number & mask];
    }

    int round(long number) {
        return round[(int) number & mask];
    }

    long sentNanos(long number) {
        return sentNanos[(int) number & mask];
    }

    long sentRealtime(long number) {
        return sentRealtime[(int) number & mask];
    }

    byte state(long number) {
        return state[(int) number & mask];
    }

    /** Note what became of a probe. */
    void state(long number, byte now) {
        int i = (int) number & mask;
        if (state[i] == IN_FLIGHT && now != IN_FLIGHT) {
            inFlight--;
        }
        state[i] = now;
    }

    /** The oldest probe in flight that was sent before {@code nanos}, or -1. Probes are sent in the order of their numbers. */
    long oldestBefore(long nanos) {
        while (oldest < next && state[(int) oldest & mask] != IN_FLIGHT) {
            oldest++;
        }
        return oldest < next && sentNanos[(int) oldest & mask] <= nanos ? oldest : -1;
    }

    /** When the oldest probe in flight was sent; {@link Long#MAX_VALUE} without one. */
    long oldestSentNanos() {
        oldestBefore(Long.MIN_VALUE);
        return oldest < next ? sentNanos[(int) oldest & mask] : Long.MAX_VALUE;
    }
}

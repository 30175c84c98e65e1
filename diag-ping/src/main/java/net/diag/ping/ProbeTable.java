package net.diag.ping;

import java.util.Arrays;

/**
 * Targets × sequence numbers: what is known of each probe that may still be answered. Flat columns,
 * one row of a power of two slots per target; a slot is taken over by the probe that comes a row later.
 *
 * <p>A slot is named by an {@code int}; its full sequence number (from 1) tells a probe from its
 * predecessor, so a reply to a number that was never sent, or long ago, finds nothing. Rows grow up to
 * the 65,536 numbers of the wire as long as one target fills them.
 */
final class ProbeTable {
    /** Sent, nothing heard yet. */
    static final byte IN_FLIGHT = 1;
    /** Answered by a reply. */
    static final byte ANSWERED = 2;
    /** Answered by an ICMP error. */
    static final byte REFUSED = 3;
    /** Given up; a reply will be late. */
    static final byte LOST = 4;

    /** A transmit stamp that will not come: the kernel wasn't asked for it. */
    static final long UNTIMED = -1;

    /** No slot. */
    static final int NONE = -1;

    private final int targets;
    private int window;
    private long[] sequence;
    private long[] sentNanos;
    private long[] sentRealtimeNanos;
    private long[] transmitStamp;
    private byte[] state;

    /** A table for {@code targets} with rows of {@code window} slots at first, a power of two. */
    ProbeTable(int targets, int window) {
        if (Integer.bitCount(window) != 1) {
            throw new IllegalArgumentException("window " + window);
        }
        this.targets = targets;
        this.window = window;
        int slots = Math.multiplyExact(targets, window);
        sequence = new long[slots];
        sentNanos = new long[slots];
        sentRealtimeNanos = new long[slots];
        transmitStamp = new long[slots];
        state = new byte[slots];
    }

    /** The slot that holds probe {@code number} of {@code target}, or {@link #NONE}. */
    int find(int target, long number) {
        int slot = target * window + (int) (number & window - 1);
        return number > 0 && sequence[slot] == number ? slot : NONE;
    }

    /**
     * The full sequence number that {@code wire} (16 bits) stands for: the newest one up to {@code sent}
     * with these low bits; 0 or less when there was none yet.
     */
    static long fullSequence(int wire, long sent) {
        return sent - (sent - wire & 0xffff);
    }

    /** Enter a probe that is about to be sent, and return its slot. */
    int enter(int target, long number, long nowNanos, long realtimeNanos) {
        int slot = target * window + (int) (number & window - 1);
        if (targets == 1 && sequence[slot] != 0 && window < PingOptions.SEQUENCES) {
            grow();
            slot = (int) (number & window - 1);
        }
        sequence[slot] = number;
        sentNanos[slot] = nowNanos;
        sentRealtimeNanos[slot] = realtimeNanos;
        transmitStamp[slot] = 0;
        state[slot] = IN_FLIGHT;
        return slot;
    }

    private void grow() {
        int old = window;
        long[] oldSequence = sequence;
        window = old * 4;
        sequence = new long[window];
        sentNanos = Arrays.copyOf(sentNanos, window);
        sentRealtimeNanos = Arrays.copyOf(sentRealtimeNanos, window);
        transmitStamp = Arrays.copyOf(transmitStamp, window);
        state = Arrays.copyOf(state, window);
        for (int from = old - 1; from >= 0; from--) {
            int to = (int) (oldSequence[from] & window - 1);
            if (oldSequence[from] == 0) {
                continue;
            }
            sequence[to] = oldSequence[from];
            sentNanos[to] = sentNanos[from];
            sentRealtimeNanos[to] = sentRealtimeNanos[from];
            transmitStamp[to] = transmitStamp[from];
            state[to] = state[from];
        }
    }

    long sequence(int slot) {
        return sequence[slot];
    }

    /** The target that a slot belongs to. */
    int target(int slot) {
        return slot / window;
    }

    /** When the program sent it, by the monotonic clock. */
    long sentNanos(int slot) {
        return sentNanos[slot];
    }

    /** When the program sent it, in nanoseconds since the epoch. */
    long sentRealtimeNanos(int slot) {
        return sentRealtimeNanos[slot];
    }

    /** When the kernel handed it to the driver, in nanoseconds since the epoch; 0 while unknown. */
    long transmitStamp(int slot) {
        return transmitStamp[slot];
    }

    void transmitStamp(int slot, long nanos) {
        transmitStamp[slot] = nanos;
    }

    byte state(int slot) {
        return state[slot];
    }

    void state(int slot, byte newState) {
        state[slot] = newState;
    }
}

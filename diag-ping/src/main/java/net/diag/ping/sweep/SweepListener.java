package net.diag.ping.sweep;

/** Is told of what happens, on the engine's thread. */
public interface SweepListener {
    /**
     * A reply in time.
     *
     * @param round counts from 0
     * @param how in a word, what kind of reply; null: an echo reply
     */
    void replied(SweepTarget target, int round, String how, int lengthBytes, int ttl, long rttNanos);

    /** A reply to a probe that was given up ({@code late}) or answered already. */
    void again(SweepTarget target, int round, boolean late);

    /** No reply in time. */
    void timedOut(SweepTarget target, int round);

    /** An ICMP error about a probe from {@code offender}, or a refusal of this machine (null). */
    void failed(SweepTarget target, int round, String offender, String text);
}

package net.diag.lab;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * The harm that a link does to packets, as probabilities (0 to 1) and times. Immutable: each method gives another one.
 *
 * <p>It is deterministic: what is drawn for the n-th packet it applies to depends on the seed and on n alone. The harms
 * are drawn independently of each other; a lost packet suffers no other.
 */
public final class Impairment implements Cloneable {
    private static final Impairment NONE = new Impairment();

    long seed = 1;
    long delayNanos;
    long jitterNanos;
    double loss;
    double duplicate;
    double reorder;
    long holdNanos = 100_000_000;
    double corrupt;
    double tamper;
    long bitsPerSecond;
    int queuePackets;
    Predicate<IpPacket> appliesTo = packet -> true;

    private Impairment() {}

    /** No harm at all. */
    public static Impairment none() {
        return NONE;
    }

    private Impairment copy() {
        try {
            return (Impairment) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Draw from another sequence. */
    public Impairment seed(long seed) {
        Impairment changed = copy();
        changed.seed = seed;
        return changed;
    }

    /** The time from arrival to departure. */
    public Impairment delay(Duration delay) {
        Impairment changed = copy();
        changed.delayNanos = delay.toNanos();
        return changed;
    }

    /** What is added to the delay or taken from it at most, evenly spread; packets may overtake each other by it. */
    public Impairment jitter(Duration jitter) {
        Impairment changed = copy();
        changed.jitterNanos = jitter.toNanos();
        return changed;
    }

    /** Lose packets. */
    public Impairment loss(double probability) {
        Impairment changed = copy();
        changed.loss = probability;
        return changed;
    }

    /** Send a second copy behind the first. */
    public Impairment duplicate(double probability) {
        Impairment changed = copy();
        changed.duplicate = probability;
        return changed;
    }

    /** Hold packets back until one behind them has passed, or for at most so long if none comes. */
    public Impairment reorder(double probability, Duration atMost) {
        Impairment changed = copy();
        changed.reorder = probability;
        changed.holdNanos = atMost.toNanos();
        return changed;
    }

    /** Flip one bit of the payload, and leave checksums as they were. */
    public Impairment corrupt(double probability) {
        Impairment changed = copy();
        changed.corrupt = probability;
        return changed;
    }

    /** Flip one bit of an ICMP payload, and make its checksum right again. */
    public Impairment tamper(double probability) {
        Impairment changed = copy();
        changed.tamper = probability;
        return changed;
    }

    /** Let only so many bits of IP packets pass in a second, and so many packets wait for it; more are dropped. */
    public Impairment rate(long bitsPerSecond, int queuePackets) {
        Impairment changed = copy();
        changed.bitsPerSecond = bitsPerSecond;
        changed.queuePackets = queuePackets;
        return changed;
    }

    /** Harm those packets only; all others pass, and do not count in n. */
    public Impairment only(Predicate<IpPacket> packets) {
        Impairment changed = copy();
        changed.appliesTo = packets;
        return changed;
    }
}

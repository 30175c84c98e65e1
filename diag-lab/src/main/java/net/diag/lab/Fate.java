package net.diag.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to become of one packet on an {@link ImpairedLink}. The link's impairment decides first; a hook may decide
 * otherwise.
 */
public final class Fate {
    private final long number;
    private boolean isDropped;
    private boolean isHeldBack;
    private boolean isCorrupted;
    private int copies = 1;
    private long delayNanos;
    private final List<byte[]> answers = new ArrayList<>(0);

    Fate(long number) {
        this.number = number;
    }

    /** The packet's number in its direction, from 0, housekeeping not counted. */
    public long number() {
        return number;
    }

    /** Lose it. */
    public Fate drop() {
        isDropped = true;
        return this;
    }

    /** Let it pass once, unharmed, whatever was decided before but for changed bytes. */
    public Fate pass() {
        isDropped = false;
        isHeldBack = false;
        copies = 1;
        delayNanos = 0;
        return this;
    }

    /** Let it through so many times in all. */
    public Fate copies(int n) {
        copies = n;
        return this;
    }

    /** Deliver it so much later. */
    public Fate delay(Duration delay) {
        return delayNanos(delay.toNanos());
    }

    Fate delayNanos(long nanos) {
        delayNanos = nanos;
        return this;
    }

    /** Hold it back until a later one has passed, or the impairment's time for that is over. */
    public Fate holdBack() {
        isHeldBack = true;
        return this;
    }

    /** Say that its bytes were changed, which is done by whoever says so. */
    public Fate corrupted() {
        isCorrupted = true;
        return this;
    }

    /** Send an IP packet back to where this one came from, at once. */
    public Fate answer(byte[] packet) {
        answers.add(packet);
        return this;
    }

    boolean isDropped() {
        return isDropped;
    }

    boolean isHeldBack() {
        return isHeldBack;
    }

    boolean isCorrupted() {
        return isCorrupted;
    }

    int copies() {
        return copies;
    }

    long delayNanos() {
        return delayNanos;
    }

    List<byte[]> answers() {
        return answers;
    }
}

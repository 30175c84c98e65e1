package net.diag.lab;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What a direction of an {@link ImpairedLink} did to the packets of one kind, exactly. Any thread may read it. */
public final class Tally {
    private final Predicate<IpPacket> kind;
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong overflowed = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final AtomicLong reordered = new AtomicLong();
    private final AtomicLong corrupted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private long highestDelivered = -1;

    Tally(Predicate<IpPacket> kind) {
        this.kind = kind;
    }

    boolean counts(IpPacket packet) {
        return kind.test(packet);
    }

    /** Packets that came in. */
    public long arrived() {
        return arrived.get();
    }

    /** Packets that were dropped on purpose. */
    public long lost() {
        return lost.get();
    }

    /** Packets that were dropped because too many waited for the rate. */
    public long overflowed() {
        return overflowed.get();
    }

    /** Packets that went out, a duplicate not counted. */
    public long delivered() {
        return delivered.get();
    }

    /** Copies that went out beyond the first. */
    public long duplicates() {
        return duplicates.get();
    }

    /** Packets that went out behind one that had come in later (RFC 4737 §3), a duplicate not counted. */
    public long reordered() {
        return reordered.get();
    }

    /** Packets whose bytes were changed, and that were not lost. */
    public long corrupted() {
        return corrupted.get();
    }

    /** Copies that the other side's interface refused, because it is down. */
    public long refused() {
        return refused.get();
    }

    void arrive() {
        arrived.incrementAndGet();
    }

    void lose() {
        lost.incrementAndGet();
    }

    void overflow() {
        overflowed.incrementAndGet();
    }

    void corrupt() {
        corrupted.incrementAndGet();
    }

    /** A copy was written, or refused. Only in the link's thread. */
    void sent(long number, boolean isFirst, int result) {
        if (result < 0) {
            refused.incrementAndGet();
            return;
        }
        if (!isFirst) {
            duplicates.incrementAndGet();
            return;
        }
        delivered.incrementAndGet();
        if (number < highestDelivered) {
            reordered.incrementAndGet();
        } else {
            highestDelivered = number;
        }
    }

    @Override
    public String toString() {
        return arrived + " arrived, " + lost + " lost, " + overflowed + " overflowed, " + delivered + " delivered, "
                + duplicates + " duplicates, " + reordered + " reordered, " + corrupted + " corrupted, " + refused
                + " refused";
    }
}

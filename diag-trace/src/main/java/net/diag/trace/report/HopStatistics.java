package net.diag.trace.report;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.IpAddress;

/** What is known of one hop after some rounds: counts, and running moments of the round-trip times (Welford). */
public final class HopStatistics {
    private static final int MOST_ADDRESSES = 8;

    private final List<IpAddress> addresses = new ArrayList<>();
    private int sent;
    private int received;
    private int lost;
    private long lastNanos;
    private long bestNanos = Long.MAX_VALUE;
    private long worstNanos;
    private double meanNanos;
    private double squares;

    void probed() {
        sent++;
    }

    /** The probe tells nothing of this hop: the path has become shorter meanwhile. */
    void withdrawn() {
        sent--;
    }

    void lost() {
        lost++;
    }

    void answered(IpAddress from, long rttNanos) {
        received++;
        if (from != null && !addresses.contains(from) && addresses.size() < MOST_ADDRESSES) {
            addresses.add(from);
        }
        lastNanos = rttNanos;
        bestNanos = Math.min(bestNanos, rttNanos);
        worstNanos = Math.max(worstNanos, rttNanos);
        double delta = rttNanos - meanNanos;
        meanNanos += delta / received;
        squares += delta * (rttNanos - meanNanos);
    }

    /** Who answered, in the order of appearance. */
    public List<IpAddress> addresses() {
        return addresses;
    }

    public int sent() {
        return sent;
    }

    public int received() {
        return received;
    }

    /** Probes given up; those in flight are neither received nor lost. */
    public int lostCount() {
        return lost;
    }

    /** Loss in percent of the probes that are settled. */
    public double lossPercent() {
        int settled = received + lost;
        return settled == 0 ? 0 : 100.0 * lost / settled;
    }

    public long lastNanos() {
        return lastNanos;
    }

    public long bestNanos() {
        return received == 0 ? 0 : bestNanos;
    }

    public long worstNanos() {
        return worstNanos;
    }

    public double meanNanos() {
        return meanNanos;
    }

    public double deviationNanos() {
        return received < 2 ? 0 : Math.sqrt(squares / (received - 1));
    }
}

package net.diag.trace.engine;

import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;

/**
 * How far away an answer that ends the path was made.
 *
 * <p>Probes overshoot: a router that refuses, or the target, answers TTLs larger than its distance too.
 * The TTL that was left in the quoted header tells exactly ({@code hop = sent − quoted + 1}). Without it
 * (error queue, echo reply, TCP) the answer's own TTL gives a guess, believed only when the same guess is
 * right for the nearest hop that is known.
 */
public final class HopDistance {
    private HopDistance() {}

    /** The hop by the quote; the probe's TTL when there is none. A hop that answers behind it corrects it. */
    public static int ofQuote(Probe probe, Probe[] sent) {
        Answer a = probe.answer();
        int quoted = a.quotedTtl();
        if (quoted < 1 || quoted > probe.ttl()) {
            return probe.ttl();
        }
        int hop = probe.ttl() - quoted + 1;
        if (a.isTooBig()) {
            hop++; // the router before the narrow link speaks, of the hop that can't be reached
        }
        for (Probe p : sent) {
            // Where a probe of less reach ran out of TTL the path does go on behind: the refusal belongs there.
            if (p.ttl() >= hop
                    && p.ttl() < probe.ttl()
                    && p.answer() != null
                    && p.answer().isTimeExceeded()) {
                hop = p.ttl() + 1;
            }
        }
        return Math.min(hop, probe.ttl());
    }

    /** How many hops a packet with this TTL on arrival has come, by the usual initial values. */
    public static int hopsBack(int replyTtl) {
        if (replyTtl <= 0) {
            return -1;
        }
        return replyTtl <= 64 ? 65 - replyTtl : replyTtl <= 128 ? 129 - replyTtl : 256 - replyTtl;
    }

    /**
     * The hop by the answer's own TTL, for a final answer to a probe of row {@code row} when the rows
     * from {@code silentFrom} on are silent; {@code row} when nothing better is known.
     *
     * @param known an answered probe of the last row that isn't silent, or null
     */
    static int ofReplyTtl(Probe last, int row, int silentFrom, Probe known) {
        int back = hopsBack(last.answer().replyTtl());
        if (back < silentFrom || back >= row) {
            return row;
        }
        boolean symmetric = known == null || hopsBack(known.answer().replyTtl()) == known.ttl();
        return symmetric ? back : row;
    }
}

package net.diag.ping;

/**
 * What the order of a target's replies tells: reordering (RFC 4737 §3.4: a reply whose number is below
 * one that came before), and runs of lost probes.
 */
final class SequenceRecord {
    private long newestReplied;
    private long reordered;
    private long run;
    private long bursts;
    private long longestBurst;
    private long lost;

    /** A first reply to {@code sequence}. */
    void replied(long sequence) {
        if (sequence < newestReplied) {
            reordered++;
        } else {
            newestReplied = sequence;
        }
    }

    /** The next probe in the order of sending has come to its end. */
    void judged(boolean answered) {
        if (answered) {
            run = 0;
            return;
        }
        lost++;
        run++;
        if (run == 1) {
            bursts++;
        }
        longestBurst = Math.max(longestBurst, run);
    }

    long reordered() {
        return reordered;
    }

    /** How many probes in a row are lost up to now. */
    long currentRun() {
        return run;
    }

    /** How many runs of losses there were. */
    long bursts() {
        return bursts;
    }

    long longestBurst() {
        return longestBurst;
    }

    /** Probes that came to their end without an answer. */
    long lost() {
        return lost;
    }
}

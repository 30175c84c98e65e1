package net.diag.ping.sweep;

import java.util.List;

/** A sweep in figures; the counts are those of all targets together. */
public record SweepTotals(
        int targets,
        int alive,
        int unreachable,
        int unresolved,
        long transmitted,
        long received,
        long late,
        long errors,
        long overflowed,
        long elapsedNanos) {

    static SweepTotals of(List<SweepTarget> all, long overflowed, long elapsedNanos) {
        int alive = 0;
        int unresolved = 0;
        long sent = 0;
        long received = 0;
        long late = 0;
        long errors = 0;
        for (SweepTarget t : all) {
            alive += t.isAlive() ? 1 : 0;
            unresolved += t.address() == null ? 1 : 0;
            sent += t.sent();
            received += t.received();
            late += t.late();
            errors += t.errors();
        }
        int targets = all.size() - unresolved;
        return new SweepTotals(
                targets, alive, targets - alive, unresolved, sent, received, late, errors, overflowed, elapsedNanos);
    }
}

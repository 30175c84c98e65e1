package net.diag.trace.engine;

import net.diag.trace.probe.Answer;
import net.diag.trace.probe.Probe;

/** Hears of a trace as it becomes known. */
public interface PathListener {
    /** An answer came in, in the order of arrival: a chance to look names up early. */
    default void answered(Probe probe, Answer answer) {}

    /**
     * What stands at a place of the path is settled. Called in order of TTL and query.
     *
     * @param ttl the row
     * @param query which of the row's probes, from 0
     * @param probe the probe, answered or given up; its own TTL is larger than {@code ttl} when the
     *     answer's distance was computed to be less
     */
    void settled(int ttl, int query, Probe probe);

    /** Nothing more is settled at the moment: bring out what is buffered. */
    default void paused() {}
}

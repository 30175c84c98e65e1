package net.diag.trace.engine;

import net.diag.record.IpAddress;
import net.diag.trace.probe.Answer;

/**
 * How a trace ended.
 *
 * @param end reached, refused or lost
 * @param by who answered last: the target, who refused, or the last hop that answered; null: nobody did
 * @param ttl the hop of that answer, 0 when nobody answered
 * @param answer the answer, or null
 */
public record PathOutcome(End end, IpAddress by, int ttl, Answer answer) {
    /** The three ways. */
    public enum End {
        /** The target answered. */
        REACHED,
        /** Somebody on the way said that it goes no further. */
        REFUSED,
        /** Nothing answers behind some hop. */
        LOST
    }
}

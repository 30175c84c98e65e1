package net.diag.trace.probe;

import java.io.IOException;

/**
 * A way to send probes and to hear of their answers: the kernel's sockets, or a simulated network.
 * One thread uses it.
 */
public interface ProbeChannel extends AutoCloseable {
    /** The time in nanoseconds since the epoch, on a clock that doesn't step. */
    long nowNanos();

    /**
     * Send a probe and note its time of sending in it.
     *
     * @return whether it went out; false: the kernel has no buffer at the moment, try again later
     * @throws IOException the kernel refuses for good (no route, no permission)
     */
    boolean send(Probe probe) throws IOException;

    /**
     * Wait until there is an answer, at most {@code timeoutNanos}, and hand all that are there to
     * {@code sink}. With 0 nothing waits.
     */
    void await(long timeoutNanos, AnswerSink sink) throws IOException;

    /** How long, at most, an answer has lain in the kernel before it was read, in nanoseconds: the load's measure. */
    long readLagNanos();

    /** Nothing more is expected for the probe: what was held for it may be freed. */
    void release(Probe probe);

    @Override
    void close();
}

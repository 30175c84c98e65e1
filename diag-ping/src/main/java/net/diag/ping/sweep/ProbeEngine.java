package net.diag.ping.sweep;

/** Probes targets and tells a {@link SweepListener} of what comes back. */
interface ProbeEngine extends AutoCloseable {
    /** Run to the end, or until cancelled. */
    void run() throws java.io.IOException;

    /** Replies that a full socket buffer of ours has lost: not the network's loss. */
    long overflowed();

    @Override
    void close();
}

package net.diag.trace.probe;

import net.diag.sys.Fd;

/** A socket from which answers are read. */
interface Receiver {
    /** What to wait on. */
    Fd fd();

    /** For which events, {@code POLL…}. */
    default int events() {
        return net.diag.sys.Poll.POLLIN | net.diag.sys.Poll.POLLERR;
    }

    /** Read all that is there without waiting, and hand on what answers a probe. */
    void drain(AnswerSink sink);
}

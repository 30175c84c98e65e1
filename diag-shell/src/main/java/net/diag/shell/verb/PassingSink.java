package net.diag.shell.verb;

import net.diag.cli.BrokenPipeException;
import net.diag.record.RecordSink;

/** A sink in front of another, to which it passes flushes and the end. */
abstract class PassingSink implements RecordSink {
    /** The sink of the stage after. */
    protected final RecordSink next;

    PassingSink(RecordSink next) {
        this.next = next;
    }

    /** Emit what was held back, then end; the stages behind may have enough before all is emitted. */
    protected final void finishWith(Runnable emission) {
        try {
            emission.run();
        } catch (BrokenPipeException e) {
            // enough: what they have is still to be shown
        }
        next.finish();
    }

    @Override
    public void flush() {
        next.flush();
    }

    @Override
    public void finish() {
        next.finish();
    }
}

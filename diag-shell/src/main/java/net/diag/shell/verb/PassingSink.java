package net.diag.shell.verb;

import net.diag.record.RecordSink;

/** A sink in front of another, to which it passes flushes and the end. */
abstract class PassingSink implements RecordSink {
    /** The sink of the stage after. */
    protected final RecordSink next;

    PassingSink(RecordSink next) {
        this.next = next;
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

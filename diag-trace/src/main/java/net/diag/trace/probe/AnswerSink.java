package net.diag.trace.probe;

/** Where answers go, in the order in which they were read. */
public interface AnswerSink {
    /** Take one answer; it may be a duplicate, or for a probe that was given up. */
    void accept(Answer answer);
}

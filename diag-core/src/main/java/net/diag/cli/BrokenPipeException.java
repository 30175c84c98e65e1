package net.diag.cli;

/** Nobody reads a hosted tool's output any more; the tool stops without a message, status 141. */
public final class BrokenPipeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception without a stack trace: it is a way to stop, not a fault. */
    public BrokenPipeException() {
        super("Broken pipe", null, false, false);
    }
}

package net.diag.cli;

import java.io.IOException;

/** The standard output can't be written, for example because the disk is full. */
public final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure of {@code cause}. */
    public OutputException(IOException cause) {
        super("write error: " + cause.getMessage(), cause);
    }
}

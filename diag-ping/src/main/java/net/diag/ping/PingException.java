package net.diag.ping;

import net.diag.cli.ToolException;

/** An error that ends the program with iputils' words and exit status. */
final class PingException extends ToolException {
    private static final long serialVersionUID = 1L;

    PingException(int exitStatus, String message) {
        super(exitStatus, message);
    }

    /** Bad usage or a failure of set-up, exit status 2. */
    static PingException fatal(String message) {
        return new PingException(2, message);
    }
}

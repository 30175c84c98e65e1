package net.diag.cli;

/**
 * The command line is wrong. The message is the whole line as getopt prints it ({@code ping: invalid
 * option -- 'x'}); the runner adds what {@link Tool#usageHint} says and exits with
 * {@link Tool#usageStatus}.
 */
public final class UsageException extends ToolException {
    private static final long serialVersionUID = 1L;

    /** A usage error with the tool's own status; {@code line} begins with the program's name. */
    public UsageException(String line) {
        super(-1, line, true, null);
    }

    /** A usage error with this status. */
    public UsageException(int exitStatus, String line) {
        super(exitStatus, line, true, null);
    }
}

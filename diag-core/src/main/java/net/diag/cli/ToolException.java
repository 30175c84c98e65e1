package net.diag.cli;

/**
 * A tool can't go on, and knows why: one line for the user, and an exit status. The runner prints
 * {@code NAME: MESSAGE}, or the message alone if it is {@link #bare}.
 */
public class ToolException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;
    private final boolean bare;

    /** A failure with its exit status. */
    public ToolException(int exitStatus, String message) {
        this(exitStatus, message, false, null);
    }

    /** A failure with its exit status and cause; {@code --debug} shows the cause. */
    public ToolException(int exitStatus, String message, Throwable cause) {
        this(exitStatus, message, false, cause);
    }

    /** As above; with {@code bare} the message is the whole text, several lines if need be. */
    public ToolException(int exitStatus, String message, boolean bare, Throwable cause) {
        super(message, cause);
        this.exitStatus = exitStatus;
        this.bare = bare;
    }

    /** A failure whose message is the whole text, for a peer's wording without a {@code NAME:}. */
    public static ToolException bare(int exitStatus, String message) {
        return new ToolException(exitStatus, message, true, null);
    }

    /** The status to exit with; -1 means the tool's status for usage errors. */
    public int exitStatus() {
        return exitStatus;
    }

    /** Whether the message is printed without {@code NAME: }. */
    public boolean isBare() {
        return bare;
    }
}

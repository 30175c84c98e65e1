package net.diag.cli;

/**
 * Exit statuses of our own tools and faces. A drop-in face uses the peer's numbers, which its tool
 * names.
 */
public final class ExitStatus {
    /** It worked, and the answer is good. */
    public static final int OK = 0;
    /** It worked, and the answer is no: nothing replied, nothing matched. */
    public static final int NEGATIVE = 1;
    /** It was called wrongly, or the environment doesn't let it work. */
    public static final int USAGE = 2;
    /** Interrupted with nothing to summarise: 128 + {@code SIGINT}. */
    public static final int INTERRUPTED = 130;
    /** The reader of the output is gone: 128 + {@code SIGPIPE}. */
    public static final int BROKEN_PIPE = 141;
    /** Terminated: 128 + {@code SIGTERM}. */
    public static final int TERMINATED = 143;

    private ExitStatus() {}
}

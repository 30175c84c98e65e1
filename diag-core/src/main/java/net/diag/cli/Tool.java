package net.diag.cli;

import java.util.List;
import net.diag.record.RecordType;

/**
 * A tool that the launcher or the shell can run. It has a public constructor without arguments that
 * does nothing; everything it needs comes with the {@link ToolContext}.
 */
public interface Tool {
    /** Its name without {@code diag-}: {@code ping}. */
    String name();

    /** Its options. */
    OptionTable options();

    /**
     * Run once. Returns the exit status. Flushing the streams is the caller's.
     *
     * @throws ToolException to end with one line on standard error and its status
     * @throws Exception any other failure; {@link ToolRunner} turns it into one line and
     *     {@link #failureStatus}
     */
    int run(ToolContext context, String[] args) throws Exception;

    /** The records that it may yield, for completion of fields and for {@code --schema}. */
    default List<RecordType<?>> recordTypes() {
        return List.of();
    }

    /** The exit status of a wrong command line. */
    default int usageStatus() {
        return ExitStatus.USAGE;
    }

    /** The exit status of a failed system call. */
    default int failureStatus() {
        return ExitStatus.USAGE;
    }

    /** What is printed behind a usage error, with its newlines; may be empty. */
    default String usageHint(ToolContext context) {
        return "Try '" + context.argv0() + " --help' for more information.\n";
    }
}

package net.diag.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import net.diag.sys.ProcessExit;

/**
 * Runs a tool as a program of its own: the process's streams, its signals, its exit status.
 *
 * <p>The name in error messages is the system property {@code diag.argv0} (the launcher sets it to
 * the name that it was called by), else the tool's own.
 */
public final class ToolMain {
    private ToolMain() {}

    /** Run {@code tool} and end the Java virtual machine with its exit status. */
    public static void run(Tool tool, String[] args) {
        Environment environment = Environment.ofProcess();
        Cancellation cancellation = new Cancellation();
        StdOut.Flush flush = environment.stdoutTerminal() ? StdOut.Flush.LINE : StdOut.Flush.WHEN_FULL;
        ToolContext context = new ToolContext(
                System.getProperty("diag.argv0", tool.name()),
                new FileInputStream(FileDescriptor.in),
                StdOut.ofStandardOutput(flush),
                StdOut.ofStandardError(),
                environment,
                cancellation,
                null);
        ProcessSignals signals = ProcessSignals.listen(cancellation);
        int status = ToolRunner.run(tool, context, args);
        signals.finished(status);
        end(status);
    }

    /**
     * {@link System#exit} would wait up to 300 ms for the thread that reads signals, and an end by the
     * kernel is quicker anyway; but a run that makes the start-up archive needs the JVM's own end.
     */
    private static void end(int status) {
        if (Boolean.getBoolean("diag.training")) {
            System.exit(status);
        }
        ProcessExit.immediately(status);
    }
}

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
        String training = System.getProperty("diag.training");
        if (training != null) {
            Training.run(tool, training);
        }
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
        ProcessExit.immediately(status);
    }
}

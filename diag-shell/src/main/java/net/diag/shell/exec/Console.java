package net.diag.shell.exec;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import net.diag.cli.Environment;
import net.diag.cli.StdOut;

/** The process's own streams. */
public final class Console {
    private Console() {}

    /** Streams that throw, not exit, when the reader of standard output is gone. */
    public static Streams ofProcess() {
        Environment environment = Environment.ofProcess();
        StdOut.Flush flush = environment.stdoutTerminal() ? StdOut.Flush.LINE : StdOut.Flush.WHEN_FULL;
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new StdOut(new java.io.FileOutputStream(FileDescriptor.out), StdOut.OnBrokenPipe.THROW, flush),
                new StdOut(
                        new java.io.FileOutputStream(FileDescriptor.err), StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE),
                environment,
                true);
    }
}

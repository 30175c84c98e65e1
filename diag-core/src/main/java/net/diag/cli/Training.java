package net.diag.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;

/**
 * The runs from which a tool's start-up archive is made: several command lines in one process, so that the archive
 * holds the classes of all of them. The distribution's build asks for it, nothing else does.
 *
 * <p>The system property {@code diag.training} has the command lines, divided by {@code ;}, their words by single
 * blanks. They run before the process's own, with a context of their own.
 */
final class Training {
    /**
     * What a start from the archive loads, but the run that makes the archive doesn't: it keeps the jars open that a
     * later start closes again, and its threads don't wait for one another. Each costs a look into the JDK's modules.
     */
    private static final String[] ONLY_LATER = {
        "java.io.RandomAccessFile$1",
        "java.lang.invoke.DirectMethodHandle$1",
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$Node",
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionNode",
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$ExclusiveNode",
        "java.util.concurrent.locks.AbstractQueuedSynchronizer$SharedNode",
        "java.util.concurrent.locks.LockSupport",
        "java.util.concurrent.ForkJoinPool$ManagedBlocker",
    };

    private Training() {}

    /** Run the command lines one after the other. A line that fails has still loaded its classes. */
    static void run(Tool tool, String lines) {
        for (String name : ONLY_LATER) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException e) {
                continue; // another version of Java
            }
        }
        for (String line : lines.split(";")) {
            ToolRunner.run(tool, context(tool), line.trim().split(" "));
        }
    }

    private static ToolContext context(Tool tool) {
        return new ToolContext(
                tool.name(),
                new FileInputStream(FileDescriptor.in),
                StdOut.ofStandardOutput(StdOut.Flush.WHEN_FULL),
                StdOut.ofStandardError(),
                Environment.ofProcess(),
                new Cancellation(),
                null);
    }
}

package net.diag.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.ServiceLoader;

/**
 * The run from which a tool's start-up archive is made: several command lines in one process, so that the archive
 * holds the classes of all of them. The distribution's build starts it; nothing else does.
 *
 * <p>The arguments are the tool's name, its main class, and command lines, their words separated by single blanks.
 * The last one goes through the main class, which also ends the process.
 */
public final class Training {
    private Training() {}

    /** Run the command lines one after the other. A line that fails has still loaded its classes. */
    public static void main(String[] args) throws ReflectiveOperationException {
        int last = args.length - 1;
        for (Tool tool : ServiceLoader.load(Tool.class)) {
            if (tool.name().equals(args[0])) {
                for (int i = 2; i < last; i++) {
                    ToolRunner.run(tool, context(tool), words(args[i]));
                }
            }
        }
        Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) words(args[last]));
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

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ");
    }
}

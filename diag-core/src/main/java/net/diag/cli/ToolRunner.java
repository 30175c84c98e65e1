package net.diag.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Runs a tool and turns whatever it throws into one line on standard error and an exit status; with
 * {@code --debug} among the arguments, or {@code DIAG_DEBUG} set, the stack trace follows.
 */
public final class ToolRunner {
    private ToolRunner() {}

    /** Run {@code tool}, flush its streams, and give the exit status. Throws nothing but errors of the JVM. */
    public static int run(Tool tool, ToolContext context, String[] args) {
        int status;
        try {
            status = tool.run(context, args);
            context.out().flush();
        } catch (BrokenPipeException e) {
            status = ExitStatus.BROKEN_PIPE;
        } catch (InterruptedException e) {
            // The host ended the tool's thread; it wants its interrupt back.
            Thread.currentThread().interrupt();
            flushQuietly(context.out());
            status = ExitStatus.INTERRUPTED;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            status = report(tool, context, e, isDebug(context, args));
        }
        try {
            context.err().flush();
        } catch (BrokenPipeException | OutputException e) {
            // Nobody is left who could be told.
        }
        return status;
    }

    private static boolean isDebug(ToolContext context, String[] args) {
        for (String a : args) {
            if (a.equals("--debug")) {
                return true;
            }
        }
        return context.environment().isSet("DIAG_DEBUG");
    }

    private static int report(Tool tool, ToolContext context, Throwable e, boolean debug) {
        int status = tool.failureStatus();
        try {
            flushQuietly(context.out());
            if (e instanceof ToolException t) {
                status = t.exitStatus() >= 0 ? t.exitStatus() : tool.usageStatus();
                if (!t.isBare()) {
                    context.err().print(context.argv0()).print(": ");
                }
                context.err().println(t.getMessage());
                if (t instanceof UsageException) {
                    context.err().print(tool.usageHint(context));
                }
            } else {
                context.err().print(context.argv0()).print(": ").println(FailureText.of(e));
            }
            if (debug) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                context.err().print(trace.toString());
            }
        } catch (BrokenPipeException | OutputException ignored) {
            // Nobody is left who could be told.
        }
        return status;
    }

    private static void flushQuietly(StdOut out) {
        try {
            out.flush();
        } catch (BrokenPipeException | OutputException | UncheckedIOException e) {
            // The failure being reported matters more.
        }
    }
}

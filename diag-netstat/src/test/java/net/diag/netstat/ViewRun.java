package net.diag.netstat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.diag.cli.Cancellation;
import net.diag.cli.Environment;
import net.diag.cli.StdOut;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolRunner;

/** Runs a view in this process, in the calling thread's namespace. */
public record ViewRun(int status, String out, String err) {
    /** Run {@code netstat NAME ARGS…}. */
    public static ViewRun of(String name, String... args) {
        return of(SubViews.named(name), args);
    }

    /** Run a view. */
    public static ViewRun of(Tool tool, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ToolContext context = new ToolContext(
                "netstat",
                InputStream.nullInputStream(),
                new StdOut(out, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL),
                new StdOut(err, StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE),
                Environment.none(),
                new Cancellation(),
                null);
        int status = ToolRunner.run(tool, context, args);
        context.out().flush();
        context.err().flush();
        return new ViewRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

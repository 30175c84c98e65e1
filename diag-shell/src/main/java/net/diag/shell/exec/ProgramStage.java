package net.diag.shell.exec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import net.diag.cli.BrokenPipeException;
import net.diag.cli.Cancellation;
import net.diag.cli.StdOut;
import net.diag.record.JsonLinesFace;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/**
 * A program as a stage ({@code ! jq .}): records reach its standard input as JSON Lines, text as it
 * is; its output goes on as text, or through {@code from} as records.
 */
final class ProgramStage implements RecordSink, AutoCloseable {
    /** Takes the program's output. */
    interface OutputReader {
        /** Read to the end. */
        void read(InputStream output) throws IOException;
    }

    private final Process process;
    private final StdOut input;
    private final RecordSink face;
    private final Thread reader;
    private final Consumer next;
    private final Cancellation.Registration onCancel;
    private int status;

    /**
     * Start {@code command}.
     *
     * @param piped whether a stage stands before it
     * @param output takes its output; null: the process's own standard output, for the last stage on a terminal
     */
    ProgramStage(
            List<String> command,
            boolean piped,
            Streams streams,
            Cancellation cancellation,
            OutputReader output,
            Consumer next)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(streams.inheritable() ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE);
        if (!piped) {
            builder.redirectInput(
                    streams.inheritable()
                            ? ProcessBuilder.Redirect.INHERIT
                            : ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        }
        if (output == null) {
            builder.redirectOutput(ProcessBuilder.Redirect.INHERIT);
        }
        if (!streams.inheritable()) {
            builder.redirectErrorStream(output != null);
        }
        streams.out().flush();
        this.process = builder.start();
        this.next = next;
        this.onCancel = cancellation.onWake(() -> {
            if (cancellation.isCancelled()) {
                process.destroy();
            }
        });
        OutputStream stdin = piped ? process.getOutputStream() : OutputStream.nullOutputStream();
        this.input = new StdOut(stdin, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
        this.face = new JsonLinesFace(input, false);
        if (output == null) {
            this.reader = null;
        } else {
            this.reader = new Thread(() -> drain(output), "output of " + command.get(0));
            this.reader.setDaemon(true);
            this.reader.start();
        }
    }

    private void drain(OutputReader output) {
        try (InputStream in = process.getInputStream()) {
            output.read(in);
        } catch (IOException | BrokenPipeException e) {
            process.destroy(); // nobody wants the rest
        }
    }

    /** Takes text for the program. */
    StdOut input() {
        return input;
    }

    int status() {
        return status;
    }

    @Override
    public <R> void accept(RecordType<R> type, R record) {
        face.accept(type, record);
    }

    @Override
    public void flush() {
        input.flush();
    }

    @Override
    public void finish() {
        try {
            try {
                input.flush();
                process.getOutputStream().close();
            } catch (IOException | BrokenPipeException e) {
                // it ended before it read all, as head does
            }
            status = process.waitFor();
            if (reader != null) {
                reader.join();
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
        next.records().finish();
    }

    @Override
    public void close() {
        onCancel.close();
        if (process.isAlive()) {
            process.destroy();
        }
    }
}

package net.diag.cli;

import java.io.InputStream;
import net.diag.record.RecordSink;

/**
 * Everything that a running tool has from outside: its name, its streams, its surroundings, how it is
 * stopped, and whether someone takes its records instead of its text.
 *
 * <p>The launcher's {@code main} makes one over the process's streams, the shell one per command. A
 * tool touches neither {@code System.out} nor {@code System.exit} nor another global.
 */
public final class ToolContext {
    private final String argv0;
    private final InputStream in;
    private final StdOut out;
    private final StdOut err;
    private final Environment environment;
    private final Cancellation cancellation;
    private final RecordSink records;

    /**
     * A context.
     *
     * @param argv0 the name that begins the tool's error messages
     * @param records who takes records instead of text on {@code out}, or null
     */
    public ToolContext(
            String argv0,
            InputStream in,
            StdOut out,
            StdOut err,
            Environment environment,
            Cancellation cancellation,
            RecordSink records) {
        this.argv0 = argv0;
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.cancellation = cancellation;
        this.records = records;
    }

    /** The name that begins error messages: {@code ping}. */
    public String argv0() {
        return argv0;
    }

    /** Standard input. */
    public InputStream in() {
        return in;
    }

    /** Standard output: data only. */
    public StdOut out() {
        return out;
    }

    /** Standard error: complaints, prompts, progress. */
    public StdOut err() {
        return err;
    }

    /** Variables and terminals. */
    public Environment environment() {
        return environment;
    }

    /** How it is stopped. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Who takes the tool's records instead of text, or null if text is wanted. */
    public RecordSink records() {
        return records;
    }

    /** Whether records are wanted instead of text. */
    public boolean wantsRecords() {
        return records != null;
    }

    /** Print {@code NAME: MESSAGE} on standard error, after what is buffered for standard output. */
    public void complain(String message) {
        out.flush();
        err.print(argv0).print(": ").println(message);
        err.flush();
    }
}

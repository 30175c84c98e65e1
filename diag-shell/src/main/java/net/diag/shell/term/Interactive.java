package net.diag.shell.term;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.cli.BrokenPipeException;
import net.diag.cli.Cancellation;
import net.diag.cli.ColorPolicy;
import net.diag.cli.ExitStatus;
import net.diag.cli.Palette;
import net.diag.cli.StdOut;
import net.diag.cli.TerminalType;
import net.diag.shell.exec.Executor;
import net.diag.shell.exec.Jobs;
import net.diag.shell.exec.Session;
import net.diag.shell.exec.Streams;
import net.diag.sys.Users;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The shell on a terminal. */
public final class Interactive {
    private static final int PATIENCE = 3;

    private final Executor executor;
    private final Session session;
    private final Streams streams;
    private final boolean startUpFile;

    /** A shell for {@code executor}; {@code startUpFile}: run the user's first. */
    public Interactive(Executor executor, Streams streams, boolean startUpFile) {
        this.executor = executor;
        this.session = executor.session();
        this.streams = streams;
        this.startUpFile = startUpFile;
    }

    /** Read and run lines until the end; the exit status of the last. */
    public int run() {
        TerminalType.describe(streams.environment().variable("TERM"));
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .jni(true)
                .dumb(true)
                .nativeSignals(true)
                .build()) {
            Attributes sane = terminal.getAttributes();
            try {
                return loop(terminal);
            } finally {
                terminal.setAttributes(sane);
                session.jobs().cancelAll();
            }
        } catch (IOException e) {
            streams.err().println("diag-shell: no terminal: " + e.getMessage());
            return ExitStatus.USAGE;
        }
    }

    private int loop(Terminal terminal) throws IOException {
        boolean color = ColorPolicy.AUTO.isEnabled(streams.environment())
                && !terminal.getType().startsWith("dumb");
        Palette palette = Palette.of(color);
        UserFiles files = new UserFiles(streams.environment());
        LineReader reader = reader(terminal, files, color);
        StdOut out = new StdOut(new PromptOutput(reader, false), StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE);
        StdOut err = new StdOut(new PromptOutput(reader, true), StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE);
        Streams beside = new Streams(streams.in(), out, err, streams.environment(), true);
        Path startUp = files.startUp();
        if (startUpFile && startUp != null && Files.isReadable(startUp)) {
            command(terminal, Files.readString(startUp), beside);
        }
        Prompt prompt = new Prompt(palette, Users.isRoot());
        while (!session.isEnded()) {
            tellOfJobs(err);
            try {
                String line = reader.readLine(prompt.of(session));
                if (!line.isBlank()) {
                    session.lastStatus(command(terminal, line, beside));
                }
            } catch (UserInterruptException e) {
                session.lastStatus(ExitStatus.INTERRUPTED);
            } catch (EndOfFileException e) {
                break;
            }
        }
        save(reader);
        return session.lastStatus();
    }

    private LineReader reader(Terminal terminal, UserFiles files, boolean color) {
        Suggestions suggestions = new Suggestions(executor);
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("diag")
                .parser(new LineParser())
                .completer(new ShellCompleter(suggestions))
                .history(new DiscreetHistory())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.AUTO_GROUP, false)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "  > ")
                .variable(LineReader.LIST_MAX, 100)
                .variable(LineReader.HISTORY_SIZE, 10_000)
                .variable(LineReader.INDENTATION, 2);
        Path history = files.history();
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        if (color) {
            builder.highlighter(new LineHighlighter(suggestions));
        }
        LineReader reader = builder.build();
        if (color) {
            reader.setAutosuggestion(LineReader.SuggestionType.HISTORY);
        }
        if ("vi".equals(session.variables().get("editing"))) {
            reader.setKeyMap(LineReader.VIINS);
        }
        return reader;
    }

    /** Run a line on a thread of its own; Ctrl-C asks it to stop, the third time gives up on it. */
    private int command(Terminal terminal, String line, Streams beside) {
        Cancellation cancellation = new Cancellation();
        int[] status = {ExitStatus.INTERRUPTED};
        Thread runner = new Thread(
                () -> {
                    try {
                        status[0] = executor.run(line, beside, cancellation);
                        beside.out().flush();
                    } catch (BrokenPipeException e) {
                        status[0] = ExitStatus.BROKEN_PIPE;
                    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                        beside.err().println("diag: internal error: " + e);
                        status[0] = ExitStatus.USAGE;
                    }
                },
                "command");
        runner.setDaemon(true);
        int[] interrupts = new int[1];
        Terminal.SignalHandler onInterrupt = terminal.handle(Terminal.Signal.INT, signal -> {
            cancellation.cancel();
            if (++interrupts[0] >= PATIENCE) {
                runner.interrupt();
            }
        });
        Terminal.SignalHandler onQuit = terminal.handle(Terminal.Signal.QUIT, signal -> cancellation.requestReport());
        try {
            runner.start();
            while (runner.isAlive() && interrupts[0] < PATIENCE) {
                runner.join(interrupts[0] == 0 ? 0 : 100);
            }
        } catch (InterruptedException e) {
            cancellation.cancel();
        } finally {
            terminal.handle(Terminal.Signal.INT, onInterrupt);
            terminal.handle(Terminal.Signal.QUIT, onQuit);
        }
        return status[0];
    }

    private void tellOfJobs(StdOut err) {
        for (Jobs.Job j : session.jobs().ended()) {
            err.println("[" + j.number() + "] ended (" + j.status() + ")  " + j.command());
        }
    }

    private static void save(LineReader reader) {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            // a full disk must not keep anybody in the shell
        }
    }

    /** A history that leaves out lines with secrets. */
    private static final class DiscreetHistory extends DefaultHistory {
        @Override
        public void add(java.time.Instant time, String line) {
            if (!Secrets.isIn(line)) {
                super.add(time, line);
            }
        }
    }
}

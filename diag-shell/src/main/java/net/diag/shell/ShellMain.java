package net.diag.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.cli.BrokenPipeException;
import net.diag.cli.Cancellation;
import net.diag.cli.ExitStatus;
import net.diag.shell.exec.Console;
import net.diag.shell.exec.Executor;
import net.diag.shell.exec.Session;
import net.diag.shell.exec.Streams;
import net.diag.shell.term.Interactive;

/**
 * Starts the shell: {@code -c COMMAND}, a file of commands, standard input, or, on a terminal, the
 * interactive one.
 */
public final class ShellMain {
    private ShellMain() {}

    public static void main(String[] args) {
        Streams streams = Console.ofProcess();
        int status;
        try {
            status = run(args, streams);
            streams.out().flush();
        } catch (BrokenPipeException e) {
            status = ExitStatus.BROKEN_PIPE;
        }
        if (System.getProperty("diag.training") != null) {
            System.exit(status);
        }
        Runtime.getRuntime().halt(status);
    }

    private static int run(String[] args, Streams streams) {
        String command = null;
        String file = null;
        boolean startUpFile = true;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-c" -> {
                    if (++i == args.length) {
                        return usage(streams, "option requires an argument -- 'c'");
                    }
                    command = args[i];
                }
                case "--no-rc" -> startUpFile = false;
                case "-h", "--help" -> {
                    streams.out().print(Usage.TEXT);
                    return ExitStatus.OK;
                }
                case "-V", "--version" -> {
                    streams.out().println("diag-shell " + Usage.version());
                    return ExitStatus.OK;
                }
                default -> {
                    if (args[i].startsWith("--completion=")) {
                        return Completions.print(args[i].substring("--completion=".length()), streams);
                    }
                    if (args[i].startsWith("-") && args[i].length() > 1 || file != null) {
                        return usage(streams, "unrecognized argument '" + args[i] + "'");
                    }
                    file = args[i];
                }
            }
        }
        Executor executor = new Executor(new Session());
        if (command == null && file == null && streams.environment().stdinTerminal()) {
            return new Interactive(executor, streams, startUpFile).run();
        }
        Cancellation cancellation = new Cancellation();
        CancelOnSignal.install(cancellation);
        try {
            String text = command != null
                    ? command
                    : file != null
                            ? Files.readString(Path.of(file))
                            : new String(streams.in().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return executor.run(text, streams, cancellation);
        } catch (IOException e) {
            streams.err().println("diag-shell: cannot read '" + file + "': no such file, or not readable");
            return ExitStatus.USAGE;
        }
    }

    private static int usage(Streams streams, String message) {
        streams.err().println("diag-shell: " + message);
        streams.err().println("Try 'diag-shell --help' for more information.");
        return ExitStatus.USAGE;
    }
}

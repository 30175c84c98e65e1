package net.diag.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program that runs: to be waited for, spoken to, and sent signals. Closing kills it. */
public final class RunningProgram implements AutoCloseable {
    private final Process process;
    private final List<String> command;
    private final Duration timeout;
    private final long startNanos = System.nanoTime();
    private final Collector stdout;
    private final Collector stderr;

    RunningProgram(Process process, List<String> command, Duration timeout) {
        this.process = process;
        this.command = command;
        this.timeout = timeout;
        this.stdout = new Collector(process.getInputStream());
        this.stderr = new Collector(process.getErrorStream());
    }

    /** Reads a stream to its end, so that the program never waits for a reader. */
    private static final class Collector extends Thread {
        private final InputStream in;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Collector(InputStream in) {
            super("collector");
            this.in = in;
            setDaemon(true);
            start();
        }

        @Override
        public void run() {
            byte[] block = new byte[8192];
            try {
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    synchronized (this) {
                        bytes.write(block, 0, n);
                        notifyAll();
                    }
                }
            } catch (IOException e) {
                return; // the program was killed
            }
        }

        synchronized byte[] collected() {
            return bytes.toByteArray();
        }
    }

    /** The program's process id. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Send a signal by its name: {@code "INT"}, {@code "QUIT"}. */
    public void signal(String name) {
        Command.of("sh", "-c", "kill -" + name + " " + pid()).run().requireSuccess();
    }

    /** Write to its standard input. */
    public void type(String text) {
        type(text.getBytes(StandardCharsets.UTF_8));
    }

    void type(byte[] bytes) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(bytes);
            in.flush();
        } catch (IOException e) {
            // It ended before it read everything, which its outcome will tell.
            return;
        }
    }

    /** Write all of its standard input and close it, without waiting for the program to read. */
    void feed(byte[] bytes) {
        if (bytes.length == 0) {
            endInput();
            return;
        }
        Thread feeder = new Thread(
                () -> {
                    type(bytes);
                    endInput();
                },
                "feeder");
        feeder.setDaemon(true);
        feeder.start();
    }

    /** Close its standard input. */
    public void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            return; // it ended before
        }
    }

    /** Close our end of its standard output, as {@code | head} does. What comes later is lost. */
    public void closeStdout() {
        try {
            process.getInputStream().close();
        } catch (IOException e) {
            throw new LabException("close stdout of " + command, e);
        }
    }

    /** Everything that it has written to stdout so far. */
    public String stdout() {
        return new String(stdout.collected(), StandardCharsets.UTF_8);
    }

    /** Everything that it has written to stderr so far. */
    public String stderr() {
        return new String(stderr.collected(), StandardCharsets.UTF_8);
    }

    /** Wait until a pattern is found in stdout; it is an error if the program ends, or its time, before. */
    public String awaitStdout(String regex) {
        return await(stdout, regex, "stdout");
    }

    /** Wait until a pattern is found in stderr; it is an error if the program ends, or its time, before. */
    public String awaitStderr(String regex) {
        return await(stderr, regex, "stderr");
    }

    private String await(Collector stream, String regex, String what) {
        Pattern pattern = Pattern.compile(regex, Pattern.MULTILINE);
        while (true) {
            boolean isLast = !stream.isAlive();
            String text = new String(stream.collected(), StandardCharsets.UTF_8);
            if (pattern.matcher(text).find()) {
                return text;
            }
            if (isLast || remainingNanos() <= 0) {
                throw new LabException("no /" + regex + "/ in " + what + " of " + String.join(" ", command) + ":\n"
                        + stdout() + stderr());
            }
            synchronized (stream) {
                try {
                    stream.wait(20);
                } catch (InterruptedException e) {
                    throw interrupted(e);
                }
            }
        }
    }

    private long remainingNanos() {
        return timeout.toNanos() - (System.nanoTime() - startNanos);
    }

    private LabException interrupted(InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        return new LabException("interrupted while waiting for " + String.join(" ", command), e);
    }

    /** Wait for its end; if its time is over before, it is killed and that is an error. */
    public Outcome await() {
        try {
            if (!process.waitFor(Math.max(0, remainingNanos()), TimeUnit.NANOSECONDS)) {
                close();
                throw new LabException("still running after " + timeout + ": " + String.join(" ", command) + "\n"
                        + stdout() + stderr());
            }
            long elapsedNanos = System.nanoTime() - startNanos;
            // Not for ever: a child of the program may hold the other end of the pipe.
            stdout.join(2000);
            stderr.join(2000);
            return new Outcome(
                    command,
                    process.exitValue(),
                    stdout.collected(),
                    stderr.collected(),
                    Duration.ofNanos(elapsedNanos));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Kill it, and wait until it is gone. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A tool as a process of its own: pipes, full disks, signals, exit statuses. */
@Timeout(120)
class ToolMainIT {
    private final List<Process> started = new ArrayList<>();

    /** Prints a line until it is cancelled; reports on request; then its summary, and status 5. */
    static final class Clock implements Tool {
        public static void main(String[] args) {
            ToolMain.run(new Clock(), args);
        }

        @Override
        public String name() {
            return "clock";
        }

        @Override
        public OptionTable options() {
            return OptionTable.of("clock", "tick", "");
        }

        @Override
        public int run(ToolContext context, String[] args) throws InterruptedException {
            context.out().setFlush(StdOut.Flush.LINE);
            while (!context.cancellation().isCancelled()) {
                context.out().println(context.cancellation().takeReportRequest() ? "report" : "tick");
                Thread.sleep(20);
            }
            context.out()
                    .print("summary after signal ")
                    .print(context.cancellation().signal())
                    .println();
            return 5;
        }
    }

    private Process start(boolean blockSignals, String redirection) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                (blockSignals ? "exec env --block-signal=INT --block-signal=QUIT --block-signal=TERM " : "exec ")
                        + CompletionFace.quote(java)
                        + (blockSignals ? " -Xrs" : "")
                        + " --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "
                        + CompletionFace.quote(System.getProperty("java.class.path"))
                        + " "
                        + CompletionFace.quote(Clock.class.getName())
                        + redirection;
        Process p = new ProcessBuilder("sh", "-c", command).start();
        started.add(p);
        return p;
    }

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    private static void kill(Process p, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(p.pid())).start().waitFor();
    }

    private static String readLine(Process p) throws IOException {
        StringBuilder b = new StringBuilder();
        for (int c; (c = p.getInputStream().read()) >= 0 && c != '\n'; ) {
            b.append((char) c);
        }
        return b.toString();
    }

    private static String rest(Process p) throws IOException {
        return new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String errors(Process p) throws IOException {
        return new String(p.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int status(Process p) throws InterruptedException {
        assertTrue(p.waitFor(60, TimeUnit.SECONDS));
        return p.exitValue();
    }

    @Test
    void interruptEndsWithSummaryAndTheToolsStatus() throws IOException, InterruptedException {
        for (String signal : new String[] {"INT", "TERM"}) {
            Process p = start(true, "");
            assertEquals("tick", readLine(p));
            kill(p, signal);
            assertTrue(rest(p).endsWith("summary after signal " + (signal.equals("INT") ? 2 : 15) + "\n"));
            assertEquals(5, status(p));
            assertEquals("", errors(p));
        }
    }

    @Test
    void quitAsksForAReport() throws IOException, InterruptedException {
        Process p = start(true, "");
        assertEquals("tick", readLine(p));
        kill(p, "QUIT");
        String line = readLine(p);
        while (line.equals("tick")) {
            line = readLine(p);
        }
        assertEquals("report", line);
        assertEquals("tick", readLine(p));
        kill(p, "INT");
        assertEquals(5, status(p));
    }

    @Test
    void withoutTheLauncherInterruptStillGivesTheSummary() throws IOException, InterruptedException {
        Process p = start(false, "");
        assertEquals("tick", readLine(p));
        // The hook is put up beside the tool's start.
        for (int i = 0; i < 50; i++) {
            readLine(p);
        }
        kill(p, "INT");
        assertTrue(rest(p).endsWith("summary after signal 2\n"));
        assertEquals(5, status(p));
    }

    @Test
    void aGoneReaderEndsItSilentlyWith141() throws IOException, InterruptedException {
        Process p = start(true, "");
        assertEquals("tick", readLine(p));
        p.getInputStream().close();
        assertEquals(141, status(p));
        assertEquals("", errors(p));
    }

    @Test
    void aFullDiskIsOneLine() throws IOException, InterruptedException {
        Process p = start(true, " >/dev/full");
        assertEquals(2, status(p));
        assertEquals("clock: write error: No space left on device\n", errors(p));
    }
}

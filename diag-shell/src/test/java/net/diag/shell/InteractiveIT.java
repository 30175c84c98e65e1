package net.diag.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell through a real pseudo-terminal: keys in, screen out. */
class InteractiveIT {
    private static final long PATIENCE_MILLIS = 20_000;

    private final String session = "diag-it-" + ProcessHandle.current().pid();

    @TempDir
    Path home;

    private static String run(String... command) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        p.waitFor();
        return out;
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", session));
        command.addAll(List.of(arguments));
        return run(command.toArray(new String[0]));
    }

    private void keys(String... keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("send-keys", "-t", "t"));
        command.addAll(List.of(keys));
        tmux(command.toArray(new String[0]));
    }

    private String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-t", "t", "-p");
    }

    private String await(String text) throws IOException, InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        String now = screen();
        while (!now.contains(text) && System.currentTimeMillis() < end) {
            Thread.sleep(100);
            now = screen();
        }
        assertTrue(now.contains(text), "no '" + text + "' on the screen:\n" + now);
        return now;
    }

    @BeforeEach
    void start() throws Exception {
        String diag = System.getProperty("diag.root") + "/diag";
        tmux("new-session", "-d", "-s", "t", "-x", "120", "-y", "30", "sh");
        keys("export HOME=" + home + " PS1=ready:", "Enter");
        await("ready:");
        keys("clear; " + diag + "; echo left with $?", "Enter");
        await("diag#");
    }

    @AfterEach
    void stop() throws Exception {
        tmux("kill-server");
    }

    @Test
    void interruptStopsTheCommandWithItsSummaryAndNotTheShell() throws Exception {
        keys("ping -i 0.2 127.0.0.1", "Enter");
        await("icmp_seq=2");
        keys("C-c");
        await("packets transmitted");
        keys("echo still here", "Enter");
        await("\nstill here");
        keys("C-d");
        await("left with 0");
    }

    @Test
    void tabOffersOptionsAndFields() throws Exception {
        keys("ping --js", "Tab");
        await("ping --json");
        keys("C-u", "ping ::1 | where rt", "Tab");
        await("round-trip time");
        keys("C-u", "ping ::1 | where rtt ", "Tab");
        await("greater or equal");
    }

    @Test
    void mistakeIsPointedAtAndTheStatusIsInThePrompt() throws Exception {
        keys("ping -c 1 127.0.0.1 | where rtx > 1", "Enter");
        await("unknown field 'rtx'");
        await("diag 2#");
    }

    @Test
    void openQuoteContinuesAndJobsRunBeside() throws Exception {
        keys("echo 'one", "Enter");
        keys("two'", "Enter");
        await("\ntwo");
        keys("ping -c 2 -i 0.2 127.0.0.1 &", "Enter");
        await("[1] ping");
        keys("jobs", "Enter");
        await("[1]");
    }

    @Test
    void historyIsPrivateAndWithoutSecrets() throws Exception {
        keys("echo kept", "Enter");
        await("\nkept");
        keys("echo password=hunter2", "Enter");
        await("\npassword=hunter2");
        keys("exit", "Enter");
        await("left with 0");
        Path history = home.resolve(".local/state/diag/history");
        String text = Files.readString(history);
        assertTrue(text.contains("echo kept"), text);
        assertFalse(text.contains("hunter2"), text);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    }

    @Test
    void scriptsRunWithoutATerminal() throws Exception {
        String diag = System.getProperty("diag.root") + "/diag";
        assertEquals("hi\n", run(diag, "shell", "-c", "let x = hi; echo $x"));
        assertEquals("3\n", run("sh", "-c", "echo 'exit 3' | " + diag + " shell; echo $?"));
        String piped = run(
                "sh",
                "-c",
                diag + " ping -c 1 --json 127.0.0.1 | " + diag
                        + " shell -c 'from json | where rtt >= 0ms | select sequence | csv'");
        assertEquals("sequence\n1\n", piped);
    }

    @Test
    void completionsLoadInOtherShells() throws Exception {
        String diag = System.getProperty("diag.root") + "/diag";
        Path dir = Files.createDirectories(home.resolve("completions"));
        for (String shell : new String[] {"bash", "fish"}) {
            Path file = dir.resolve(shell);
            Files.writeString(file, run(diag, "shell", "--completion=" + shell));
            assertEquals("", run(shell, "-c", ". " + file), shell);
        }
    }
}

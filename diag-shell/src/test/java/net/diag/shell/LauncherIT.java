package net.diag.shell;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.diag.lab.Command;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Outcome;
import net.diag.lab.RunningProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher and the distribution as a user has them: names, statuses, signals, start-up archives. */
@InLab
@Timeout(180)
class LauncherIT {
    private static final Path ROOT = Path.of(System.getProperty("diag.root"));
    private static final String DIAG = ROOT.resolve("diag").toString();
    private static final String CAPTURE = ROOT.resolve("scripts/training.pcap").toString();

    @TempDir
    Path temp;

    private static Command ping(String... arguments) {
        List<String> words = new ArrayList<>(List.of(DIAG, "ping"));
        words.addAll(List.of(arguments));
        return Command.of(words.toArray(new String[0]));
    }

    /** A short run of each tool that ends well. */
    static Stream<List<String>> runs() {
        return Stream.of(
                List.of("ping", "-c", "1", "127.0.0.1"),
                List.of("trace", "-n", "127.0.0.1"),
                List.of("dump", "-nn", "-r", CAPTURE),
                List.of("shell", "-c", "help"));
    }

    private static List<Path> jdks() throws IOException {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(d -> !Files.isSymbolicLink(d) && Files.isExecutable(d.resolve("bin/java")))
                    .filter(LauncherIT::isRecent)
                    .toList();
        }
    }

    private static boolean isRecent(Path jdk) {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            return lines.anyMatch(l -> l.matches("JAVA_VERSION=\"(1[7-9]|[2-9][0-9]).*"));
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void linksInBinRunTheirTool(List<String> run) {
        List<String> words = new ArrayList<>(run);
        words.set(0, Command.launcher(run.get(0)));
        Outcome o = Command.of(words.toArray(new String[0])).run();
        assertEquals(0, o.exitCode(), o::toString);
        assertNotEquals("", o.stdout(), o::toString);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void nothingButTheToolSpeaksOnAnyJdk(List<String> run) throws IOException {
        List<String> words = new ArrayList<>(run);
        words.add(0, DIAG);
        for (Path jdk : jdks()) {
            ping("-c", "1", "127.0.0.1").env("DIAG_JAVA_HOME", jdk.toString()).run(); // makes its archives, if need be
            Outcome o = Command.of(words.toArray(new String[0]))
                    .env("DIAG_JAVA_HOME", jdk.toString())
                    .env("JAVA_TOOL_OPTIONS", "-Dnobody=cares")
                    .env("JDK_JAVA_OPTIONS", "-Dnobody=cares")
                    .run();
            assertEquals(0, o.exitCode(), o::toString);
            String expected = run.contains("dump")
                    ? "reading from file " + CAPTURE + ", link-type EN10MB (Ethernet), snapshot length 262144\n"
                    : "";
            assertEquals(expected, o.stderr(), o::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void startsFromItsArchiveOnAnyJdk(List<String> run) throws IOException {
        List<String> words = new ArrayList<>(run);
        words.add(0, DIAG);
        for (Path jdk : jdks()) {
            ping("-c", "1", "127.0.0.1").env("DIAG_JAVA_HOME", jdk.toString()).run();
            Path loaded = temp.resolve("loaded-" + jdk.getFileName());
            Command.of(words.toArray(new String[0]))
                    .env("DIAG_JAVA_HOME", jdk.toString())
                    .env("DIAG_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded)
                    .run()
                    .requireSuccess();
            List<String> lines = Files.readAllLines(loaded);
            long all = lines.size();
            long archived = lines.stream()
                    .filter(l -> l.contains("source: shared objects file"))
                    .count();
            // What is the tool's own, and nearly everything else, is mapped and not read from a jar.
            assertTrue(
                    lines.stream().anyMatch(l -> l.contains(" net.diag." + run.get(0)) && l.contains("shared objects")),
                    () -> jdk + ": no class of " + run.get(0) + " came from the archive");
            assertTrue(archived >= all * 0.95, () -> jdk + ": " + archived + " of " + all + " classes archived");
        }
    }

    @Test
    void needsNoOtherProgramOnTheWay() {
        // With nothing on the PATH, a program run in between would be reported as not found.
        Outcome o = ping("-c", "1", "127.0.0.1").env("PATH", "/nonexistent").run();
        assertEquals(0, o.exitCode(), o::toString);
        assertEquals("", o.stderr());
        o = Command.of(Command.launcher("trace"), "-n", "127.0.0.1")
                .env("PATH", "/nonexistent")
                .run();
        assertEquals(0, o.exitCode(), o::toString);
        assertEquals("", o.stderr());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "traceroute"})
    void linksNamedLikeTheOriginalSpeakByItsName(String name) throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve(name), Path.of(DIAG));
        Outcome o = Command.of(link.toString(), "--no-such-option").run();
        assertNotEquals(0, o.exitCode());
        assertTrue(!o.stderr().contains("diag"), o::toString);
    }

    @Test
    void worksThroughAnyPath() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("with a blank"));
        Path link = Files.createSymbolicLink(folder.resolve("diag-ping"), Path.of(DIAG));
        Path folderLink = Files.createSymbolicLink(temp.resolve("bin link"), ROOT.resolve("bin"));
        assertAll(
                () -> Command.of(link.toString(), "-c", "1", "127.0.0.1").run().requireSuccess(),
                () -> Command.of(folderLink.resolve("diag-ping").toString(), "-c", "1", "127.0.0.1")
                        .run()
                        .requireSuccess(),
                () -> Command.of("./diag-ping", "-c", "1", "127.0.0.1")
                        .directory(folderLink)
                        .run()
                        .requireSuccess(),
                () -> Command.of("sh", "-c", "diag-ping -c 1 127.0.0.1")
                        .env("PATH", folder + ":" + System.getenv("PATH"))
                        .run()
                        .requireSuccess());
    }

    @Test
    void statusIsTheTools(Lab lab) {
        assertEquals(0, ping("-c", "1", "127.0.0.1").run().exitCode());
        assertEquals(2, ping("--no-such-option").run().exitCode());
        var deaf = lab.namespace("deaf").ignoreEcho();
        deaf.ip("link set lo up");
        Outcome o =
                deaf.command(DIAG, "ping", "-c", "1", "-W", "1", "127.0.0.1").run();
        assertEquals(1, o.exitCode(), o::toString);
    }

    @Test
    void interruptEndsWithSummaryAndTheResultsStatus() {
        try (RunningProgram p = ping("-i", "0.2", "127.0.0.1").start()) {
            p.awaitStdout("icmp_seq=2");
            p.signal("INT");
            Outcome o = p.await();
            assertEquals(0, o.exitCode(), o::toString);
            assertTrue(o.stdout().contains("--- 127.0.0.1 ping statistics ---"), o::toString);
        }
    }

    @Test
    void quitAsksForInterimStatistics() {
        try (RunningProgram p = ping("-i", "0.2", "127.0.0.1").start()) {
            p.awaitStdout("icmp_seq=2");
            p.signal("QUIT");
            p.awaitStderr("^\\d+/\\d+ packets, 0% loss");
            assertTrue(p.isAlive());
            p.signal("INT");
            Outcome o = p.await();
            assertEquals(0, o.exitCode(), o::toString);
            assertTrue(!o.stdout().contains("Full thread dump"), o::toString);
        }
    }

    @Test
    void terminateEndsIt() {
        try (RunningProgram p = ping("-i", "0.2", "127.0.0.1").start()) {
            p.awaitStdout("icmp_seq=2");
            p.signal("TERM");
            assertEquals(143, p.await().exitCode());
        }
    }

    @Test
    void goneReaderEndsItSilently() {
        Outcome o = Command.of(
                        "bash", "-c", "'" + DIAG + "' ping -i 0.01 -c 500 127.0.0.1 | head -2; echo ${PIPESTATUS[0]}")
                .run();
        assertEquals(3, o.lines().size(), o::toString);
        assertEquals("141", o.lines().get(2), o::toString);
        assertEquals("", o.stderr());
    }

    @Test
    void unknownToolIsAClearError() {
        Outcome o = Command.of(DIAG, "pong").run();
        assertEquals(2, o.exitCode());
        assertEquals("", o.stdout());
        assertEquals(
                "diag: no such tool: 'pong' (tools: ping, trace, netstat, dump, shell; see diag --help)\n", o.stderr());
    }

    @Test
    void helpAndVersionNeedNoBuild() {
        Outcome help = Command.of(DIAG, "--help").run().requireSuccess();
        for (String tool : List.of("ping", "trace", "netstat", "dump", "shell")) {
            assertTrue(help.stdout().contains("\n  " + tool + " "), tool);
        }
        assertTrue(Command.of(DIAG, "--version").run().requireSuccess().stdout().matches("diag \\d+\\.\\d+\\.\\d+\n"));
    }

    @Test
    void firstStartsAtTheSameTimeWaitForOneAnother() throws IOException {
        // A JDK by another path has no archives yet: three starts at once want to make them.
        Path jdk = Files.createSymbolicLink(temp.resolve("jdk"), jdks().get(0));
        List<RunningProgram> started = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                started.add(ping("-c", "1", "127.0.0.1")
                        .env("DIAG_JAVA_HOME", jdk.toString())
                        .start());
            }
            int makers = 0;
            for (RunningProgram p : started) {
                Outcome o = p.await();
                assertEquals(0, o.exitCode(), o::toString);
                makers += o.stderr().contains("making start-up archives") ? 1 : 0;
            }
            assertEquals(1, makers);
        } finally {
            started.forEach(RunningProgram::close);
            Command.of("rm", "-rf", ROOT + "/dist/jdk" + jdk, ROOT + "/dist/current/archives" + jdk)
                    .run();
        }
    }

    @Test
    void unsuitableJavaIsSaid() {
        Outcome o = ping("-c", "1", "127.0.0.1")
                .env("DIAG_JAVA_HOME", "/nonexistent")
                .run();
        assertEquals(2, o.exitCode());
        assertEquals("diag: DIAG_JAVA_HOME=/nonexistent: not a Java of version 17 or newer\n", o.stderr());
    }
}

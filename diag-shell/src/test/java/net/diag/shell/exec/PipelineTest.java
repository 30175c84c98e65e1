package net.diag.shell.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.diag.cli.Cancellation;
import net.diag.cli.Environment;
import net.diag.cli.StdOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    private static final String THREE = """
            {"name":"a","size":3,"rtt_ms":1.5,"from":"10.0.0.1"}
            {"name":"b","size":10,"rtt_ms":0.5,"from":"10.0.0.2"}
            {"name":"a","size":1,"rtt_ms":2.5,"from":"192.168.0.1"}
            """;

    private final Executor executor = new Executor(new Session());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String command, String input) {
        out.reset();
        err.reset();
        Streams streams = new Streams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new StdOut(out, StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE),
                new StdOut(err, StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE),
                Environment.none(),
                false);
        int status = executor.run(command, streams, new Cancellation());
        streams.out().flush();
        return status;
    }

    private String answer(String command) {
        assertEquals(0, run("from json | " + command, THREE), err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whereComparesByUnit() {
        assertEquals(
                "{\"name\":\"a\",\"size\":3,\"rtt_ms\":1.5,\"from\":\"10.0.0.1\"}\n",
                stripType(answer("where rtt > 1ms and rtt < 2ms | json")));
    }

    private static String stripType(String json) {
        return json.replaceAll("\"type\":\"[^\"]*\",(\"schema\":\"[^\"]*\",)?", "");
    }

    @Test
    void whereKnowsPrefixes() {
        assertEquals(
                "{\"name\":\"a\"}\n{\"name\":\"b\"}\n",
                stripType(answer("where from in 10.0.0.0/8 | select name | json")));
    }

    @Test
    void sortByTheGreatestFirstAndTakeOne() {
        assertEquals(
                "{\"name\":\"b\",\"size\":10}\n", stripType(answer("sort -size | first 1 | select name, size | json")));
        assertEquals("{\"size\":10}\n", stripType(answer("sort size | last 1 | select size | json")));
    }

    @Test
    void groupsWithAggregatesInTheStagesBehind() {
        assertEquals(
                "{\"name\":\"a\",\"count\":2,\"size\":4}\n{\"name\":\"b\",\"count\":1,\"size\":10}\n",
                stripType(answer("group name | count | sum size | json")));
    }

    @Test
    void twoAggregatesOverOneFieldHaveTheirOwnNames() {
        assertEquals(
                "{\"sumSize\":14,\"maxSize\":10}\n",
                stripType(answer("sum size | json")).isEmpty()
                        ? ""
                        : stripType(answer("group sum size max size | json")));
    }

    @Test
    void uniqPassesTheFirstOfEqualKeys() {
        assertEquals(
                "{\"name\":\"a\",\"size\":3}\n{\"name\":\"b\",\"size\":10}\n",
                stripType(answer("uniq name | select name,size | json")));
    }

    @Test
    void selectRenames() {
        assertEquals("{\"who\":\"a\"}\n", stripType(answer("select who=name | first | json")));
    }

    @Test
    void tableHasAHeadAndAlignsNumbers() {
        String[] lines = answer("select name,size").split("\n");
        assertEquals(4, lines.length);
        assertTrue(lines[0].startsWith("name"), lines[0]);
    }

    @Test
    void mistakeIsPointedAtWithTheFieldsThatExist() {
        assertEquals(0, run("let f = size", ""));
        assertEquals(2, run("nosuch -x | where a == 1", ""));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("no command 'nosuch'"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("\n  ^"));
    }

    @Test
    void variablesStandForTheirValueButNotInSingleQuotes() {
        run("let x = 5", "");
        run("echo $x ${x}y '$x' \"$x\"", "");
        assertEquals("5 5y $x 5\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aliasOfItselfEnds() {
        run("alias e = echo hi", "");
        run("e there", "");
        assertEquals("hi there\n", out.toString(StandardCharsets.UTF_8));
        run("alias echo = echo -", "");
        run("echo x", "");
        assertEquals("- x\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void programReadsJsonLinesAndItsOutputComesBackAsRecords() {
        assertEquals(
                "{\"n\":\"a\"}\n{\"n\":\"b\"}\n", stripType(answer("select n=name | ! head -n 2 | from json | json")));
    }

    @Test
    void savedFileIsReadBackEqual(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("x.json");
        answer("save " + file);
        assertEquals(3, Files.readAllLines(file).size());
        assertEquals(0, run("open " + file + " | sort name size | select name,size | json", ""));
        assertEquals(
                "{\"name\":\"a\",\"size\":1}\n{\"name\":\"a\",\"size\":3}\n{\"name\":\"b\",\"size\":10}\n",
                stripType(out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void csvGoesOutAndComesIn(@TempDir Path dir) {
        Path file = dir.resolve("x.csv");
        answer("select name,size | save " + file);
        assertEquals(0, run("open " + file + " | where size >= 3 | sum size | json", ""));
        assertEquals("{\"size\":13}\n", stripType(out.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void joinAddsTheOtherSidesFields(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("names.json");
        Files.writeString(file, "{\"name\":\"a\",\"owner\":\"ann\"}\n");
        assertEquals(
                "{\"name\":\"a\",\"owner\":\"ann\"}\n{\"name\":\"a\",\"owner\":\"ann\"}\n",
                stripType(answer("select name | join 'open " + file + "' name | json")));
    }

    @Test
    void diffShowsWhatChangedSinceThePreviousRun() {
        String command = "from json | select name,size | diff name | json";
        run(command, THREE);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        run(command, "{\"name\":\"b\",\"size\":11}\n{\"name\":\"c\",\"size\":1}\n");
        String[] lines = stripType(out.toString(StandardCharsets.UTF_8)).split("\n");
        assertEquals("{\"change\":\"changed\",\"name\":\"b\",\"size\":11}", lines[0]);
        assertEquals("{\"change\":\"added\",\"name\":\"c\",\"size\":1}", lines[1]);
        assertEquals(4, lines.length);
    }

    @Test
    void rateIsGrowthPerSecondOfEachKey() {
        run("from json | rate bytes by if | json", """
                {"time":"2026-01-01T00:00:00Z","if":"eth0","bytes":100}
                {"time":"2026-01-01T00:00:02Z","if":"eth0","bytes":300}
                """);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("eth0"), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void statementsRunInTurnAndExitEnds() {
        assertEquals(7, run("echo a; echo b; exit 7; echo c", ""));
        assertEquals("a\nb\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void chartDrawsABarForEachRecord() {
        assertEquals(4, answer("chart bars size by name").split("\n").length);
    }
}

package net.diag.dump;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.diag.cli.Cancellation;
import net.diag.cli.Environment;
import net.diag.cli.StdOut;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolRunner;

/**
 * One decode test of the example suite: {@code TZ=GMT0 diag-dump -# -n -r capture -tttt flags} must
 * print the expected text, byte for byte.
 */
record SuiteCase(Path folder, String name, String capture, String expected, List<String> flags) {

    /** What a run printed. */
    record Result(int status, byte[] out, String err, Throwable failure) {}

    static List<SuiteCase> all(Path folder) throws IOException {
        List<SuiteCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("TESTLIST"))) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("#") || cells.length < 3) {
                continue;
            }
            List<String> flags = cells.length > 3 ? words(cells[3], folder) : List.of();
            cases.add(new SuiteCase(folder, cells[0], cells[1], cells[2], flags));
        }
        return cases;
    }

    private static List<String> words(String text, Path folder) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : text.replace("${testsdir}", folder.toString()).toCharArray()) {
            if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
                word = word == null ? new StringBuilder() : word;
            } else if (c == ' ' && quote == 0) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
            } else {
                word = word == null ? new StringBuilder() : word;
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(
                List.of("-#", "-n", "-r", folder.resolve(capture).toString()));
        if (!flags.contains("SPECIAL_t")) {
            arguments.add("-tttt");
        }
        for (String flag : flags) {
            if (!flag.equals("SPECIAL_t")) {
                arguments.add(flag);
            }
        }
        return arguments;
    }

    Result run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Throwable failure = null;
        int status = -1;
        try {
            status = run(new ByteArrayInputStream(new byte[0]), out, err);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        return new Result(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8), failure);
    }

    private int run(InputStream in, OutputStream out, OutputStream err) {
        StdOut text = new StdOut(out, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
        StdOut complaints = new StdOut(err, StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE);
        Environment environment = new Environment(Map.of("TZ", "GMT0"), false, false, false, 0, 0);
        ToolContext context = new ToolContext("diag-dump", in, text, complaints, environment, new Cancellation(), null);
        return ToolRunner.run(new DumpTool(), context, arguments().toArray(new String[0]));
    }

    byte[] expectedText() throws IOException {
        return Files.readAllBytes(folder.resolve(expected));
    }

    boolean passes(Result result) throws IOException {
        return result.failure == null
                && result.status == 0
                && Arrays.equals(result.out, expectedText())
                && result.err.lines().allMatch(line -> line.startsWith("reading from file"));
    }

    /** The first line that differs, both ways. */
    String difference(Result result) throws IOException {
        if (result.failure != null) {
            StackTraceElement[] trace = result.failure.getStackTrace();
            return result.failure + " at " + (trace.length > 0 ? trace[0] : "?")
                    + (trace.length > 1 ? " < " + trace[1] : "");
        }
        String[] want = new String(expectedText(), StandardCharsets.ISO_8859_1).split("\n", -1);
        String[] got = new String(result.out, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < Math.min(want.length, got.length); i++) {
            if (!want[i].equals(got[i])) {
                return "line " + (i + 1) + "\n  want: " + want[i] + "\n  got:  " + got[i];
            }
        }
        if (want.length != got.length) {
            int i = Math.min(want.length, got.length);
            return "line " + (i + 1) + "\n  want: " + (i < want.length ? want[i] : "(end)") + "\n  got:  "
                    + (i < got.length ? got[i] : "(end)") + "\n  stderr: " + result.err.strip();
        }
        return "status " + result.status + ", stderr: " + result.err.strip();
    }
}

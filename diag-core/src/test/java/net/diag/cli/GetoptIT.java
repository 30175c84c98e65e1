package net.diag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parser against glibc's, through util-linux' {@code getopt(1)}. */
class GetoptIT {
    private static final int CASES = 400;
    private static final String[] WORDS = {
        "-q",
        "-n",
        "-qn",
        "-c",
        "-c3",
        "-qc",
        "-nqc7",
        "-x",
        "-xa",
        "-i.2",
        "-i",
        "-4",
        "--count",
        "--count=1",
        "--cou=2",
        "--co",
        "--c=1",
        "--quiet",
        "--qui=1",
        "--extra",
        "--extra=v",
        "--e",
        "--wait",
        "--wa=5",
        "--color-scheme",
        "--colo",
        "-",
        "--",
        "host",
        "3",
        "a b",
        "-z",
        "--foo",
        "--foo=1",
        "-q-",
        "it's",
        "--help",
        "--n"
    };

    @Test
    void agreesWithGetopt(@TempDir Path dir) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/getopt")), "needs getopt(1) of util-linux");
        Random random = new Random(7);
        List<String[]> cases = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < CASES; i++) {
            String[] args = new String[random.nextInt(6)];
            for (int k = 0; k < args.length; k++) {
                args[k] = WORDS[random.nextInt(WORDS.length)];
            }
            cases.add(args);
            script.append(
                    "getopt -n ping -o qnc:i:x::4h? -l quiet,numeric,count:,interval:,wait:,extra::,color-scheme,help --");
            for (String a : args) {
                script.append(' ').append(CompletionFace.quote(a));
            }
            script.append(" 2>&1; echo \"===\"\n");
        }
        Path file = dir.resolve("cases.sh");
        Files.writeString(file, script.toString());
        Process p = new ProcessBuilder("sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        p.waitFor();
        String[] answers = output.split("===\n");
        assertEquals(CASES, answers.length);
        for (int i = 0; i < CASES; i++) {
            // getopt goes on behind an error, the parser stops: the first line is compared.
            String answer = answers[i].substring(0, answers[i].indexOf('\n'));
            assertEquals(answer, ours(cases.get(i)), String.join(" ", cases.get(i)));
        }
    }

    private static String ours(String[] args) {
        StringBuilder b = new StringBuilder();
        ArgParser p = new ArgParser(ArgParserTest.TABLE, "ping", args);
        try {
            while (p.next()) {
                b.append(' ').append(p.given());
                if (p.option().argument() != OptionSpec.Argument.NONE) {
                    b.append(' ').append(CompletionFace.quote(p.value() == null ? "" : p.value()));
                }
            }
        } catch (UsageException e) {
            return e.getMessage();
        }
        b.append(" --");
        for (String o : p.operands()) {
            b.append(' ').append(CompletionFace.quote(o));
        }
        return b.toString();
    }
}

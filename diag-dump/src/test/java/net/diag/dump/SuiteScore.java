package net.diag.dump;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Scores the printers against the example suite, all tests in one process.
 *
 * <p>Arguments: {@code [-d] [-f] FOLDER [REGEX]}: {@code -d} shows the first difference of each failure,
 * {@code -f} shows failures only; the pattern chooses tests by name or capture.
 */
public final class SuiteScore {
    private SuiteScore() {}

    public static void main(String[] args) throws IOException {
        boolean differences = false;
        boolean failuresOnly = false;
        Path folder = null;
        Pattern pattern = Pattern.compile("");
        for (String arg : args) {
            if (arg.equals("-d")) {
                differences = true;
            } else if (arg.equals("-f")) {
                failuresOnly = true;
            } else if (folder == null) {
                folder = Path.of(arg);
            } else {
                pattern = Pattern.compile(arg);
            }
        }
        if (folder == null) {
            System.err.println("usage: SuiteScore [-d] [-f] FOLDER [REGEX]");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.ISO_8859_1);
        int passed = 0;
        int total = 0;
        for (SuiteCase test : SuiteCase.all(folder)) {
            if (!pattern.matcher(test.name() + " " + test.capture()).find()) {
                continue;
            }
            total++;
            SuiteCase.Result result = test.run();
            boolean pass = test.passes(result);
            passed += pass ? 1 : 0;
            if (!pass || !failuresOnly) {
                out.println((pass ? "pass " : "FAIL ") + test.name() + "  " + String.join(" ", test.flags()));
            }
            if (!pass && differences) {
                out.println("  " + test.difference(result));
            }
        }
        out.println(passed + " of " + total + " exact");
        out.flush();
    }
}

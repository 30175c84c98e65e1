package net.diag.shell.term;

import java.util.regex.Pattern;

/** Tells lines that hold a secret, which the history doesn't keep. */
final class Secrets {
    private static final Pattern SECRET = Pattern.compile(
            "(?i)(pass(word|wd|phrase)?|secret|token|api[-_]?key|authorization|bearer|private[-_]?key|community)\\s*[=: ]\\s*\\S"
                    + "|://[^/\\s:@]+:[^/\\s@]+@"
                    + "|\\s-E\\s+\\S");

    private Secrets() {}

    static boolean isIn(String line) {
        return line.startsWith(" ") || SECRET.matcher(line).find();
    }
}

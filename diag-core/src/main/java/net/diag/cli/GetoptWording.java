package net.diag.cli;

import java.util.List;

/**
 * The words of the parser's complaints: glibc's {@code getopt_long(3)}. A tool whose peer parses its
 * options otherwise extends it.
 */
public class GetoptWording {
    /** {@code -x} is no option. */
    public String invalidOption(String program, char letter) {
        return program + ": invalid option -- '" + letter + "'";
    }

    /** {@code -c} stands last. */
    public String missingArgument(String program, char letter) {
        return program + ": option requires an argument -- '" + letter + "'";
    }

    /** {@code --foo} is no option; {@code word} is all behind the dashes. */
    public String unrecognized(String program, String word) {
        return program + ": unrecognized option '--" + word + "'";
    }

    /** {@code --x} begins several options; {@code word} is all behind the dashes. */
    public String ambiguous(String program, String word, List<String> possibilities) {
        StringBuilder b = new StringBuilder(program);
        b.append(": option '--").append(word).append("' is ambiguous; possibilities:");
        for (String p : possibilities) {
            b.append(" '--").append(p).append('\'');
        }
        return b.toString();
    }

    /** {@code --count} stands last. */
    public String missingArgument(String program, String longName) {
        return program + ": option '--" + longName + "' requires an argument";
    }

    /** {@code --quiet=yes}, but it takes none. */
    public String unwantedArgument(String program, String longName) {
        return program + ": option '--" + longName + "' doesn't allow an argument";
    }
}

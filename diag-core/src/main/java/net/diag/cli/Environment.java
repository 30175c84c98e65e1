package net.diag.cli;

import java.util.Map;

/**
 * What a tool learns from its surroundings: environment variables and terminals. A value, so that
 * tests are independent of the machine's.
 *
 * @param variables environment variables
 * @param stdinTerminal whether standard input is a terminal
 * @param stdoutTerminal whether standard output is a terminal
 * @param stderrTerminal whether standard error is a terminal
 * @param columns the terminal's width in characters; 0 if unlimited
 */
public record Environment(
        Map<String, String> variables,
        boolean stdinTerminal,
        boolean stdoutTerminal,
        boolean stderrTerminal,
        int columns) {

    /** No variables, no terminal. */
    public static Environment none() {
        return new Environment(Map.of(), false, false, false, 0);
    }

    /** The variable {@code name}, or null. */
    public String variable(String name) {
        return variables.get(name);
    }

    /** Whether the variable is there and not empty. */
    public boolean isSet(String name) {
        String v = variables.get(name);
        return v != null && !v.isEmpty();
    }
}

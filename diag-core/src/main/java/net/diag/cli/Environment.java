package net.diag.cli;

import java.util.Map;

/**
 * What a tool learns from its surroundings: environment variables and terminals. A value, so that
 * tests are independent of the machine's.
 */
public class Environment {
    private final Map<String, String> variables;
    private final boolean stdinTerminal;
    private final boolean stdoutTerminal;
    private final boolean stderrTerminal;
    private final int columns;
    private final int rows;

    /** Surroundings with these variables, terminals at these streams, and a terminal of this size. */
    public Environment(
            Map<String, String> variables,
            boolean stdinTerminal,
            boolean stdoutTerminal,
            boolean stderrTerminal,
            int columns,
            int rows) {
        this.variables = variables;
        this.stdinTerminal = stdinTerminal;
        this.stdoutTerminal = stdoutTerminal;
        this.stderrTerminal = stderrTerminal;
        this.columns = columns;
        this.rows = rows;
    }

    /** No variables, no terminal. */
    public static Environment none() {
        return new Environment(Map.of(), false, false, false, 0, 0);
    }

    /** The variables of this process, and the terminals at its streams. */
    public static Environment ofProcess() {
        return new ProcessEnvironment();
    }

    /** The variables. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The variable {@code name}, or null. */
    public final String variable(String name) {
        return variables().get(name);
    }

    /** Whether the variable is there and not empty. */
    public final boolean isSet(String name) {
        String v = variables().get(name);
        return v != null && !v.isEmpty();
    }

    /** Whether standard input is a terminal. */
    public boolean stdinTerminal() {
        return stdinTerminal;
    }

    /** Whether standard output is a terminal. */
    public boolean stdoutTerminal() {
        return stdoutTerminal;
    }

    /** Whether standard error is a terminal. */
    public boolean stderrTerminal() {
        return stderrTerminal;
    }

    /** The width of the terminal at standard output in characters, now; 0 if there is no limit. */
    public int columns() {
        return columns;
    }

    /** The height of the terminal at standard output in lines, now; 0 if there is none. */
    public int rows() {
        return rows;
    }
}

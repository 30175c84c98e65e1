package net.diag.shell.exec;

import java.io.InputStream;
import net.diag.cli.Environment;
import net.diag.cli.StdOut;

/**
 * Where a pipeline reads and prints.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param environment variables, and whether the streams are terminals
 * @param inheritable whether a program may be given the process's own streams, as a pager needs
 */
public record Streams(InputStream in, StdOut out, StdOut err, Environment environment, boolean inheritable) {
    /** The width of a terminal at {@code out}, or 0. */
    public int columns() {
        return environment.stdoutTerminal() ? environment.columns() : 0;
    }
}

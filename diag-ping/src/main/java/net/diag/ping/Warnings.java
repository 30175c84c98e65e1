package net.diag.ping;

import net.diag.cli.ToolContext;

/** Lines on standard error that don't end the program. */
final class Warnings {
    private final ToolContext context;

    Warnings(ToolContext context) {
        this.context = context;
    }

    /** Print {@code NAME: LINE}. */
    void warn(String line) {
        context.complain(line);
    }

    /** Print the line as it is. */
    void warnBare(String line) {
        context.out().flush();
        context.err().println(line);
        context.err().flush();
    }
}

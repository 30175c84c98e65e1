package net.diag.trace;

import net.diag.cli.ToolMain;

/** {@code diag-trace} as a program. */
public final class TraceMain {
    private TraceMain() {}

    /** Run it. */
    public static void main(String[] args) {
        ToolMain.run(new TraceTool(), args);
    }
}

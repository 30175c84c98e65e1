package net.diag.ping;

import net.diag.cli.ToolMain;

/** {@code diag-ping} as a program of its own. */
public final class PingMain {
    private PingMain() {}

    /** Run with the process's arguments. */
    public static void main(String[] args) {
        ToolMain.run(new PingTool(), args);
    }
}

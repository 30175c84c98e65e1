package net.diag.dump;

import net.diag.cli.ToolMain;

/** The entry point of diag-dump. */
public final class DumpMain {
    private DumpMain() {}

    public static void main(String[] args) {
        ToolMain.run(new DumpTool(), args);
    }
}

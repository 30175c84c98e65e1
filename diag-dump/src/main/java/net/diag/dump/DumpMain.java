package net.diag.dump;

import net.diag.cli.ToolMain;

/** The entry point of diag-dump. */
public final class DumpMain {
    private DumpMain() {}

    public static void main(String[] args) {
        if (System.getProperty("diag.argv0") == null) {
            System.setProperty("diag.argv0", "diag-dump");
        }
        ToolMain.run(new DumpTool(), args);
    }
}

package net.diag.netstat;

import net.diag.cli.ToolMain;

/** Starts diag-netstat. */
public final class NetstatMain {
    private NetstatMain() {}

    public static void main(String[] args) {
        ToolMain.run(new NetstatTool(), args);
    }
}

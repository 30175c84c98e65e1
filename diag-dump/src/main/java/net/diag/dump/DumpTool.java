package net.diag.dump;

import java.util.List;
import net.diag.capture.BpfProgram;
import net.diag.cli.HelpFace;
import net.diag.cli.OptionTable;
import net.diag.cli.StdOut;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.record.RecordType;

/** diag-dump as a tool: tcpdump's command line, exit statuses and messages. */
public final class DumpTool implements Tool {
    private static final String VERSION = "0.1.0";

    @Override
    public String name() {
        return "dump";
    }

    @Override
    public OptionTable options() {
        return DumpTable.TABLE;
    }

    @Override
    public int usageStatus() {
        return 1;
    }

    @Override
    public int failureStatus() {
        return 1;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return PacketRecords.TYPES;
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        DumpOptions options = CommandLine.parse(context.argv0(), args);
        switch (options.answer) {
            case 'h' -> help(context);
            case 'V' -> version(context.out());
            case 'f' -> context.out().println("9877.895");
            case 's' -> context.out().println("64");
            case 'S' -> options.records().describe(context, "diag-dump", this);
            default -> {
                return new Dump(context, options).run();
            }
        }
        return 0;
    }

    private static void version(StdOut out) {
        out.print("diag-dump version ").println(VERSION);
        out.println(BpfProgram.compilerVersion());
        out.println("64-bit build, 64-bit time_t");
    }

    private static void help(ToolContext context) {
        version(context.out());
        HelpFace.print(
                context.out(),
                context.argv0(),
                DumpTable.TABLE,
                context.environment().columns());
    }
}

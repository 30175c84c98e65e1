package net.diag.dump;

import java.util.List;
import net.diag.cli.ArgParser;
import net.diag.cli.CommonOptions;
import net.diag.cli.ToolException;
import net.diag.cli.UsageException;
import net.diag.dump.print.PrintOptions;

/** tcpdump's command line: options by the table, numbers by its bounds and words. */
final class CommandLine {
    private static final int MAXIMUM_SNAPLEN = 262144;
    private static final List<String> PACKET_TYPES = List.of(
            "aodv",
            "carp",
            "cnfp",
            "domain",
            "lmp",
            "pgm",
            "pgm_zmtp1",
            "ptp",
            "quic",
            "radius",
            "resp",
            "rpc",
            "rtcp",
            "rtp",
            "snmp",
            "someip",
            "tftp",
            "vat",
            "vxlan",
            "wb",
            "zmtp1");

    private final DumpOptions options = new DumpOptions();

    private CommandLine() {}

    static DumpOptions parse(String program, String[] args) throws ToolException {
        return new CommandLine().read(new ArgParser(DumpTable.TABLE, program, args));
    }

    private DumpOptions read(ArgParser p) throws ToolException {
        while (p.next()) {
            if (!printOption(p) && !readOption(p) && !writeOption(p)) {
                captureOption(p);
            }
            if (options.answer != 0) {
                return options;
            }
        }
        options.filter = String.join(" ", p.operands());
        check();
        return options;
    }

    private void check() throws ToolException {
        PrintOptions print = options.print;
        if (print.timeFormat > 5) {
            throw wrong("only -t, -tt, -ttt, -tttt and -ttttt are supported");
        }
        if (options.fileList != null && !options.readFiles.isEmpty()) {
            throw wrong("-V and -r are mutually exclusive.");
        }
        if (options.fields != null && options.statistics != 0) {
            throw wrong("--fields is for packets; --columns chooses among the fields of statistics");
        }
        if (print.localNamesOnly && options.readsFiles()) {
            throw wrong("-f can not be used with -V or -r");
        }
        int dumps = (print.ascii > 0 ? 1 : 0) + (print.hex > 0 ? 1 : 0) + (print.hexAscii > 0 ? 1 : 0);
        if (dumps > 1) {
            throw wrong("-A, -x[x] and -X[X] are mutually exclusive.");
        }
        if (options.countOnly && !options.readsFiles()) {
            throw wrong("--count can be used only with -r or -V");
        }
        boolean rotates = options.rotateBytes > 0 || options.rotateSeconds > 0;
        if (options.afterRotation != null && (options.writeFile == null || !rotates)) {
            throw wrong("-z can be used only with -w and either -C or -G");
        }
        if (options.fileCount > 0 && (options.writeFile == null || !rotates)) {
            throw wrong("-W can be used only with -w and either -C or -G");
        }
    }

    private static ToolException wrong(String message) {
        return new ToolException(1, message);
    }

    private boolean printOption(ArgParser p) throws ToolException {
        PrintOptions print = options.print;
        switch (p.key()) {
            case '#' -> print.number = true;
            case 'A' -> print.ascii++;
            case 'b' -> print.asDot = true;
            case 'e' -> print.linkHeader = true;
            case 'E' -> print.espKeys = p.value();
            case 'f' -> print.localNamesOnly = true;
            case 'g' -> print.oneLine = true;
            case 'H' -> print.mesh = true;
            case 'K' -> print.trustChecksums = true;
            case 'M' -> print.tcpMd5Secret = p.value();
            case 'n' -> print.numeric = true;
            case 'N' -> print.shortNames = true;
            case 'q' -> print.quiet = true;
            case 'S' -> print.absoluteSequence = true;
            case 't' -> print.timeFormat++;
            case 'T' -> {
                if (!PACKET_TYPES.contains(p.value())) {
                    throw wrong("unknown packet type `" + p.value() + "'");
                }
                print.packetType = p.value();
            }
            case 'u' -> print.rawNfsHandles = true;
            case 'v' -> print.verbose++;
            case 'x' -> print.hex++;
            case 'X' -> print.hexAscii++;
            case DumpTable.LENGTHS -> print.lengths = true;
            case DumpTable.MICRO -> print.nanos = false;
            case DumpTable.NANO -> print.nanos = true;
            case DumpTable.PRECISION -> precision(p.value());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void precision(String value) throws ToolException {
        switch (value) {
            case "micro" -> options.print.nanos = false;
            case "nano" -> options.print.nanos = true;
            default -> throw wrong("unsupported time stamp precision");
        }
    }

    private boolean readOption(ArgParser p) throws ToolException {
        if (p.key() >= CommonOptions.JSON) {
            // A condition is on packets, also where the records shown are statistics of them.
            return (p.key() == CommonOptions.WHERE ? options.condition() : options.records()).take(p) && schema(p);
        }
        switch (p.key()) {
            case DumpTable.CONVERSATIONS, DumpTable.ENDPOINTS -> options.statistics = p.key();
            case DumpTable.FIELDS -> options.fields = p.value();
            case 'a', 'm', 'Y' -> {}
            case 'c' -> options.count = number("packet count", p.value(), 1, Integer.MAX_VALUE);
            case 'd' -> options.dumpFilter++;
            case 'F' -> options.filterFile = p.value();
            case 'h' -> options.answer = 'h';
            case 'l' -> options.lineBuffered = true;
            case 'O' -> options.unoptimized = true;
            case 'r' -> options.readFiles.add(p.value());
            case 'V' -> options.fileList = p.value();
            case 'y' -> options.linkType = p.value();
            case DumpTable.COUNT -> options.countOnly = true;
            case DumpTable.FP_TYPE -> options.answer = 'f';
            case DumpTable.PRINT -> options.printAlso = true;
            case DumpTable.PRINT_SAMPLING -> {
                options.sampling = number("print sampling", p.value(), 1, Integer.MAX_VALUE);
                options.printAlso = true;
                options.print.absoluteSequence = true;
            }
            case DumpTable.SKIP -> options.skip = number("packet skip count", p.value(), 0, Integer.MAX_VALUE);
            case DumpTable.TIME_T_SIZE -> options.answer = 's';
            case DumpTable.VERSION -> options.answer = 'V';
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean schema(ArgParser p) {
        if (p.key() == CommonOptions.SCHEMA) {
            options.answer = 'S';
        }
        return true;
    }

    private boolean writeOption(ArgParser p) throws ToolException {
        switch (p.key()) {
            case 'C' -> options.rotateBytes = fileSize(p.value());
            case 'G' -> options.rotateSeconds = (int) number("number of seconds", p.value(), 0, Integer.MAX_VALUE);
            case 'U' -> options.packetBuffered = true;
            case 'w' -> options.writeFile = p.value();
            case 'W' -> options.fileCount = (int) number("number of output files", p.value(), 1, Integer.MAX_VALUE);
            case 'z' -> options.afterRotation = p.value();
            case 'Z' -> options.user = p.value();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void captureOption(ArgParser p) throws ToolException {
        switch (p.key()) {
            case 'B' -> options.bufferKib = (int) number("packet buffer size", p.value(), 1, Integer.MAX_VALUE / 1024);
            case 'D', 'L', 'J' -> options.list = (char) p.key();
            case 'i' -> options.device = p.value();
            case 'j' -> options.timeStampType = p.value();
            case 'p' -> options.notPromiscuous = true;
            case 'Q' -> {
                if (!p.value().equals("in")
                        && !p.value().equals("out")
                        && !p.value().equals("inout")) {
                    throw wrong("unknown capture direction `" + p.value() + "'");
                }
                options.direction = p.value();
            }
            case 's' -> {
                int length = (int) number("snapshot length", p.value(), 0, MAXIMUM_SNAPLEN);
                options.snaplen = length == 0 ? MAXIMUM_SNAPLEN : length;
            }
            case DumpTable.IMMEDIATE -> options.immediate = true;
            case DumpTable.NETNS -> options.netns = p.value();
            default -> throw new UsageException(1, "the option " + p.given() + " needs a device that has it");
        }
    }

    private static long fileSize(String text) throws ToolException {
        char last = text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(text.length() - 1));
        int shift = last == 'k' ? 10 : last == 'm' ? 20 : last == 'g' ? 30 : 0;
        String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
        long size = number("file size", digits, 1, Integer.MAX_VALUE);
        return shift == 0 ? size * 1_000_000 : size << shift;
    }

    private static long number(String what, String text, long least, long most) throws ToolException {
        long value;
        try {
            value = Long.decode(text);
        } catch (NumberFormatException e) {
            throw wrong("invalid " + what + " \"" + text + "\" (not a valid number)");
        }
        if (value < least) {
            throw wrong("invalid " + what + " " + text + " (must be >= " + least + ")");
        }
        if (value > most) {
            throw wrong("invalid " + what + " " + text + " (must be <= " + most + ")");
        }
        return value;
    }
}

package net.diag.dump;

import java.util.ArrayList;
import java.util.List;
import net.diag.dump.print.PrintOptions;

/** tcpdump's command line, by the rules of getopt_long: options and expression words may be mixed. */
final class CommandLine {
    private static final String WITH_VALUE = "BcCEFGijmMQrsTVwWyzZ";
    private static final String[] LONG_WITH_VALUE = {"skip"};

    private final DumpOptions options = new DumpOptions();
    private final List<String> words = new ArrayList<>();

    static DumpOptions parse(String[] args) throws UsageException {
        return new CommandLine().parseAll(args);
    }

    private DumpOptions parseAll(String[] args) throws UsageException {
        int i = 0;
        while (i < args.length) {
            String arg = args[i++];
            if (arg.equals("--")) {
                while (i < args.length) {
                    words.add(args[i++]);
                }
            } else if (arg.startsWith("--")) {
                i = longOption(arg.substring(2), args, i);
            } else if (arg.length() > 1 && arg.charAt(0) == '-') {
                i = shortOptions(arg, args, i);
            } else {
                words.add(arg);
            }
        }
        if (!words.isEmpty()) {
            options.filter = String.join(" ", words);
        }
        return options;
    }

    private int shortOptions(String arg, String[] args, int next) throws UsageException {
        int i = next;
        for (int k = 1; k < arg.length(); k++) {
            char c = arg.charAt(k);
            if (WITH_VALUE.indexOf(c) < 0) {
                flag(c);
                continue;
            }
            String value;
            if (k + 1 < arg.length()) {
                value = arg.substring(k + 1);
            } else if (i < args.length) {
                value = args[i++];
            } else {
                throw new UsageException("option requires an argument -- '" + c + "'");
            }
            value(c, value);
            break;
        }
        return i;
    }

    private int longOption(String text, String[] args, int next) throws UsageException {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? null : text.substring(equals + 1);
        int i = next;
        for (String candidate : LONG_WITH_VALUE) {
            if (candidate.equals(name) && value == null && i < args.length) {
                value = args[i++];
            }
        }
        switch (name) {
            case "nano" -> options.print.nanos = true;
            case "micro" -> options.print.nanos = false;
            case "lengths" -> options.print.lengths = true;
            case "count" -> options.countOnly = true;
            case "number" -> options.print.number = true;
            case "skip" -> options.skip = number("packet skip count", value, 0, Integer.MAX_VALUE);
            default -> throw new UsageException("unrecognized option '--" + name + "'");
        }
        return i;
    }

    private void flag(char c) throws UsageException {
        PrintOptions p = options.print;
        switch (c) {
            case '#' -> p.number = true;
            case 'a' -> {}
            case 'A' -> p.ascii++;
            case 'b' -> p.asDot = true;
            case 'e' -> p.linkHeader = true;
            case 'f' -> p.localNamesOnly = true;
            case 'g' -> p.oneLine = true;
            case 'H' -> p.mesh = true;
            case 'K' -> p.trustChecksums = true;
            case 'l' -> options.lineBuffered = true;
            case 'n' -> p.numeric = true;
            case 'N' -> p.shortNames = true;
            case 'q' -> p.quiet = true;
            case 'S' -> p.absoluteSequence = true;
            case 't' -> p.timeFormat++;
            case 'u' -> p.rawNfsHandles = true;
            case 'U' -> options.packetBuffered = true;
            case 'v' -> p.verbose++;
            case 'x' -> p.hex++;
            case 'X' -> p.hexAscii++;
            default -> throw new UsageException("invalid option -- '" + c + "'");
        }
    }

    private void value(char c, String value) throws UsageException {
        switch (c) {
            case 'c' -> options.count = number("packet count", value, 1, Integer.MAX_VALUE);
            case 'E' -> options.print.espKeys = value;
            case 'M' -> options.print.tcpMd5Secret = value;
            case 'r' -> options.readFiles.add(value);
            case 'T' -> options.print.packetType = value;
            default -> throw new UsageException("invalid option -- '" + c + "'");
        }
    }

    private static long number(String what, String text, long least, long most) throws UsageException {
        long value;
        try {
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new UsageException("invalid " + what + " \"" + text + "\" (not a valid number)");
        }
        if (value < least) {
            throw new UsageException("invalid " + what + " " + text + " (must be >= " + least + ")");
        }
        if (value > most) {
            throw new UsageException("invalid " + what + " " + text + " (must be <= " + most + ")");
        }
        return value;
    }
}

package net.diag.trace;

import net.diag.cli.CommonOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.ToolException;
import net.diag.sys.SockAddr;
import net.diag.trace.names.Services;

/**
 * Parses the command line by traceroute's rules and complains in its words. Where the original takes a
 * long option's argument only behind {@code =}, the next word is taken too, and long names may be cut
 * short.
 */
final class TraceArgs {
    private static final int USAGE = 2;

    private final String[] args;
    private final TraceOptions o = new TraceOptions();
    private int index;
    private int operands;

    private TraceArgs(String[] args) {
        this.args = args;
    }

    /** Parse, or fail with the original's message and status 2. */
    static TraceOptions parse(String argv0, String[] args) throws ToolException {
        TraceArgs a = new TraceArgs(args);
        a.applyName(argv0);
        if (args.length == 0) {
            a.o.showHelp = true;
        }
        a.parseAll();
        return a.o;
    }

    /** A link's name may choose family and method: traceroute6, tcptraceroute, tracert. */
    private void applyName(String argv0) {
        String name = argv0.substring(argv0.lastIndexOf('/') + 1);
        if (name.endsWith("6")) {
            o.family = SockAddr.AF_INET6;
        } else if (name.endsWith("4")) {
            o.family = SockAddr.AF_INET;
        }
        if (name.startsWith("tcp")) {
            o.module = "tcp";
        } else if (name.equals("tracert")) {
            o.module = "icmp";
        }
    }

    static ToolException usage(String text) {
        return ToolException.bare(USAGE, text);
    }

    private void parseAll() throws ToolException {
        boolean onlyOperands = false;
        while (index < args.length && !o.showHelp && !o.showVersion) {
            String word = args[index];
            if (onlyOperands || word.length() < 2 || word.charAt(0) != '-') {
                index++;
                operand(word);
            } else if (word.equals("--")) {
                index++;
                onlyOperands = true;
            } else if (word.startsWith("--")) {
                index++;
                longOption(word);
            } else if (word.equals("-UL")) {
                index++;
                module("udplite");
            } else {
                index++;
                letters(word);
            }
        }
    }

    private void operand(String word) throws ToolException {
        operands++;
        if (operands == 1) {
            o.host = word;
            o.hostArgc = index;
        } else if (operands == 2) {
            Long n = number(word);
            if (n == null) {
                throw usage(
                        "Cannot handle \"packetlen\" cmdline arg `" + word + "' on position 2 (argc " + index + ")");
            }
            if (n < 0 || n > 65000) {
                throw usage("too big packetlen " + n.intValue() + " specified");
            }
            o.packetLength = n.intValue();
        } else {
            throw usage("Extra arg `" + word + "' (position " + operands + ", argc " + index + ")");
        }
    }

    private void longOption(String word) throws ToolException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
        OptionSpec option = TraceOptionTable.TABLE.find(name);
        if (option == null && name.length() > 1) {
            option = uniquePrefix(name);
        }
        if (option == null || equals >= 0 && option.argument() == OptionSpec.Argument.NONE) {
            String with = equals < 0 ? "" : " (with arg `" + word.substring(equals + 1) + "')";
            throw usage("Bad option `" + word + "'" + with + " (argc " + index + ")");
        }
        if (option.argument() == OptionSpec.Argument.NONE) {
            flag(option.key());
            return;
        }
        String shown = "--" + option.longName();
        if (equals >= 0) {
            value(option.key(), shown, word.substring(equals + 1));
        } else if (index < args.length) {
            String next = args[index++];
            value(option.key(), shown, next);
        } else {
            throw usage("Option `" + shown + "' (argc " + index + ") requires an argument: `" + shown + "="
                    + option.argumentName() + "'");
        }
    }

    private static OptionSpec uniquePrefix(String name) {
        OptionSpec found = null;
        for (OptionSpec s : TraceOptionTable.TABLE.options()) {
            if (s.longName() != null && s.longName().startsWith(name)) {
                if (found != null) {
                    return null;
                }
                found = s;
            }
        }
        return found;
    }

    private void letters(String word) throws ToolException {
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            OptionSpec option = TraceOptionTable.TABLE.find(c);
            if (option == null) {
                throw usage("Bad option `-" + c + "' (argc " + index + ")");
            }
            if (option.argument() == OptionSpec.Argument.NONE) {
                flag(option.key());
                continue;
            }
            if (i + 1 < word.length()) {
                value(option.key(), "-" + c, word.substring(i + 1));
            } else if (index < args.length) {
                String next = args[index++];
                value(option.key(), "-" + c, next);
            } else {
                throw usage("Option `-" + c + "' (argc " + index + ") requires an argument: `-" + c + " "
                        + option.argumentName() + "'");
            }
            return;
        }
    }

    private void flag(int key) {
        switch (key) {
            case '4' -> o.family = SockAddr.AF_INET;
            case '6' -> o.family = SockAddr.AF_INET6;
            case 'd' -> o.debug = true;
            case 'F' -> o.dontFragment = true;
            case 'I' -> module("icmp");
            case 'T' -> module("tcp");
            case 'n' -> o.numeric = true;
            case 'r' -> o.dontRoute = true;
            case 'e' -> o.extensions = true;
            case 'A' -> o.asLookups = true;
            case 'U' -> module("udp");
            case TraceOptionTable.UDP_LITE -> module("udplite");
            case 'D' -> module("dccp");
            case TraceOptionTable.MTU -> {
                o.mode = TraceOptions.Mode.MTU;
                o.dontFragment = true;
            }
            case TraceOptionTable.BACK -> o.back = true;
            case 'V' -> o.showVersion = true;
            case TraceOptionTable.HELP -> o.showHelp = true;
            case TraceOptionTable.REPORT -> o.mode = TraceOptions.Mode.REPORT;
            case TraceOptionTable.REPORT_WIDE -> {
                o.mode = TraceOptions.Mode.REPORT;
                o.wide = true;
            }
            case TraceOptionTable.MTR_JSON -> {
                o.mode = TraceOptions.Mode.REPORT;
                o.mtrJson = true;
            }
            case TraceOptionTable.EXIT_STATUS -> o.exitStatus = true;
            case CommonOptions.JSON -> o.json = true;
            default -> throw new IllegalStateException("option " + key);
        }
    }

    private void module(String name) {
        o.module = name;
        o.methodGiven = true;
    }

    private void value(int key, String shown, String value) throws ToolException {
        boolean ok = switch (key) {
            case 'f' -> integer(value, n -> o.first = n);
            case 'm' -> integer(value, n -> o.max = n);
            case 'N' -> integer(value, n -> o.inFlight = n);
            case 'q' -> {
                o.queriesGiven = true;
                yield integer(value, n -> o.queries = n);
            }
            case 't' -> integer(value, n -> o.tos = n & 0xff);
            case 'l' -> integer(value, n -> o.flowLabel = n & 0xfffff);
            case 'c' -> integer(value, n -> o.rounds = n) && o.rounds > 0;
            case TraceOptionTable.INTERVAL -> real(value, d -> o.interval = d) && o.interval >= 0.01;
            case TraceOptionTable.SPORT -> integer(value, n -> o.sport = n & 0xffff);
            case TraceOptionTable.FWMARK -> {
                Long n = number(value);
                o.mark = n == null ? -1 : n & 0xffffffffL;
                yield n != null;
            }
            case 'p' -> port(value);
            case 'w' -> waitTimes(value);
            case 'z' -> real(value, d -> o.sendWait = d);
            case 'g' -> o.gateways.addAll(java.util.Arrays.asList(value.split(",")));
            case 'i' -> {
                o.device = value;
                yield true;
            }
            case 's' -> {
                o.source = value;
                o.sourceArgc = index;
                yield true;
            }
            case 'M' -> {
                module(value);
                yield true;
            }
            case 'P' -> {
                module("raw");
                o.moduleOptions.add("protocol=" + value);
                o.moduleOptionArgc.add(1);
                yield true;
            }
            case 'O' -> {
                for (String s : value.split(",")) {
                    o.moduleOptions.add(s);
                    o.moduleOptionArgc.add(1);
                }
                yield true;
            }
            default -> throw new IllegalStateException("option " + key);
        };
        if (!ok) {
            throw usage("Cannot handle `" + shown + "' option with arg `" + value + "' (argc " + index + ")");
        }
    }

    private interface IntSetter {
        void set(int n);
    }

    private interface DoubleSetter {
        void set(double d);
    }

    private static boolean integer(String s, IntSetter to) {
        Long n = number(s);
        if (n == null) {
            return false;
        }
        to.set(n.intValue());
        return true;
    }

    private static boolean real(String s, DoubleSetter to) {
        Double d = decimal(s);
        if (d == null) {
            return false;
        }
        to.set(d);
        return true;
    }

    /** {@code strtoul(…, 0)}: decimal, 0x… or 0…; null when anything is left. */
    static Long number(String s) {
        try {
            boolean minus = s.startsWith("-");
            String t = minus || s.startsWith("+") ? s.substring(1) : s;
            long n;
            if (t.isEmpty() || t.charAt(0) == '-' || t.charAt(0) == '+') {
                return null;
            } else if (t.length() > 2 && (t.startsWith("0x") || t.startsWith("0X"))) {
                n = Long.parseLong(t.substring(2), 16);
            } else if (t.length() > 1 && t.charAt(0) == '0') {
                n = Long.parseLong(t.substring(1), 8);
            } else {
                n = Long.parseLong(t);
            }
            return minus ? -n : n;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** {@code strtod} over the whole word; null when anything is left. */
    static Double decimal(String s) {
        if (s.isEmpty()) {
            return null;
        }
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return null;
            }
        }
        try {
            return Double.parseDouble(s);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private boolean port(String value) {
        Long n = number(value);
        if (n != null) {
            o.port = (int) (n & 0xffff);
            return true;
        }
        int p = Services.udpPort(value);
        if (p < 0) {
            p = Services.tcpPort(value);
        }
        o.port = p;
        return p >= 0;
    }

    private boolean waitTimes(String value) {
        String[] parts = value.split("[,/]", -1);
        double[] d = new double[3];
        if (parts.length > 3) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            Double v = decimal(parts[i]);
            if (v == null) {
                return false;
            }
            d[i] = v;
        }
        o.waitMax = d[0];
        o.waitHere = d[1];
        o.waitNear = d[2];
        o.waitGiven = true;
        return true;
    }
}

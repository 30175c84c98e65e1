package net.diag.trace;

import net.diag.cli.OptionSpec;
import net.diag.record.TextOut;

/** {@code --help}, {@code --version} and {@code -O help}. */
final class HelpText {
    private static final int WIDTH = 79;
    private static final int COLUMN = 30;

    private HelpText() {}

    static void help(TextOut out) {
        out.println("Usage:");
        out.println("  trace [ OPTION ]... host [ packetlen ]");
        String section = "";
        for (OptionSpec o : TraceOptionTable.TABLE.options()) {
            if (!o.section().equals(section) && isFirstOf(o)) {
                section = o.section();
                out.print(section).println(":");
                for (OptionSpec s : TraceOptionTable.TABLE.options()) {
                    if (s.section().equals(section)) {
                        option(out, s);
                    }
                }
            }
        }
        out.println();
        out.println("Arguments:");
        entry(out, "host", "the host to trace the path to");
        entry(out, "packetlen", "the whole packet's length (default: the IP header and 40 bytes)");
    }

    private static boolean isFirstOf(OptionSpec o) {
        for (OptionSpec s : TraceOptionTable.TABLE.options()) {
            if (s.section().equals(o.section())) {
                return s == o;
            }
        }
        return false;
    }

    private static void option(TextOut out, OptionSpec s) {
        StringBuilder names = new StringBuilder();
        boolean takes = s.argument() != OptionSpec.Argument.NONE;
        if (s.shortName() != 0) {
            names.append('-').append(s.shortName());
            if (takes) {
                names.append(' ').append(s.argumentName());
            }
        }
        for (String a : s.aliases()) {
            names.append('-').append(a);
        }
        if (s.longName() != null) {
            names.append(names.length() == 0 ? "" : "  ").append("--").append(s.longName());
            if (takes) {
                names.append('=').append(s.argumentName());
            }
        }
        String help = s.defaultValue().isEmpty() ? s.help() : s.help() + " (default " + s.defaultValue() + ")";
        entry(out, names.toString(), help);
    }

    private static void entry(TextOut out, String names, String help) {
        out.print("  ").print(names);
        int at = names.length() + 2;
        if (at > COLUMN - 2) {
            out.println();
            at = 0;
        }
        for (String word : help.split(" ")) {
            if (at > COLUMN && at + 1 + word.length() > WIDTH) {
                out.println();
                at = 0;
            }
            if (at < COLUMN) {
                out.spaces(COLUMN - at);
                at = COLUMN;
            } else {
                out.print(' ');
                at++;
            }
            out.print(word);
            at += word.length();
        }
        out.println();
    }

    static void version(TextOut out) {
        String version = HelpText.class.getPackage().getImplementationVersion();
        out.print("diag-trace ").print(version == null ? "development" : version);
        out.println(", takes the options of traceroute for Linux 2.1");
    }

    /** {@code -O help} of the method {@code module}. */
    static void module(TextOut out, String module) {
        switch (module) {
            case "icmp" -> {
                entry(out, "raw", "use raw sockets only; by default they are tried first, then dgram");
                entry(out, "dgram", "use datagram (ping) sockets only");
                out.println("Only one of these may be specified:");
                out.println("    raw | dgram");
            }
            case "tcp" -> {
                entry(out, "syn", "set flag SYN (the default)");
                entry(out, "ack", "set flag ACK");
                entry(out, "fin", "set flag FIN");
                entry(out, "rst", "set flag RST");
                entry(out, "psh", "set flag PSH");
                entry(out, "urg", "set flag URG");
                entry(out, "ece", "set flag ECE");
                entry(out, "cwr", "set flag CWR");
                entry(out, "flags=NUM", "set the flags to exactly NUM");
                entry(out, "ecn", "send SYN with ECE and CWR (RFC 3168)");
                entry(out, "sack", "send the option SACK permitted");
                entry(out, "timestamps", "send the option timestamps");
                entry(out, "window_scaling", "send the option window scale");
                entry(out, "sysctl", "send the options that the system's connections send (the default)");
                entry(out, "reuse", "allow to reuse local ports");
                entry(out, "mss=NUM", "announce NUM as maximum segment size");
                entry(out, "info", "show the flags of final TCP replies");
            }
            case "udplite" -> entry(out, "coverage=NUM", "send with a checksum over NUM bytes (default 8)");
            case "dccp" -> entry(out, "service=NUM", "the service code (default 1885957735)");
            case "raw" -> entry(out, "protocol=PROT", "the IP protocol (default 253)");
            default -> out.print("No options for module `").print(module).println("'");
        }
    }
}

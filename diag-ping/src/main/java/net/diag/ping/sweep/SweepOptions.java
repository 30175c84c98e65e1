package net.diag.ping.sweep;

import net.diag.cli.ArgParser;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.Strtod;
import net.diag.cli.Strtol;
import net.diag.cli.ToolException;

/** The options that make a run a sweep, or shape its report. */
public final class SweepOptions {
    private static final int USAGE = 2;
    private static final int FILE = 301;
    private static final int MANY = 302;
    private static final int RATE = 303;
    private static final int RETRIES = 304;
    private static final int ALIVE = 305;
    private static final int UNREACHABLE = 306;
    private static final int ELAPSED = 307;
    private static final int ALL_ADDRESSES = 308;
    private static final int IN_FLIGHT = 309;
    private static final int TOTALS = 310;
    private static final int TCP = 311;
    private static final int UDP = 312;
    private static final int LIVE = 313;
    private static final int MOST_PORT = 65_535;

    private static final int DEFAULT_RETRIES = 3;
    private static final int DEFAULT_IN_FLIGHT = 4096;
    private static final int MOST_IN_FLIGHT = 1 << 19;

    /** How long a reply is waited for where {@code -W} isn't given. */
    public static final long TIMEOUT_NANOS = 1_000_000_000L;

    /** The range of {@code -g}, or null. */
    public String range;
    /** The list of targets: a file, {@code -} for standard input; or null. */
    public String file;
    /** Whether each operand is a target. */
    public boolean many;

    /** Whether the live screen is wanted. */
    public boolean live;

    int tcpPort;
    int udpPort;
    boolean alive;
    boolean unreachable;
    boolean elapsed;
    boolean allAddresses;
    boolean totals;
    double rate;
    int retries = DEFAULT_RETRIES;
    int inFlight = DEFAULT_IN_FLIGHT;

    /** The rows of the option table. */
    public static OptionSpec[] table() {
        String section = "Many targets";
        return new OptionSpec[] {
            OptionSpec.required('g', "generate", "RANGE", "targets: a prefix A/N, or A-B, or A and B as operand")
                    .section(section),
            OptionSpec.required(FILE, "file", "FILE", "targets: the first word of each line; -: standard input")
                    .completes(Completion.FILE)
                    .section(section),
            OptionSpec.flag(MANY, "many", "each operand is a target").section(section),
            OptionSpec.required(RATE, "rate", "PPS", "probes per second to all targets together; 0: as replies come")
                    .byDefault("0")
                    .section(section),
            OptionSpec.required(IN_FLIGHT, "in-flight", "N", "the most unanswered probes at one time")
                    .byDefault("4096")
                    .section(section),
            OptionSpec.required(RETRIES, "retries", "N", "without -c: further probes to a silent target")
                    .byDefault("3")
                    .section(section),
            OptionSpec.flag(ALIVE, "alive", "print the targets that answer, nothing else")
                    .section(section),
            OptionSpec.flag(UNREACHABLE, "unreachable", "print the targets that don't answer, nothing else")
                    .section(section),
            OptionSpec.flag(ELAPSED, "elapsed", "print the round-trip time behind an answering target")
                    .section(section),
            OptionSpec.flag(ALL_ADDRESSES, "all-addresses", "probe all addresses of a name")
                    .section(section),
            OptionSpec.required(TCP, "tcp", "PORT", "connect to this TCP port in place of ICMP echo")
                    .completes(Completion.PORT)
                    .section(section),
            OptionSpec.required(UDP, "udp", "PORT", "send datagrams to this UDP port in place of ICMP echo")
                    .completes(Completion.PORT)
                    .section(section),
            OptionSpec.flag(LIVE, "live", "show all targets on a screen, as they answer")
                    .section(section),
            OptionSpec.flag(TOTALS, "totals", "print the totals on standard error at the end")
                    .section(section)
        };
    }

    /** Take the option at which {@code p} stands; false when it is none of these. */
    public boolean take(ArgParser p) throws ToolException {
        switch (p.key()) {
            case 'g' -> range = p.value();
            case FILE -> file = p.value();
            case MANY -> many = true;
            case RATE -> rate = decimal(p.value(), "--rate", 1e9);
            case RETRIES -> retries = integer(p.value(), "--retries", 0, 100);
            case IN_FLIGHT -> inFlight = integer(p.value(), "--in-flight", 1, MOST_IN_FLIGHT);
            case ALIVE -> alive = true;
            case UNREACHABLE -> unreachable = true;
            case ELAPSED -> elapsed = true;
            case ALL_ADDRESSES -> allAddresses = true;
            case TOTALS -> totals = true;
            case TCP -> tcpPort = port(p.value(), "tcp");
            case UDP -> udpPort = port(p.value(), "udp");
            case LIVE -> live = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether the run is a sweep. */
    public boolean isSweep() {
        return range != null || file != null || many || tcpPort > 0 || udpPort > 0 || live;
    }

    /** The settings of a sweep with these values of ping's own options; see {@link SweepSettings}. */
    public SweepSettings settings(
            long count,
            long intervalNanos,
            long timeoutNanos,
            int payloadLength,
            int ttl,
            int tos,
            byte[] source4,
            byte[] source6,
            String device) {
        // a port, or a screen, is watched until Ctrl-C, as ping does; a range is gone through once
        boolean endless = count == 0 && (live || isPort() && range == null && file == null);
        return new SweepSettings(
                endless ? Long.MAX_VALUE : count,
                retries,
                intervalNanos,
                timeoutNanos,
                rate,
                inFlight,
                payloadLength,
                ttl,
                tos,
                source4,
                source6,
                tcpPort,
                udpPort,
                device);
    }

    private boolean isPort() {
        return tcpPort > 0 || udpPort > 0;
    }

    private static int port(String text, String protocol) throws ToolException {
        Strtol n = Strtol.parse(text, 10);
        if (n.isWhole()) {
            if (n.isWithin(1, MOST_PORT)) {
                return (int) n.value();
            }
            throw new ToolException(USAGE, "--" + protocol + ": a port is 1 to " + MOST_PORT + ", not '" + text + "'");
        }
        int port = ServicePorts.find(text, protocol);
        if (port < 0) {
            throw new ToolException(USAGE, "--" + protocol + ": no such service: '" + text + "'");
        }
        return port;
    }

    private static int integer(String text, String option, int least, int most) throws ToolException {
        Strtol n = Strtol.parse(text, 10);
        if (!n.isWhole() || !n.isWithin(least, most)) {
            throw new ToolException(
                    USAGE, option + " takes a whole number from " + least + " to " + most + ", not '" + text + "'");
        }
        return (int) n.value();
    }

    private static double decimal(String text, String option, double most) throws ToolException {
        Strtod n = Strtod.parse(text);
        if (!n.isWhole() || !(n.value() >= 0 && n.value() <= most)) {
            throw new ToolException(USAGE, option + " takes a number from 0, not '" + text + "'");
        }
        return n.value();
    }
}

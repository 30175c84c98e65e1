package net.diag.ping;

import net.diag.cli.ToolException;
import net.diag.sys.SockAddr;
import net.diag.sys.SocketOptions;
import net.diag.wire.InetAddresses;

/**
 * Takes options one by one, in the order of the command line, checks their values as iputils does, and
 * fills {@link PingOptions}. Knows nothing of how the command line is cut up.
 */
final class PingOptionReader {
    private static final String INVALID = "invalid argument";
    private static final int FLOW_LABEL_MASK = 0xfffff;
    private static final double MOST_SECONDS = Integer.MAX_VALUE / 1000.0;

    private final PingOptions options;
    private final boolean privileged;
    private final Warnings warnings;

    /** A reader for the user of this process; {@code privileged} when the real user id is 0. */
    PingOptionReader(PingOptions options, boolean privileged, Warnings warnings) {
        this.options = options;
        this.privileged = privileged;
        this.warnings = warnings;
    }

    /** Take the option {@code letter}; {@code value} is null for one without argument. */
    void take(char letter, String value) throws ToolException {
        PingOptions o = options;
        switch (letter) {
            case '3' -> o.threeDecimals = true;
            case '4' -> family(SockAddr.AF_INET);
            case '6' -> family(SockAddr.AF_INET6);
            case 'a' -> o.audible = true;
            case 'A' -> o.adaptive = true;
            case 'b' -> o.broadcast = true;
            case 'B' -> o.stickySource = true;
            case 'C' -> o.connect = true;
            case 'd' -> o.debugSocket = true;
            case 'D' -> o.printTime = true;
            case 'f' -> {
                o.flood = true;
                o.numeric = true;
            }
            case 'H' -> o.forceNames = true;
            case 'L' -> o.noMulticastLoop = true;
            case 'n' -> {
                o.numeric = true;
                o.forceNames = false;
            }
            case 'O' -> o.outstanding = true;
            case 'q' -> o.quiet = true;
            case 'r' -> o.doNotRoute = true;
            case 'R' -> {
                onlyOneIpOption(o.timestampOption >= 0);
                o.recordRoute = true;
            }
            case 'U' -> o.userLatency = true;
            case 'v' -> o.verbose = true;
            default -> takeValued(letter, value);
        }
    }

    private void takeValued(char letter, String value) throws ToolException {
        PingOptions o = options;
        switch (letter) {
            case 'c' -> o.count = NumberArgument.integer(value, INVALID, 1, Long.MAX_VALUE);
            case 'e' -> o.identifier = (int) NumberArgument.integer(value, INVALID, 0, 0xffff);
            case 'F' -> o.flowLabel = flowLabel(value);
            case 'i' -> interval(value);
            case 'I' -> source(value);
            case 'l' -> preload(value);
            case 'm' -> o.mark = NumberArgument.integer(value, INVALID, 0, 0xffff_ffffL);
            case 'M' -> o.pmtuDiscovery = pmtuDiscovery(value);
            case 'N' -> nodeInformation(value);
            case 'p' -> o.pattern = PayloadPattern.parse(value);
            case 'Q' -> o.tos = tos(value);
            case 's' -> o.payloadLength = (int) NumberArgument.integer(value, INVALID, 0, Integer.MAX_VALUE);
            case 'S' -> o.sendBuffer = (int) NumberArgument.integer(value, INVALID, 1, Integer.MAX_VALUE);
            case 't' -> o.ttl = (int) NumberArgument.integer(value, INVALID, 0, 255);
            case 'T' -> {
                onlyOneIpOption(o.recordRoute);
                o.timestampOption = timestampOption(value);
            }
            case 'w' -> o.deadlineSeconds = (int) NumberArgument.integer(value, INVALID, 0, Integer.MAX_VALUE);
            case 'W' -> linger(value);
            default -> throw new IllegalArgumentException("option " + letter);
        }
    }

    private void family(int family) throws PingException {
        if (options.family != SockAddr.AF_UNSPEC && options.family != family) {
            throw PingException.fatal("only one -4 or -6 option may be specified");
        }
        options.family = family;
    }

    private static void onlyOneIpOption(boolean other) throws PingException {
        if (other) {
            throw PingException.fatal("only one of -T or -R may be used");
        }
    }

    private void interval(String value) throws PingException {
        double seconds = seconds(value, "bad timing interval");
        if (seconds < 0 || seconds > MOST_SECONDS) {
            throw PingException.fatal("bad timing interval: " + value);
        }
        options.intervalMillis = (int) (seconds * 1000); // whole milliseconds, as iputils keeps it
        options.intervalGiven = true;
    }

    private void linger(String value) throws PingException {
        double seconds = seconds(value, "bad linger time");
        if (seconds < 0 || seconds > MOST_SECONDS) {
            throw PingException.fatal("bad linger time: " + value);
        }
        options.lingerMillis = (int) (seconds * 1000);
    }

    private double seconds(String value, String what) throws PingException {
        if (value.isEmpty()) {
            throw PingException.fatal(what + ": : No such file or directory");
        }
        String lower = value.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("inf") || lower.startsWith("nan")) {
            throw PingException.fatal(what + ": " + value + ": Numerical result out of range");
        }
        int[] end = new int[1];
        double number = NumberArgument.leadingDecimal(value, end);
        if (end[0] != value.length()) {
            warnings.warn("option argument contains garbage: " + value.substring(end[0]));
            warnings.warn("this will become fatal error in the future");
        }
        if (Double.isInfinite(number)) {
            throw PingException.fatal(what + ": " + value + ": Numerical result out of range");
        }
        return number;
    }

    private void preload(String value) throws PingException {
        options.preload = (int) NumberArgument.integer(value, INVALID, 1, PingOptions.SEQUENCES);
        if (!privileged && options.preload > 3) {
            throw PingException.fatal("cannot set preload to value greater than 3: " + options.preload);
        }
    }

    private void source(String value) throws PingException {
        if (value.indexOf(':') >= 0) {
            int scope = value.indexOf('%');
            byte[] address = InetAddresses.parse(scope < 0 ? value : value.substring(0, scope));
            if (address == null) {
                throw PingException.fatal("invalid source address: " + value);
            }
            options.source6 = address;
            options.stickySource = true;
            if (scope >= 0) {
                options.device = value.substring(scope + 1);
            }
            return;
        }
        byte[] address = InetAddresses.parse(value);
        if (address != null) {
            options.source4 = address;
            options.stickySource = true;
        } else {
            options.device = value;
        }
    }

    private static int flowLabel(String value) throws PingException {
        long label = NumberArgument.decimalOrHex(value);
        if (label < 0) {
            throw PingException.fatal("bad value for flowinfo: " + value);
        }
        if (label > FLOW_LABEL_MASK) {
            throw PingException.fatal("flow value is greater than 20 bits: " + value);
        }
        return (int) label;
    }

    private static int tos(String value) throws PingException {
        if (value.startsWith("-") && NumberArgument.decimalOrHex(value.substring(1)) >= 0) {
            throw PingException.fatal("setsockopt: Invalid argument"); // what the kernel says to iputils
        }
        long tos = NumberArgument.decimalOrHex(value);
        if (tos < 0) {
            throw PingException.fatal("bad TOS value: " + value);
        }
        if (tos > 255) {
            throw PingException.fatal("the decimal value of TOS bits must be in range 0-255: " + tos);
        }
        return (int) tos;
    }

    private static int pmtuDiscovery(String value) throws PingException {
        return switch (value) {
            case "do" -> SocketOptions.IP_PMTUDISC_DO;
            case "dont" -> SocketOptions.IP_PMTUDISC_DONT;
            case "want" -> SocketOptions.IP_PMTUDISC_WANT;
            case "probe" -> SocketOptions.IP_PMTUDISC_PROBE;
            default -> throw PingException.fatal("invalid -M argument: " + value);
        };
    }

    private static int timestampOption(String value) throws PingException {
        return switch (value) {
            case "tsonly" -> PingOptions.TS_ONLY;
            case "tsandaddr" -> PingOptions.TS_AND_ADDRESS;
            case "tsprespec" -> PingOptions.TS_PRESPECIFIED;
            default -> throw PingException.fatal("invalid timestamp type: " + value);
        };
    }

    private void nodeInformation(String value) throws ToolException {
        if (options.nodeInformation == null) {
            options.nodeInformation = new NodeInformationQuery();
        }
        options.nodeInformation.take(value);
    }
}

package net.diag.trace;

import net.diag.cli.ToolException;
import net.diag.trace.names.Services;
import net.diag.trace.probe.Method;
import net.diag.trace.probe.TcpOptions;
import net.diag.wire.Tcp;

/** The options of a method ({@code -O}), and what {@code -O help} says about them. */
final class ModuleOptions {
    private static final String[] FLAGS = {"fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr"};

    private ModuleOptions() {}

    /** The kind of method that {@code -M name} means, or null. */
    static Method.Kind kind(String module) {
        return switch (module) {
            case "default" -> Method.Kind.DEFAULT;
            case "icmp" -> Method.Kind.ICMP;
            case "tcp" -> Method.Kind.TCP;
            case "tcpconn" -> Method.Kind.TCP_CONNECT;
            case "udp" -> Method.Kind.UDP;
            case "udplite" -> Method.Kind.UDP_LITE;
            case "dccp" -> Method.Kind.DCCP;
            case "raw" -> Method.Kind.RAW;
            default -> null;
        };
    }

    /** Decode into {@code o.method} and {@code o.tcpInfo}. */
    static void decode(TraceOptions o) throws ToolException {
        Method.Kind kind = kind(o.module);
        if (kind == null) {
            throw TraceArgs.usage("Unknown traceroute module " + o.module);
        }
        if (kind == Method.Kind.TCP) {
            o.method = new Method(kind, o.port, o.sport, tcp(o), -1);
            return;
        }
        int number = -1;
        for (int i = 0; i < o.moduleOptions.size(); i++) {
            String option = o.moduleOptions.get(i);
            switch (kind) {
                case ICMP, ICMP_RAW, ICMP_DATAGRAM -> kind = icmp(option, i, o);
                case UDP_LITE -> number = numberOf(option, "coverage", i, o);
                case DCCP -> number = numberOf(option, "service", i, o);
                case RAW -> number = protocolOf(option, i, o);
                default -> {} // the others have none, and the original doesn't mind
            }
        }
        o.method = new Method(kind, o.port, o.sport, null, number);
    }

    private static Method.Kind icmp(String option, int i, TraceOptions o) throws ToolException {
        if (option.equals("raw")) {
            return Method.Kind.ICMP_RAW;
        }
        if (option.equals("dgram")) {
            return Method.Kind.ICMP_DATAGRAM;
        }
        throw unknown(option, i, o);
    }

    private static ToolException unknown(String option, int i, TraceOptions o) {
        return TraceArgs.usage("`" + option + "' (argc " + o.moduleOptionArgc.get(i) + "): arguments are not allowed");
    }

    private static ToolException missing(String name, String argument, int i, TraceOptions o) {
        return TraceArgs.usage("Keyword `" + name + "' (argc " + o.moduleOptionArgc.get(i) + ") requires an argument: `"
                + name + "=" + argument + "'");
    }

    private static ToolException bad(String name, String value, int i, TraceOptions o) {
        return TraceArgs.usage("Cannot handle `" + name + "' keyword with arg `" + value + "' (argc "
                + o.moduleOptionArgc.get(i) + ")");
    }

    private static int numberOf(String option, String name, int i, TraceOptions o) throws ToolException {
        if (option.equals(name)) {
            throw missing(name, "NUM", i, o);
        }
        if (!option.startsWith(name + "=")) {
            throw unknown(option, i, o);
        }
        String value = option.substring(name.length() + 1);
        Long n = TraceArgs.number(value);
        if (n == null) {
            throw bad(name, value, i, o);
        }
        return n.intValue();
    }

    private static int protocolOf(String option, int i, TraceOptions o) throws ToolException {
        if (option.equals("protocol")) {
            throw missing("protocol", "PROT", i, o);
        }
        if (!option.startsWith("protocol=")) {
            throw unknown(option, i, o);
        }
        String value = option.substring(9);
        Long n = TraceArgs.number(value);
        int protocol = n == null ? Services.protocol(value) : n.intValue();
        if (protocol < 0) {
            throw bad("protocol", value, i, o);
        }
        return protocol;
    }

    private static TcpOptions tcp(TraceOptions o) throws ToolException {
        int flags = 0;
        boolean flagsGiven = false;
        boolean sack = false;
        boolean timestamps = false;
        boolean windowScaling = false;
        boolean sysctl = false;
        boolean other = false;
        int mss = 0;
        for (int i = 0; i < o.moduleOptions.size(); i++) {
            String option = o.moduleOptions.get(i);
            int flag = flag(option);
            if (flag != 0) {
                flags |= flag;
                flagsGiven = true;
            } else if (option.equals("flags") || option.startsWith("flags=")) {
                flags = numberOf(option, "flags", i, o) & 0xff;
                flagsGiven = true;
            } else if (option.equals("mss") || option.startsWith("mss=")) {
                mss = numberOf(option, "mss", i, o) & 0xffff;
                other = true;
            } else {
                switch (option) {
                    case "ecn" -> {
                        flags |= Tcp.SYN | Tcp.ECE | Tcp.CWR;
                        flagsGiven = true;
                    }
                    case "sack" -> sack = other = true;
                    case "timestamps" -> timestamps = other = true;
                    case "window_scaling" -> windowScaling = other = true;
                    case "sysctl" -> sysctl = true;
                    case "info" -> o.tcpInfo = true;
                    case "reuse" -> {}
                    default -> throw unknown(option, i, o);
                }
            }
        }
        if (!flagsGiven) {
            flags = Tcp.SYN;
        }
        if (sysctl || !flagsGiven && !other) {
            TcpOptions own = TcpOptions.likeOwnConnections(mss);
            return new TcpOptions(
                    flagsGiven ? flags : own.flags(), own.sack(), own.timestamps(), own.windowScaling(), mss);
        }
        return new TcpOptions(flags, sack, timestamps, windowScaling, mss);
    }

    private static int flag(String name) {
        for (int i = 0; i < FLAGS.length; i++) {
            if (FLAGS[i].equals(name)) {
                return 1 << i;
            }
        }
        return 0;
    }
}

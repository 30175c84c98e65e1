package net.diag.trace;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.OptionTable;
import net.diag.cli.StdOut;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.trace.probe.KernelChannel;
import net.diag.trace.probe.SocketSettings;
import net.diag.trace.record.PathEnd;
import net.diag.trace.record.ProbeReply;

/** {@code diag-trace} as a tool: checks the options as traceroute does, then runs the mode asked for. */
public final class TraceTool implements Tool {
    private static final int MOST_HOPS = 255;
    private static final int MOST_QUERIES = 10;
    private static final int MOST_GATEWAYS4 = 8;
    private static final int MOST_GATEWAYS6 = 127;

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public OptionTable options() {
        return TraceOptionTable.TABLE;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return List.of(ProbeReply.Type.REPLY, PathEnd.Type.PATH);
    }

    @Override
    public int failureStatus() {
        return 1;
    }

    @Override
    public String usageHint(ToolContext context) {
        return "";
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        TraceOptions o = TraceArgs.parse(context.argv0(), args);
        StdOut out = context.out();
        if (o.showHelp) {
            HelpText.help(out);
            return 0;
        }
        if (o.showVersion) {
            HelpText.version(out);
            return 0;
        }
        if (o.moduleOptions.contains("help")) {
            HelpText.module(out, o.module);
            return 0;
        }
        if (o.host == null) {
            throw TraceArgs.usage("Specify \"host\" missing argument.");
        }
        IpAddress target = target(o, o.host);
        check(o);
        ModuleOptions.decode(o);
        SocketSettings settings = settings(o, target);
        return new TraceRun(context, o, settings).run();
    }

    static IpAddress target(TraceOptions o, String host) throws ToolException {
        try {
            return Resolver.resolve(host, o.family);
        } catch (ToolException e) {
            throw TraceArgs.usage(e.getMessage() + "\nCannot handle \"host\" cmdline arg `" + host
                    + "' on position 1 (argc " + o.hostArgc + ")");
        }
    }

    private static void check(TraceOptions o) throws ToolException {
        if (o.max > MOST_HOPS) {
            throw TraceArgs.usage("max hops cannot be more than " + MOST_HOPS);
        }
        if (o.first < 1 || o.first > o.max) {
            throw TraceArgs.usage("first hop out of range");
        }
        if (o.queries < 1 || o.queries > MOST_QUERIES) {
            throw TraceArgs.usage("no more than " + MOST_QUERIES + " probes per hop");
        }
        if (o.waitGiven && (o.waitMax < 0 || o.waitHere < 0 || o.waitNear < 0)) {
            throw TraceArgs.usage("bad wait specifications `" + general(o.waitMax) + "," + general(o.waitHere) + ","
                    + general(o.waitNear) + "' used");
        }
        if (o.sendWait < 0) {
            throw TraceArgs.usage("bad sendtime `" + general(o.sendWait) + "' specified");
        }
    }

    /** A number as C's {@code %g} prints it, for the plain values that stand here. */
    private static String general(double d) {
        return d == Math.rint(d) && Math.abs(d) < 1e6 ? Long.toString((long) d) : Double.toString(d);
    }

    /** What all sockets have in common, for one target. */
    static SocketSettings settings(TraceOptions o, IpAddress target) throws ToolException {
        IpAddress source = null;
        if (o.source != null) {
            try {
                source = Resolver.resolve(o.source, 0);
            } catch (ToolException e) {
                throw TraceArgs.usage(e.getMessage() + "\nCannot handle `-s' option with arg `" + o.source + "' (argc "
                        + o.sourceArgc + ")");
            }
            if (source.isV6() != target.isV6()) {
                throw TraceArgs.usage("IP version mismatch in addresses specified");
            }
        }
        int routingType = 2;
        List<IpAddress> gateways = new ArrayList<>();
        for (int i = 0; i < o.gateways.size(); i++) {
            Long type = i == 0 && target.isV6() ? TraceArgs.number(o.gateways.get(0)) : null;
            if (type != null) {
                routingType = type.intValue();
                continue;
            }
            gateways.add(Resolver.resolve(o.gateways.get(i), target.isV6() ? 10 : 2));
        }
        int most = target.isV6() ? MOST_GATEWAYS6 : MOST_GATEWAYS4;
        if (gateways.size() > most) {
            throw TraceArgs.usage("Too many gateways specified. No more than " + most);
        }
        return new SocketSettings(
                target,
                source,
                o.device,
                o.tos,
                target.isV6() ? o.flowLabel : 0,
                o.dontFragment,
                o.dontRoute,
                o.debug,
                o.mark,
                gateways,
                routingType);
    }

    /** Open the part of a channel that needs privilege, with the original's words when there is none. */
    static void prepare(KernelChannel channel) throws ToolException {
        try {
            channel.prepare();
        } catch (ErrnoException e) {
            boolean refused = e.errno() == Errno.EPERM || e.errno() == Errno.EACCES;
            String why = refused ? "You do not have enough privileges to use this traceroute method." : "";
            throw ToolException.bare(1, why + "\n" + e.getMessage());
        }
    }
}

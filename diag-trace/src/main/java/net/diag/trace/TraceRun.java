package net.diag.trace;

import net.diag.cli.Cancellation;
import net.diag.cli.StdOut;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.IpAddress;
import net.diag.record.JsonLinesFace;
import net.diag.record.RecordSink;
import net.diag.sys.ErrnoException;
import net.diag.trace.engine.MtuTrace;
import net.diag.trace.engine.PathOutcome;
import net.diag.trace.engine.PathTrace;
import net.diag.trace.engine.TracePlan;
import net.diag.trace.engine.WaitTimes;
import net.diag.trace.names.ReverseNames;
import net.diag.trace.names.Whois;
import net.diag.trace.probe.KernelChannel;
import net.diag.trace.probe.Method;
import net.diag.trace.probe.Probe;
import net.diag.trace.probe.SocketSettings;
import net.diag.trace.record.PathEnd;
import net.diag.trace.record.ProbeReply;
import net.diag.trace.text.TextFace;
import net.diag.trace.text.TextPrinter;

/** One invocation: from checked options to an exit status. */
final class TraceRun {
    /** Exit statuses of {@code --exit-status}. */
    private static final int REACHED = 0;

    private static final int LOST = 1;
    private static final int MOST_BYTES = 65000;
    private static final int REFUSED = 3;

    private final ToolContext context;
    private final TraceOptions o;
    private final SocketSettings settings;

    TraceRun(ToolContext context, TraceOptions o, SocketSettings settings) {
        this.context = context;
        this.o = o;
        this.settings = settings;
    }

    int run() throws Exception {
        return switch (o.mode) {
            case MTU -> mtu();
            case REPORT -> new ReportRun(context, o, settings).run();
            case TRACE -> o.json || context.wantsRecords() ? records() : trace();
        };
    }

    private int trace() throws Exception {
        Method method = o.method;
        try (KernelChannel channel = method.channel(settings)) {
            if (method.opensEarly()) {
                TraceTool.prepare(channel);
            }
            int length = channel.packetLength(o.packetLength);
            StdOut out = context.out();
            ReverseNames names = o.numeric ? null : new ReverseNames();
            Whois whois = o.asLookups ? whois() : null;
            TextFace.Style style = new TextFace.Style(o.numeric, o.extensions, o.tcpInfo, o.back);
            TextFace face = new TextFace(out, style, names, whois);
            face.header(o.host, settings.target(), o.max, length);
            TextPrinter printer = new TextPrinter(face, out, names, whois);
            try {
                if (!method.opensEarly()) {
                    channel.prepare();
                }
                channel.start();
                PathTrace trace = new PathTrace(channel, plan(length), printer);
                Cancellation.Registration wake = context.cancellation().onWake(() -> {
                    if (context.cancellation().isCancelled()) {
                        trace.cancel();
                    }
                });
                PathOutcome outcome = trace.run();
                wake.close();
                printer.finish();
                face.end();
                return status(outcome);
            } catch (ErrnoException e) {
                out.flush();
                throw ToolException.bare(1, "\n" + e.getMessage());
            }
        }
    }

    private int records() throws Exception {
        try (KernelChannel channel = o.method.channel(settings)) {
            TraceTool.prepare(channel);
            channel.start();
            RecordSink sink = context.wantsRecords() ? context.records() : new JsonLinesFace(context.out(), true);
            PathTrace trace = new PathTrace(
                    channel,
                    plan(channel.packetLength(o.packetLength)),
                    (ttl, query, p) ->
                            sink.accept(ProbeReply.Type.REPLY, new ProbeReply(settings.target(), ttl, query + 1, p)));
            Cancellation.Registration wake = context.cancellation().onWake(() -> {
                if (context.cancellation().isCancelled()) {
                    trace.cancel();
                }
            });
            PathOutcome outcome = trace.run();
            wake.close();
            sink.accept(PathEnd.Type.PATH, new PathEnd(o.host, settings.target(), outcome));
            return status(outcome);
        }
    }

    private int mtu() throws Exception {
        try (KernelChannel channel = o.method.channel(settings)) {
            if (o.method.opensEarly()) {
                TraceTool.prepare(channel);
            }
            StdOut out = context.out();
            ReverseNames names = o.numeric ? null : new ReverseNames();
            Whois whois = o.asLookups ? whois() : null;
            TextFace face =
                    new TextFace(out, new TextFace.Style(o.numeric, o.extensions, o.tcpInfo, o.back), names, whois);
            int first = o.packetLength < 0 ? MOST_BYTES : o.packetLength;
            face.header(o.host, settings.target(), o.max, channel.packetLength(first));
            try {
                if (!o.method.opensEarly()) {
                    channel.prepare();
                }
                channel.start();
                int local = settings.interfaceMtu();
                int size = channel.packetLength(local > 0 ? Math.min(local, first) : first);
                MtuTrace trace = new MtuTrace(channel, plan(size), settings.isV6(), new MtuTrace.Listener() {
                    @Override
                    public void settled(int ttl, int query, Probe p, int mtu, IpAddress blackHole) {
                        face.place(ttl, query, p.answer(), p.rttNanos(), mtu);
                        if (blackHole != null) {
                            out.print(" (black hole behind ")
                                    .print(blackHole.toString())
                                    .print(")");
                        }
                    }

                    @Override
                    public void paused() {
                        out.flush();
                    }
                });
                Cancellation.Registration wake = context.cancellation().onWake(() -> {
                    if (context.cancellation().isCancelled()) {
                        trace.cancel();
                    }
                });
                boolean reached = trace.run();
                wake.close();
                face.end();
                return o.exitStatus && !reached ? LOST : 0;
            } catch (ErrnoException e) {
                out.flush();
                throw ToolException.bare(1, "\n" + e.getMessage());
            }
        }
    }

    private Whois whois() {
        String server = context.environment().variable("RA_SERVER");
        String service = context.environment().variable("RA_SERVICE");
        return new Whois(server == null ? "whois.radb.net" : server, service == null ? "nicname" : service);
    }

    TracePlan plan(int length) {
        return new TracePlan(o.first, o.max, o.queries, inFlight(), gapNanos(), length, waitTimes());
    }

    /** All at once, unless the user limits it or probes can't be told apart. */
    private int inFlight() {
        if (o.inFlight > 0) {
            return o.inFlight;
        }
        boolean onePortOnly = o.sport != 0
                && (o.method.kind() == Method.Kind.UDP
                        || o.method.kind() == Method.Kind.UDP_LITE
                        || o.method.kind() == Method.Kind.TCP_CONNECT
                        || o.method.kind() == Method.Kind.DCCP);
        return onePortOnly ? 1 : 0;
    }

    private long gapNanos() {
        double seconds = o.sendWait >= 10 ? o.sendWait / 1000 : o.sendWait;
        return (long) (seconds * 1e9);
    }

    private WaitTimes waitTimes() {
        return o.waitGiven ? WaitTimes.of(o.waitMax, o.waitHere, o.waitNear) : WaitTimes.DEFAULT;
    }

    private int status(PathOutcome outcome) {
        if (!o.exitStatus) {
            return 0;
        }
        return switch (outcome.end()) {
            case REACHED -> REACHED;
            case REFUSED -> REFUSED;
            case LOST -> LOST;
        };
    }
}

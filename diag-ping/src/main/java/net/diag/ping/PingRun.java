package net.diag.ping;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.RecordSink;
import net.diag.socket.IcmpSocket;
import net.diag.socket.ReceptionStamps;
import net.diag.sys.Fd;
import net.diag.sys.SockAddr;
import net.diag.sys.Tty;
import net.diag.wire.InetAddresses;

/** One run against one destination: sockets, header, probing, summary, exit status. */
final class PingRun {
    private static final int MOST_HOPS = 9;
    private static final int MOST_TIMESTAMP_HOPS = 4;
    /** How long the first probe waits at most for the kernel to begin stamping. */
    private static final long STAMPS_PATIENCE_NANOS = 5_000_000;

    private static final int MOST_PAYLOAD_IPV4 = 65_507;
    private static final int MOST_PAYLOAD_IPV6 = 65_527;

    private final ToolContext context;
    private final PingOptions options;
    private final boolean privileged;
    private final Warnings warnings;
    /** Who takes records, or null for text. */
    private final RecordSink sink;
    /** Stamps on reception that have been asked for, or null. */
    private final ReceptionStamps stamps;

    PingRun(
            ToolContext context,
            PingOptions options,
            boolean privileged,
            Warnings warnings,
            RecordSink sink,
            ReceptionStamps stamps) {
        this.context = context;
        this.options = options;
        this.privileged = privileged;
        this.warnings = warnings;
        this.sink = sink;
        this.stamps = stamps;
    }

    /** Run, and return the exit status. */
    int run() throws Exception {
        if (options.pattern != null && !options.quiet && !options.recorded) {
            context.out().print(options.pattern.line());
        }
        String operand = options.operands.get(options.operands.size() - 1);
        boolean raw = options.identifier == 0 || options.nodeInformation != null;
        if (options.identifier == 0 && options.verbose) {
            warnings.warn("WARNING: ident 0 => forcing raw socket");
        }
        byte[] literal = InetAddresses.parse(operand);
        int socketFamily = literal == null || options.family != SockAddr.AF_UNSPEC || options.verbose
                ? options.family
                : literal.length == 4 ? SockAddr.AF_INET : SockAddr.AF_INET6;
        try (EchoSockets sockets = EchoSockets.open(socketFamily, raw, options, warnings)) {
            int family = literal == null ? sockets.narrow(options.family) : options.family;
            checkPayload(literal, family);
            if (options.verbose) {
                diagnostics().print(sockets, family);
            }
            List<DestinationResolver.Destination> all = DestinationResolver.resolve(operand, family);
            for (int i = 0; i < all.size(); i++) {
                EchoSocket socket = prepare(sockets, all.get(i), i + 1 < all.size());
                if (socket != null) {
                    return probe(socket, nameOf(operand, all.get(i)));
                }
            }
            throw new IllegalStateException("the last address is always tried");
        }
    }

    private void checkPayload(byte[] literal, int family) throws PingException {
        boolean ipv4 = literal != null ? literal.length == 4 : family == SockAddr.AF_INET;
        boolean withOptions = options.recordRoute || options.timestampOption >= 0 || options.isSourceRouted();
        int most = ipv4 ? MOST_PAYLOAD_IPV4 - (withOptions ? IpOptionRequest.MOST : 0) : MOST_PAYLOAD_IPV6;
        if (options.payloadLength > most) {
            throw new PingException(
                    1, "invalid -s value: '" + options.payloadLength + "': out of range: 0 <= value <= " + most);
        }
    }

    private EchoSocket prepare(EchoSockets sockets, DestinationResolver.Destination d, boolean mayTryNext)
            throws ToolException {
        SockAddr address = d.address();
        IcmpSocket socket = sockets.of(address.family());
        if (options.verbose) {
            diagnostics().print(d);
        }
        if (address.family() == SockAddr.AF_INET6) {
            if (options.operands.size() > 1) {
                throw PingUsage.wrong();
            }
            options.numeric |= options.operands.get(0).indexOf(':') >= 0;
            if (options.nodeInformation != null && !options.nodeInformation.isQuery()) {
                options.nodeInformation = null;
            }
            return new Ipv6EchoSocket(socket, options, privileged, warnings).prepare(address, mayTryNext);
        }
        options.nodeInformation = null;
        List<byte[]> hops = hops();
        options.numeric |= d.literal();
        return new Ipv4EchoSocket(socket, options, privileged, warnings).prepare(address, hops, mayTryNext);
    }

    private SocketDiagnostics diagnostics() {
        return new SocketDiagnostics(warnings, options.recorded ? context.err() : context.out());
    }

    private List<byte[]> hops() throws ToolException {
        int n = options.operands.size() - 1;
        List<byte[]> hops = new ArrayList<>(n);
        if (n == 0) {
            return hops;
        }
        boolean wrong = options.recordRoute
                || options.timestampOption >= 0
                        && (options.timestampOption != PingOptions.TS_PRESPECIFIED || n > MOST_TIMESTAMP_HOPS)
                || n > MOST_HOPS;
        if (wrong) {
            throw PingUsage.wrong();
        }
        for (int i = 0; i < n; i++) {
            hops.add(DestinationResolver.resolve(options.operands.get(i), SockAddr.AF_INET)
                    .get(0)
                    .address()
                    .addressBytes());
        }
        return hops;
    }

    private static String nameOf(String operand, DestinationResolver.Destination d) {
        boolean canonical = d.address().family() == SockAddr.AF_INET && !d.literal() && d.canonicalName() != null;
        return canonical ? d.canonicalName() : operand;
    }

    private int probe(EchoSocket socket, String name) throws Exception {
        if (options.flood && !options.intervalGiven) {
            options.intervalMillis = 0;
        }
        HostNames names = new HostNames(!options.numeric || options.forceNames);
        EchoTarget target = new EchoTarget(0, name, socket.destination());
        RunFace face = openFace(socket, names);
        face.begin(target);
        checkInterval();
        EchoChannel channel = new EchoChannel(socket, packet(socket), options);
        EchoEngine engine = new EchoEngine(
                options, channel, target, face.listener(), context.cancellation(), privileged, batch(socket));
        face.running(engine);
        if (stamps != null) {
            stamps.await(STAMPS_PATIENCE_NANOS);
        }
        engine.run();
        face.end(target, engine);
        return exitStatus(target);
    }

    private RunFace openFace(EchoSocket socket, HostNames names) {
        if (sink != null) {
            return new RecordRunFace(sink, options, socket);
        }
        InterimLine interim = new InterimLine(context.err());
        if (options.flood) {
            int columns = context.environment().stdoutTerminal() ? Tty.columns(Fd.of(1)) : -1;
            EchoListener flood =
                    new FloodFace(context.out(), options, columns > 0 ? columns : Integer.MAX_VALUE, interim);
            return new TextRunFace(context, options, socket, names, flood, null);
        }
        EchoTextFace text = new EchoTextFace(context.out(), warnings, options, socket, names, interim);
        if (options.numeric && !options.forceNames) {
            return new TextRunFace(context, options, socket, names, text, null);
        }
        NameWaitFace waiting = new NameWaitFace(text, names);
        return new TextRunFace(context, options, socket, names, waiting, waiting);
    }

    private void checkInterval() throws PingException {
        if (!privileged && options.intervalMillis < PingOptions.USER_INTERVAL_MILLIS) {
            throw PingException.fatal(
                    "cannot flood, minimal interval for user must be >= 2 ms, use -i 0.002 (or higher)");
        }
        if (options.intervalMillis >= Integer.MAX_VALUE / options.preload) {
            throw PingException.fatal("illegal preload and/or interval: " + options.intervalMillis);
        }
    }

    private ProbePacket packet(EchoSocket socket) {
        if (options.nodeInformation != null) {
            options.nodeInformation.subjectIfNone(socket.destination().addressBytes());
            return options.nodeInformation;
        }
        return request(socket);
    }

    /** Requests to be sent together where no interval lies between them; null for another kind of probe. */
    private EchoRequest[] batch(EchoSocket socket) {
        boolean maySend = options.intervalMillis == 0 || options.adaptive;
        if (options.nodeInformation != null || options.userLatency || !maySend) {
            return null;
        }
        EchoRequest[] all = new EchoRequest[FloodLoop.batchLength()];
        for (int i = 0; i < all.length; i++) {
            all[i] = request(socket);
        }
        return all;
    }

    private EchoRequest request(EchoSocket socket) {
        boolean raw = socket.socket().isRaw();
        return new EchoRequest(
                socket.isIpv6(),
                Math.max(0, socket.identifier()),
                options.payloadLength,
                options.pattern == null ? null : options.pattern.orNull(),
                options.isTimed(),
                raw && !socket.isIpv6());
    }

    private int exitStatus(EchoTarget target) {
        EchoStatistics s = target.statistics;
        boolean tooFew = options.deadlineSeconds > 0 && s.received < options.count;
        boolean tooManyLost = options.lossLimitPercent >= 0 && s.lossPercent() > options.lossLimitPercent
                || options.stopAfterLosses > 0 && target.sequences.currentRun() >= options.stopAfterLosses;
        boolean tooSlow = options.rttLimitNanos >= 0 && s.averageMicros() * 1000 > options.rttLimitNanos;
        return s.received == 0 || tooFew || tooManyLost || tooSlow ? 1 : 0;
    }
}

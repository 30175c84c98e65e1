package net.diag.netstat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.diag.cli.ArgParser;
import net.diag.cli.Cancellation;
import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionTable;
import net.diag.cli.RecordOutput;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.cli.UsageException;
import net.diag.netstat.classic.Groups;
import net.diag.netstat.classic.InetSockets;
import net.diag.netstat.classic.Interfaces;
import net.diag.netstat.classic.Routes;
import net.diag.netstat.classic.Statistics;
import net.diag.netstat.classic.UnixSockets;
import net.diag.proc.ProcRoot;
import net.diag.proc.SocketOwners;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.TableFace;
import net.diag.sys.NetNamespace;
import net.diag.sys.Users;

/** What the kernel knows of its network, read only: net-tools netstat's views, and records of them. */
public final class NetstatTool implements Tool {

    private static final String NO_BLUETOOTH = """
            netstat: feature `AF BLUETOOTH' not supported.
            Please recompile `net-tools' with newer kernel source or full configuration.""";
    /** What net-tools looks for with -v in a listing of everything, and this kernel has not. */
    private static final String[] MISSING = {"INET (sctp)", "IPX", "AX25", "X25", "NETROM", "ROSE"};

    private static final int FAILED = 1;
    private static final int USAGE = 3;
    private static final String VERSION = """
            net-tools 2.10
            Fred Baumgarten, Alan Cox, Bernd Eckenfels, Phil Blundell, Tuan Hoang, Brian Micek and others
            +NEW_ADDRT +RTF_IRTT +RTF_REJECT +FW_MASQUERADE +I18N +SELINUX
            AF: (inet) +UNIX +INET +INET6 +IPX +AX25 +NETROM +X25 +ATALK +ECONET +ROSE -BLUETOOTH
            HW:  +ETHER +ARC +SLIP +PPP +TUNNEL -TR +AX25 +NETROM +X25 +FR +ROSE +ASH +SIT +FDDI +HIPPI +HDLC/LAPB +EUI64\040
            """;

    @Override
    public String name() {
        return "netstat";
    }

    @Override
    public OptionTable options() {
        return NetstatOptionTable.TABLE;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        List<RecordType<?>> all = new ArrayList<>();
        all.add(SocketRecord.Type.SOCKET);
        for (String view : SubViews.names()) {
            for (RecordType<?> t : SubViews.named(view).recordTypes()) {
                if (!all.contains(t)) {
                    all.add(t);
                }
            }
        }
        return all;
    }

    @Override
    public int usageStatus() {
        return USAGE;
    }

    @Override
    public int failureStatus() {
        return FAILED;
    }

    @Override
    public String usageHint(ToolContext context) {
        return NetstatUsage.TEXT;
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        Tool view = args.length > 0 ? SubViews.named(args[0]) : null;
        if (view != null) {
            return view.run(context, java.util.Arrays.copyOfRange(args, 1, args.length));
        }
        NetstatOptions options = new NetstatOptions();
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        ArgParser parser = new ArgParser(NetstatOptionTable.TABLE, context.argv0(), args);
        String netns = null;
        while (parser.next()) {
            if (parser.key() == net.diag.cli.CommonOptions.NETNS && "all".equals(parser.value())) {
                netns = "all";
            } else if (parser.key() == 'h') {
                context.out().print(NetstatUsage.TEXT);
                return 0;
            } else if (parser.key() == 'V') {
                context.out().print(VERSION);
                return 0;
            } else if (!output.take(parser)) {
                if (general.take(parser)) {
                    if (general.isDone()) {
                        return 0;
                    }
                } else {
                    take(parser, options);
                }
            }
        }
        if (output.describe(context, "diag-netstat", sockets())) {
            return 0;
        }
        check(context, options);
        if (netns != null) {
            return everyNamespace(context, options, output);
        }
        NetNamespace.Entered entered = general.enterNetns();
        try {
            if (entered != null) {
                options.proc = ProcRoot.OF_THREAD;
            }
            if (output.isText(context)) {
                return repeat(context, options);
            }
            RecordSink sink = output.open(context, sockets(), table(context, output));
            new SocketRecords(options, SocketOwners.read(), sink, context.cancellation(), null).read();
            sink.finish();
            return 0;
        } finally {
            if (entered != null) {
                entered.close();
            }
        }
    }

    /** Loaded only where records are asked for. */
    private static List<RecordType<?>> sockets() {
        return List.of(SocketRecord.Type.SOCKET);
    }

    /** The face of records for which no format was asked: the classic layout has no room for a choice of fields. */
    private static RecordSink table(ToolContext context, RecordOutput output) {
        return output.isTextFace(context)
                ? new TableFace(context.out(), context.environment().columns())
                : null;
    }

    /** All namespaces of the machine in one table, with the column that says whose each is. */
    private int everyNamespace(ToolContext context, NetstatOptions options, RecordOutput output) throws Exception {
        options.proc = ProcRoot.OF_THREAD;
        int[] unreadable = new int[1];
        RecordSink sink = output.isText(context)
                ? new net.diag.record.TableFace(
                        context.out(), context.environment().columns())
                : output.open(context, sockets(), table(context, output));
        SocketOwners owners = SocketOwners.read();
        for (NetNamespace n : NetNamespace.all(unreadable)) {
            String label = n.label().isEmpty() ? ownLabel(n) : n.label();
            try (NetNamespace.Entered in = n.enter()) {
                new SocketRecords(options, owners, sink, context.cancellation(), label).read();
            } catch (net.diag.sys.ErrnoException e) {
                context.complain("namespace " + label + ": " + e.getMessage());
            }
        }
        sink.finish();
        if (unreadable[0] > 0) {
            context.complain(unreadable[0] + " processes' namespaces could not be looked at; root would see them");
        }
        return 0;
    }

    /** The name of the namespace that the tool itself is in. */
    private static String ownLabel(NetNamespace own) {
        for (NetNamespace n : NetNamespace.named()) {
            if (n.id().equals(own.id())) {
                return n.label();
            }
        }
        return "(this)";
    }

    private static void take(ArgParser p, NetstatOptions o) throws ToolException {
        switch (p.key()) {
            case 'r' -> o.routes = true;
            case 'i' -> o.interfaces = true;
            case 'g' -> o.groups = true;
            case 's' -> o.statistics = true;
            case 'M' -> o.masquerade = true;
            case 'C' -> o.cache = true;
            case 'F' -> o.cache = false;
            case 't' -> o.tcp = true;
            case 'u' -> o.udp = true;
            case 'U' -> o.udpLite = true;
            case 'S' -> o.sctp = true;
            case 'w' -> o.raw = true;
            case 'x' -> o.unix = true;
            case 'a' -> o.all = true;
            case 'l' -> o.listening = true;
            case '4' -> o.inet = true;
            case '6' -> o.inet6 = true;
            case 'A' -> families(p.value(), o);
            case NetstatOptionTable.IPX -> o.missingFamily = "IPX";
            case NetstatOptionTable.AX25 -> o.missingFamily = "AX25";
            case NetstatOptionTable.X25 -> o.missingFamily = "X25";
            case NetstatOptionTable.NETROM -> o.missingFamily = "NETROM";
            case NetstatOptionTable.ROSE -> o.missingFamily = "ROSE";
            case 'f', '2' -> throw ToolException.bare(FAILED, NO_BLUETOOTH);
            case 'n' -> {
                o.numericHosts = true;
                o.numericPorts = true;
                o.numericUsers = true;
            }
            case NetstatOptionTable.NUMERIC_HOSTS -> o.numericHosts = true;
            case NetstatOptionTable.NUMERIC_PORTS -> o.numericPorts = true;
            case NetstatOptionTable.NUMERIC_USERS -> o.numericUsers = true;
            case 'e' -> o.extended++;
            case 'p' -> o.programs = true;
            case 'o' -> o.timers = true;
            case 'W' -> o.wide = true;
            case 'Z' -> o.context = true;
            case 'c' -> o.continuous = true;
            case 'v' -> o.verbose = true;
            default -> {} // -N and -d change nothing that is printed here
        }
    }

    private static void families(String list, NetstatOptions o) throws ToolException {
        for (String f : list.split(",")) {
            switch (f) {
                case "inet", "ip", "tcpip" -> o.inet = true;
                case "inet6" -> o.inet6 = true;
                case "unix" -> o.unix = true;
                case "ipx", "ax25", "x25", "netrom", "rose" -> o.missingFamily = f.toUpperCase(java.util.Locale.ROOT);
                default -> throw ToolException.bare(FAILED, "Unknown address family `" + f + "'.");
            }
        }
    }

    private static void check(ToolContext context, NetstatOptions o) throws ToolException {
        int modes = (o.routes ? 1 : 0) + (o.interfaces ? 1 : 0) + (o.statistics ? 1 : 0) + (o.masquerade ? 1 : 0);
        if (modes > 1) {
            throw ToolException.bare(USAGE, NetstatUsage.TEXT.stripTrailing() + " ");
        }
        if (o.context) {
            throw ToolException.bare(FAILED, "SELinux is not enabled on this machine.");
        }
        if (o.masquerade) {
            throw ToolException.bare(FAILED, context.argv0() + ": no support for `ip_masquerade' on this system.");
        }
    }

    private int repeat(ToolContext context, NetstatOptions options) throws Exception {
        CountDownLatch stop = new CountDownLatch(1);
        try (Cancellation.Registration wake = context.cancellation().onWake(() -> {
            if (context.cancellation().isCancelled()) {
                stop.countDown();
            }
        })) {
            while (true) {
                int status = once(context, options);
                context.out().flush();
                if (!options.continuous || stop.await(1, TimeUnit.SECONDS)) {
                    return status;
                }
            }
        }
    }

    private int once(ToolContext context, NetstatOptions o) throws IOException, UsageException, ToolException {
        if (o.routes) {
            Routes routes = new Routes(o, context.out());
            if (o.inet || !o.inet6) {
                routes.ipv4();
            }
            if (o.inet6) {
                routes.ipv6();
            }
            return 0;
        }
        if (o.interfaces) {
            new Interfaces(o, context.out()).print();
            return 0;
        }
        if (o.statistics) {
            new Statistics(o, context.out()).print();
            return 0;
        }
        return sockets(context, o);
    }

    private int sockets(ToolContext context, NetstatOptions o) throws IOException, ToolException {
        if (o.missingFamily != null) {
            throw ToolException.bare(FAILED, noSupport(context, o.missingFamily));
        }
        boolean every = !o.isAnySocketKind();
        boolean inet = every || o.groups && (o.inet || o.inet6) || o.tcp || o.udp || o.udpLite || o.sctp || o.raw;
        SocketOwners owners = o.programs ? SocketOwners.read() : null;
        if (owners != null) {
            tellOfDenied(context, owners);
        }
        if (inet) {
            new InetSockets(o, context.out(), context.cancellation()).print(owners);
            if (o.sctp) {
                throw ToolException.bare(FAILED, context.argv0() + ": no support for `AF INET (sctp)' on this system.");
            }
        }
        if (o.groups) {
            new Groups(o, context.out()).print();
        }
        if (o.unix || every && !o.inet && !o.inet6) {
            new UnixSockets(o, context.out()).print(owners);
        }
        if (o.verbose && every && !o.inet && !o.inet6) {
            context.out().flush();
            for (String family : MISSING) {
                context.err().println(noSupport(context, family));
            }
        }
        return 0;
    }

    private static String noSupport(ToolContext context, String family) {
        return context.argv0() + ": no support for `AF " + family + "' on this system.";
    }

    private static void tellOfDenied(ToolContext context, SocketOwners owners) {
        if (owners.denied() == 0) {
            return;
        }
        if (!owners.isAny()) {
            context.err()
                    .println("(No info could be read for \"-p\": geteuid()=" + Users.effectiveUid()
                            + " but you should be root.)");
        } else {
            context.err().println("(Not all processes could be identified, non-owned process info");
            context.err().println(" will not be shown, you would have to be root to see it all.)");
        }
    }
}

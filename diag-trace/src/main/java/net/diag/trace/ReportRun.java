package net.diag.trace;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import net.diag.cli.Cancellation;
import net.diag.cli.ToolContext;
import net.diag.sys.ErrnoException;
import net.diag.trace.names.NameService;
import net.diag.trace.names.ReverseNames;
import net.diag.trace.probe.KernelChannel;
import net.diag.trace.probe.Method;
import net.diag.trace.probe.SocketSettings;
import net.diag.trace.report.MtrReport;
import net.diag.trace.report.PathStatistics;

/** {@code --report} and its kin: probe in rounds, then print once. ICMP echo unless a method is given, as mtr. */
final class ReportRun {
    private static final int MTR_LENGTH = 64;
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private final ToolContext context;
    private final TraceOptions o;
    private final SocketSettings settings;

    ReportRun(ToolContext context, TraceOptions o, SocketSettings settings) {
        this.context = context;
        this.o = o;
        this.settings = settings;
    }

    int run() throws Exception {
        String start = START.format(ZonedDateTime.now());
        try (KernelChannel channel = open()) {
            int size = channel.packetLength(o.packetLength < 0 ? MTR_LENGTH : o.packetLength);
            PathStatistics s = new PathStatistics(
                    channel, o.first, o.max, size, (long) (o.interval * 1e9), (long) (o.waitMax * 1e9));
            Cancellation.Registration wake = context.cancellation().onWake(() -> {
                if (context.cancellation().isCancelled()) {
                    s.cancel();
                }
            });
            s.run(o.rounds);
            wake.close();
            NameService names = o.numeric ? NameService.NONE : names(s);
            MtrReport report = new MtrReport(context.out(), names);
            if (o.mtrJson) {
                report.printJson(s, localHost(), o.host, o.tos, o.rounds, size);
            } else {
                report.print(s, localHost(), start, o.wide);
            }
            return !o.exitStatus || s.isComplete() && !s.isRefused() ? 0 : s.isComplete() ? 3 : 1;
        }
    }

    private KernelChannel open() throws Exception {
        if (!o.methodGiven) {
            KernelChannel icmp = new Method(Method.Kind.ICMP, o.port, 0, null, -1).channel(settings);
            try {
                icmp.prepare();
                icmp.start();
                return icmp;
            } catch (ErrnoException e) {
                icmp.close(); // no privilege for ICMP: UDP needs none
            }
        }
        KernelChannel channel = o.method.channel(settings);
        TraceTool.prepare(channel);
        channel.start();
        return channel;
    }

    private NameService names(PathStatistics s) {
        ReverseNames names = new ReverseNames();
        for (int t = s.first(); t <= s.last(); t++) {
            s.hop(t).addresses().forEach(names::request);
        }
        return names;
    }

    private static String localHost() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (java.io.IOException e) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unknown) {
                return "localhost";
            }
        }
    }
}

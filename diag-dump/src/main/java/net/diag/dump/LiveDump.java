package net.diag.dump;

import java.io.IOException;
import java.util.List;
import net.diag.capture.BpfProgram;
import net.diag.capture.CaptureFilter;
import net.diag.capture.Devices;
import net.diag.capture.LinkType;
import net.diag.capture.LiveCapture;
import net.diag.cli.Cancellation;
import net.diag.cli.StdOut;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.sys.ErrnoException;
import net.diag.sys.NetNamespace;
import net.diag.sys.Users;

/** One run of diag-dump over live packets: device, filter in the kernel, sinks, the closing counts. */
final class LiveDump {
    private static final int DEFAULT_RING = 32 << 20;
    private static final int HOLD_MILLIS = 100;
    private static final long IDLE_NANOS = 1_000_000_000L;
    private static final long DRAIN_NANOS = 150_000_000L;

    private final ToolContext context;
    private final DumpOptions options;
    private PacketRecords records;
    private long captured;
    private long seen;
    private long matched;

    LiveDump(ToolContext context, DumpOptions options) {
        this.context = context;
        this.options = options;
    }

    int run() throws IOException, ToolException {
        if (options.list == 'D') {
            return listDevices();
        }
        String device = device();
        if (options.list != 0) {
            return listTypes(device);
        }
        String expression = FilterChoice.expression(options);
        int linkType = LiveCapture.linkType(device);
        BpfProgram program = expression.isEmpty() && options.snaplen == 262144
                ? null
                : FilterChoice.compile(options, expression, linkType, options.snaplen);
        // The kernel's filter sees neither a cooked header nor a VLAN tag that the card took out.
        boolean inKernel = linkType != LinkType.LINUX_SLL2 && !expression.contains("vlan");
        CaptureFilter filter = program == null || inKernel ? null : FilterChoice.filter(program);
        try (LiveCapture capture = open(device, inKernel ? program : null)) {
            if (options.user != null && !options.user.equals("root")) {
                Users.become(options.user);
                context.err().print("dropped privs to ").println(options.user);
            }
            records = PacketRecords.of(options, context);
            PacketSink sink = DumpSinks.of(options, capture.linkType(), options.snaplen, context, records);
            announce(device, capture);
            Cancellation.Registration registration = context.cancellation().onWake(capture::wake);
            try {
                pump(capture, filter, sink);
            } catch (RotatingSink.LimitReached e) {
                context.err()
                        .print("Maximum file limit reached: ")
                        .print(options.fileCount)
                        .println();
            } finally {
                registration.close();
                sink.close();
                if (records != null) {
                    records.finish();
                }
            }
            if (context.cancellation().isCancelled() && printsText()) {
                context.out().println();
                context.out().flush();
            }
            summary(capture.statistics());
        }
        return 0;
    }

    private LiveCapture open(String device, BpfProgram program) throws IOException, ToolException {
        boolean atOnce = options.immediate || context.environment().stdoutTerminal() && options.writeFile == null;
        LiveCapture.Settings settings = new LiveCapture.Settings(
                device,
                !options.notPromiscuous,
                options.snaplen,
                options.bufferKib == 0 ? DEFAULT_RING : (int) Math.min(options.bufferKib * 1024L, 1 << 30),
                atOnce ? 1 : HOLD_MILLIS,
                options.direction,
                options.print.nanos);
        try {
            if (options.netns == null) {
                return new LiveCapture(settings, program);
            }
            NetNamespace.Entered inside = NetNamespace.parse(options.netns).enter();
            try {
                return new LiveCapture(settings, program);
            } finally {
                inside.close();
            }
        } catch (ErrnoException e) {
            if (e.errno() == 1) {
                String why = "You don't have permission to capture on that device\n(socket: Operation not permitted)";
                throw new ToolException(1, device + ": " + why, e);
            }
            throw new ToolException(1, device + ": " + e.getMessage(), e);
        }
    }

    private void pump(LiveCapture capture, CaptureFilter filter, PacketSink sink) throws IOException {
        Cancellation cancellation = context.cancellation();
        long last = options.count == 0 ? Long.MAX_VALUE : options.skip + options.count;
        long stopAt = 0;
        while (true) {
            if (cancellation.isCancelled()) {
                // What has arrived is still taken: the kernel holds the last block back for a while.
                stopAt = stopAt == 0 ? System.nanoTime() + DRAIN_NANOS : stopAt;
                if (System.nanoTime() - stopAt > 0) {
                    return;
                }
            }
            if (!capture.next()) {
                sink.flush();
                capture.await(stopAt == 0 ? IDLE_NANOS : Math.max(1, stopAt - System.nanoTime()));
                continue;
            }
            if (filter != null && filter.run(capture.bytes, capture.offset, capture.captured, capture.length) == 0) {
                continue;
            }
            captured++;
            long number = ++seen;
            if (records != null && !records.test(capture, number)) {
                continue;
            }
            if (++matched > options.skip) {
                sink.accept(capture, number);
                if (matched >= last) {
                    return;
                }
            }
        }
    }

    private boolean printsText() {
        return options.prints() && (records == null || !records.replaceText());
    }

    private void announce(String device, LiveCapture capture) {
        StdOut err = context.err();
        String start = context.argv0() + ": ";
        if (options.print.verbose == 0 && options.prints()) {
            err.print(start).println("verbose output suppressed, use -v[v]... for full protocol decode");
            start = "";
        }
        err.print(start).print("listening on ").print(device).print(", link-type ");
        err.print(Dump.describe(capture.linkType())).print(", snapshot length ");
        err.print(options.snaplen).println(" bytes");
        err.flush();
    }

    private void summary(LiveCapture.Statistics statistics) {
        count(captured, "captured");
        count(statistics.received(), "received by filter");
        count(statistics.dropped(), "dropped by kernel");
    }

    private void count(long packets, String what) {
        context.err()
                .print(packets)
                .print(packets == 1 ? " packet " : " packets ")
                .println(what);
    }

    private String device() throws IOException, ToolException {
        if (options.device == null || options.device.chars().allMatch(Character::isDigit)) {
            List<Devices.Device> devices = Devices.list();
            int number = options.device == null ? 1 : Integer.parseInt(options.device);
            if (devices.isEmpty()) {
                throw new ToolException(1, "no interfaces available for capture");
            }
            if (number < 1 || number > devices.size()) {
                throw new ToolException(1, "Invalid adapter index " + number);
            }
            return devices.get(number - 1).name();
        }
        return options.device;
    }

    private int listDevices() throws IOException {
        int number = 0;
        for (Devices.Device device : Devices.list()) {
            StdOut out = context.out();
            out.print(++number).print('.').print(device.name());
            if (device.description() != null) {
                out.print(" (").print(device.description()).print(')');
            }
            List<String> flags = device.flagNames();
            out.print(" [")
                    .print(flags.isEmpty() ? "none" : String.join(", ", flags))
                    .println("]");
        }
        return 0;
    }

    private int listTypes(String device) throws IOException {
        if (options.list == 'J') {
            context.out().print("Time stamp types for ").print(device).println(" (use option -j to set):");
            context.out().println("  host (Host)");
            return 0;
        }
        context.out().print("Data link types for ").print(device).println(" (use option -y to set):");
        context.out().print("  ").println(Dump.describe(LiveCapture.linkType(device)));
        return 0;
    }
}

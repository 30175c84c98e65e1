package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.List;
import net.diag.cli.ArgParser;
import net.diag.cli.CommonOptions;
import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;
import net.diag.cli.RecordOutput;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.netlink.NetlinkSocket;
import net.diag.netlink.conntrack.Conntrack;
import net.diag.record.Escape;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.sys.NetNamespace;

/** {@code netstat conntrack}: tracked connections, how many there are, and what happens to them. */
public final class ConntrackView implements Tool {
    /** How often the end of a subscription is looked for. */
    private static final long WAIT_NANOS = 200_000_000L;

    private static final OptionTable TABLE = OptionTable.of(
                    "netstat conntrack",
                    "show tracked connections",
                    "[OPTIONS]",
                    OptionSpec.flag('4', "inet", "only IPv4"),
                    OptionSpec.flag('6', "inet6", "only IPv6"),
                    OptionSpec.flag('C', "count", "print how many there are, and the maximum"),
                    OptionSpec.flag('E', "events", "print what happens to connections, until interrupted"))
            .with(CommonOptions.general())
            .with(CommonOptions.records());

    @Override
    public String name() {
        return "conntrack";
    }

    @Override
    public OptionTable options() {
        return TABLE;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return List.of(Connection.Type.CONNECTION);
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        int family = 0;
        boolean count = false;
        boolean events = false;
        ArgParser p = new ArgParser(TABLE, context.argv0(), args);
        while (p.next()) {
            if (general.take(p)) {
                if (general.isDone()) {
                    return 0;
                }
            } else if (!output.take(p)) {
                switch (p.key()) {
                    case '4' -> family = 2;
                    case '6' -> family = 10;
                    case 'C' -> count = true;
                    case 'E' -> events = true;
                    default -> {}
                }
            }
        }
        if (output.describe(context, "diag-netstat conntrack", recordTypes())) {
            return 0;
        }
        try (Conntrack conntrack = openInside(general)) {
            if (count) {
                long[] size = conntrack.size();
                context.out().print(size[0]).print(" of ").println(Long.toString(size[1]));
                return 0;
            }
            if (events) {
                output.live();
            }
            RecordSink sink = output.open(context, recordTypes(), new TextSink(context));
            if (events) {
                follow(conntrack, sink, context);
            } else {
                long now = System.currentTimeMillis() * 1_000_000L;
                if (!conntrack.list(family, m -> sink.accept(Connection.Type.CONNECTION, new Connection(m, now)))) {
                    context.complain("the table changed while it was read: some connections may be missing or double");
                }
            }
            sink.finish();
        }
        return 0;
    }

    private static Conntrack openInside(GeneralOptions general) throws IOException {
        NetNamespace.Entered inside = general.enterNetns();
        try {
            return Conntrack.open();
        } finally {
            if (inside != null) {
                inside.close();
            }
        }
    }

    private static void follow(Conntrack conntrack, RecordSink sink, ToolContext context) throws IOException {
        conntrack.subscribe();
        while (!context.cancellation().isCancelled()) {
            int n = conntrack.receive(
                    WAIT_NANOS,
                    m -> sink.accept(
                            Connection.Type.CONNECTION, new Connection(m, System.currentTimeMillis() * 1_000_000L)));
            if (n == NetlinkSocket.LOST) {
                context.complain("the kernel dropped events: some connections are missing here");
            }
            sink.flush();
        }
    }

    private static final class TextSink implements RecordSink {
        private final ToolContext context;

        TextSink(ToolContext context) {
            this.context = context;
        }

        @Override
        public <R> void accept(RecordType<R> type, R r) {
            if (r instanceof Connection c) {
                if (!c.event().isEmpty()) {
                    context.out()
                            .printRight("[" + c.event().toUpperCase(java.util.Locale.ROOT) + "]", 9)
                            .print(' ');
                }
                context.out().println(Escape.text(c.text()));
            }
        }

        @Override
        public void flush() {
            context.out().flush();
        }

        @Override
        public void finish() {
            context.out().flush();
        }
    }
}

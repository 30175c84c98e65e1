package net.diag.netstat.ip;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.diag.cli.ArgParser;
import net.diag.cli.CommonOptions;
import net.diag.cli.Completion;
import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionSpec;
import net.diag.cli.OptionTable;
import net.diag.cli.RecordOutput;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.sys.NetNamespace;

/** A view of rtnetlink: options that all have, and the choice between text and records. */
abstract class IpView implements Tool {
    /** What the command line of a view asked for. */
    static final class Request {
        int family;
        boolean details;
        int statistics;
        Selection selection;
    }

    private final String name;
    private final OptionTable table;

    IpView(String name, String summary, String usage) {
        this.name = name;
        table = OptionTable.of(
                        "netstat " + name,
                        summary,
                        usage,
                        OptionSpec.flag('4', "inet", "only IPv4"),
                        OptionSpec.flag('6', "inet6", "only IPv6"),
                        OptionSpec.flag('d', "details", "in text: show all that is known"),
                        OptionSpec.flag('s', "statistics", "in text: show counters and ages"))
                .operands(Completion.INTERFACE)
                .with(CommonOptions.general())
                .with(CommonOptions.records());
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final OptionTable options() {
        return table;
    }

    @Override
    public final List<RecordType<?>> recordTypes() {
        return List.of(rows().type());
    }

    /** The declared fields. */
    abstract Rows rows();

    /** Read the rows that the request selects, from the calling thread's namespace. */
    abstract List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) throws Exception;

    /** Print rows as iproute2 does. */
    abstract void print(List<Map<String, Object>> rows, Request q, ToolContext context);

    @Override
    public final int run(ToolContext context, String[] args) throws Exception {
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        Request q = new Request();
        ArgParser p = new ArgParser(table, context.argv0(), args);
        while (p.next()) {
            if (general.take(p)) {
                if (general.isDone()) {
                    return 0;
                }
            } else if (!output.take(p)) {
                switch (p.key()) {
                    case '4' -> q.family = 2;
                    case '6' -> q.family = 10;
                    case 'd' -> q.details = true;
                    case 's' -> q.statistics++;
                    default -> {}
                }
            }
        }
        if (output.describe(context, "diag-netstat " + name, recordTypes())) {
            return 0;
        }
        q.selection = new Selection(context.argv0() + ' ' + name, p.operands());
        List<Map<String, Object>> rows = readInside(general, q, context);
        if (output.isText(context)) {
            print(rows, q, context);
            return 0;
        }
        Rows type = rows();
        RecordSink sink = output.open(context, recordTypes(), new TextSink(type, q, context));
        for (Map<String, Object> r : rows) {
            sink.accept(type.type(), type.row(r));
        }
        sink.finish();
        return 0;
    }

    private List<Map<String, Object>> readInside(GeneralOptions general, Request q, ToolContext context)
            throws Exception {
        NetNamespace.Entered inside = general.enterNetns();
        try {
            return read(q, new RtNames(Path.of("/etc/iproute2")), context);
        } finally {
            if (inside != null) {
                inside.close();
            }
        }
    }

    /** The text face behind a filter or an order. */
    private final class TextSink implements RecordSink {
        private final Rows type;
        private final Request q;
        private final ToolContext context;

        TextSink(Rows type, Request q, ToolContext context) {
            this.type = type;
            this.q = q;
            this.context = context;
        }

        @Override
        public <R> void accept(RecordType<R> t, R r) {
            print(List.of(type.values((net.diag.record.Row) r)), q, context);
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

package net.diag.ping;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.ArgParser;
import net.diag.cli.GeneralOptions;
import net.diag.cli.OptionTable;
import net.diag.cli.RecordOutput;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.ping.sweep.SweepOptions;
import net.diag.ping.sweep.SweepRecords;
import net.diag.ping.sweep.SweepRun;
import net.diag.ping.sweep.SweepSettings;
import net.diag.record.JsonLinesFace;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.socket.ReceptionStamps;
import net.diag.sys.NetNamespace;
import net.diag.sys.Users;

/** The echo prober: options, then one {@link PingRun} for the destination. */
public final class PingTool implements Tool {
    private static final String NO_DESTINATION = "usage error: Destination address required";

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public OptionTable options() {
        return PingOptionTable.TABLE;
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        PingOptions options = new PingOptions();
        Warnings warnings = new Warnings(context);
        boolean privileged = Users.realUid() == 0;
        String name = context.argv0();
        PingOptionReader reader = new PingOptionReader(options, privileged, warnings);
        if (name.endsWith("6")) {
            reader.take('6', null);
        } else if (name.endsWith("4")) {
            reader.take('4', null);
        }
        boolean noNames = "0".equals(context.environment().variable("IPUTILS_PING_PTR_LOOKUP"));
        options.numeric = noNames;
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        SweepOptions sweep = new SweepOptions();
        ArgParser parser = new ArgParser(PingOptionTable.TABLE, name, args);
        while (parser.next()) {
            if (output.take(parser) || sweep.take(parser)) {
                continue;
            }
            if (parser.key() == 'h' || parser.key() == 'V') {
                return new PingUsage(context).print(parser.key());
            }
            if (parser.key() == 'N' && parser.value().equals("help")) {
                context.out().println(NodeInformationQuery.HELP);
                return 0;
            }
            if (!general.take(parser)) {
                take(parser, reader, options);
            } else if (general.isDone()) {
                return 0;
            }
        }
        if (output.describe(context, "diag-ping", this)) {
            return 0;
        }
        if (noNames && !options.forceNames && !options.quiet) {
            warnings.warn("WARNING: reverse DNS resolution (PTR lookup) disabled, enforce with -H");
        }
        options.operands.addAll(parser.operands());
        if (options.operands.isEmpty() && sweep.range == null && sweep.file == null) {
            throw PingException.fatal(NO_DESTINATION);
        }
        RecordSink sink = output.isText(context) ? null : recordSink(context, output);
        options.recorded = sink != null;
        NetNamespace.Entered entered = general.enterNetns();
        ReceptionStamps stamps = options.userLatency ? null : ReceptionStamps.begin();
        try {
            if (sweep.isSweep()) {
                return sweep(context, options, sweep, sink);
            }
            return new PingRun(context, options, privileged, warnings, sink, stamps).run();
        } finally {
            if (stamps != null) {
                stamps.close();
            }
            if (entered != null) {
                entered.close();
            }
        }
    }

    private static int sweep(ToolContext context, PingOptions o, SweepOptions sweep, RecordSink sink) throws Exception {
        boolean timeoutGiven = o.lingerMillis != PingOptions.DEFAULT_LINGER_MILLIS;
        SweepSettings settings = sweep.settings(
                o.count,
                o.intervalMillis * 1_000_000L,
                timeoutGiven ? o.lingerMillis * 1_000_000L : SweepOptions.TIMEOUT_NANOS,
                o.payloadLength,
                o.ttl,
                o.tos,
                o.source4,
                o.source6,
                o.device);
        return new SweepRun(context, sweep, settings, sink, o.quiet, o.statistics).run(o.operands, o.family);
    }

    /** Where records go. A condition or an order without a format is one on JSON: text has no fields. */
    private RecordSink recordSink(ToolContext context, RecordOutput output) throws ToolException {
        RecordSink text = output.isTextFace(context) ? new JsonLinesFace(context.out(), false) : null;
        return output.open(context, recordTypes(), text);
    }

    private static void take(ArgParser parser, PingOptionReader reader, PingOptions options) throws ToolException {
        String value = parser.value();
        switch (parser.key()) {
            case PingOptionTable.STATISTICS -> options.statistics = true;
            case PingOptionTable.UNTIL_REACHABLE -> options.untilReachable = true;
            case PingOptionTable.STOP_AFTER_LOSSES ->
                options.stopAfterLosses = NumberArgument.integer(value, "invalid argument", 1, Long.MAX_VALUE);
            case PingOptionTable.LOSS_LIMIT -> options.lossLimitPercent = NumberArgument.decimal(value, 0, 100);
            case PingOptionTable.RTT_LIMIT ->
                options.rttLimitNanos = (long) (NumberArgument.decimal(value, 0, 1e9) * 1e6);
            default -> reader.take((char) parser.key(), value);
        }
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        List<RecordType<?>> all = new ArrayList<>(PingRecords.all());
        all.addAll(SweepRecords.all());
        return all;
    }
}

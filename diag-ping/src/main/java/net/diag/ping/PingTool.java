package net.diag.ping;

import java.util.List;
import net.diag.cli.ArgParser;
import net.diag.cli.CommonOptions;
import net.diag.cli.OptionTable;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.RecordType;
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
        if ("0".equals(context.environment().variable("IPUTILS_PING_PTR_LOOKUP"))) {
            options.numeric = true;
        }
        ArgParser parser = new ArgParser(PingOptionTable.TABLE, name, args);
        while (parser.next()) {
            Integer status = take(parser, reader, options, context);
            if (status != null) {
                return status;
            }
        }
        options.operands.addAll(parser.operands());
        if (options.operands.isEmpty()) {
            throw PingException.fatal(NO_DESTINATION);
        }
        return new PingRun(context, options, privileged, warnings).run();
    }

    /** Take one option; the exit status when it ends the program, else null. */
    private static Integer take(ArgParser parser, PingOptionReader reader, PingOptions options, ToolContext context)
            throws ToolException {
        int key = parser.key();
        switch (key) {
            case 'h', CommonOptions.HELP, 'V', CommonOptions.VERSION -> {
                return new PingUsage(context).print(key);
            }
            case CommonOptions.JSON -> options.json = true;
            case CommonOptions.NETNS -> options.namespace = parser.value();
            case CommonOptions.DEBUG, CommonOptions.COLOR -> {}
            case PingOptionTable.STATISTICS -> options.statistics = true;
            case PingOptionTable.UNTIL_REACHABLE -> options.untilReachable = true;
            case PingOptionTable.STOP_AFTER_LOSSES ->
                options.stopAfterLosses = NumberArgument.integer(parser.value(), "invalid argument", 1, Long.MAX_VALUE);
            case PingOptionTable.LOSS_LIMIT ->
                options.lossLimitPercent = NumberArgument.decimal(parser.value(), 0, 100);
            case PingOptionTable.RTT_LIMIT ->
                options.rttLimitNanos = (long) (NumberArgument.decimal(parser.value(), 0, 1e9) * 1e6);
            case 'N' -> {
                if (parser.value().equals("help")) {
                    context.out().println(NodeInformationQuery.HELP);
                    return 0;
                }
                reader.take('N', parser.value());
            }
            default -> reader.take((char) key, parser.value());
        }
        return null;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return PingRecords.all();
    }
}

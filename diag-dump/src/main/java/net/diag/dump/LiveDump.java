package net.diag.dump;

import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;

/** One run of diag-dump over live packets. */
final class LiveDump {
    private final ToolContext context;
    private final DumpOptions options;

    LiveDump(ToolContext context, DumpOptions options) {
        this.context = context;
        this.options = options;
    }

    int run() throws ToolException {
        throw new ToolException(1, "no device " + options.device + " for " + context.argv0());
    }
}

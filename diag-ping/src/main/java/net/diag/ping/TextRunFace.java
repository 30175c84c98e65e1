package net.diag.ping;

import net.diag.cli.Cancellation;
import net.diag.cli.ToolContext;
import net.diag.record.TextOut;

/** iputils' text from the header line to the summary. */
final class TextRunFace implements RunFace {
    private final TextOut out;
    private final PingOptions options;
    private final EchoSocket socket;
    private final HostNames names;
    private final EchoListener listener;
    private final NameWaitFace waiting;
    private final Cancellation cancellation;

    /** A face; {@code waiting} may hold back lines until names are known, or is null. */
    TextRunFace(
            ToolContext context,
            PingOptions options,
            EchoSocket socket,
            HostNames names,
            EchoListener listener,
            NameWaitFace waiting) {
        this.out = context.out();
        this.cancellation = context.cancellation();
        this.waiting = waiting;
        this.options = options;
        this.socket = socket;
        this.names = names;
        this.listener = listener;
    }

    @Override
    public void begin(EchoTarget target) {
        out.print(HeaderText.of(target.name, socket, options, names));
    }

    @Override
    public EchoListener listener() {
        return listener;
    }

    @Override
    public void end(EchoTarget target, EchoEngine engine) {
        if (waiting != null) {
            waiting.finish(cancellation);
        }
        new SummaryText(out, options).print(target, engine.elapsedNanos(), engine.intervalNanos());
        if (options.statistics) {
            new StatisticsText(out).print(target, engine);
        }
    }
}

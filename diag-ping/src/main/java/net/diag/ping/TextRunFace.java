package net.diag.ping;

import net.diag.record.TextOut;

/** iputils' text from the header line to the summary. */
final class TextRunFace implements RunFace {
    private final TextOut out;
    private final PingOptions options;
    private final EchoSocket socket;
    private final HostNames names;
    private final EchoListener listener;

    TextRunFace(TextOut out, PingOptions options, EchoSocket socket, HostNames names, EchoListener listener) {
        this.out = out;
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
        new SummaryText(out, options).print(target, engine.elapsedNanos(), engine.intervalNanos());
        if (options.statistics) {
            new StatisticsText(out).print(target, engine);
        }
    }
}

package net.diag.ping.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.diag.cli.Cancellation;
import net.diag.cli.ExitStatus;
import net.diag.cli.TerminalType;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.Escape;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp;
import org.jline.utils.NonBlockingReader;

/**
 * All targets on one screen, drawn four times a second by a thread of its own: loss, times, and a
 * sparkline each. Keys: {@code n} by name, {@code l} the lossiest first, {@code r} the slowest first,
 * {@code q} quit; arrows scroll.
 */
final class LiveScreen implements SweepListener, AutoCloseable {
    private static final int HISTORY = 200;
    private static final long FRAME_MILLIS = 250;
    private static final int NAME_WIDTH = 24;
    private static final int FIXED_WIDTH = NAME_WIDTH + 52;
    private static final int HEAD_LINES = 3;

    private final List<SweepTarget> targets;
    private final Map<SweepTarget, Sparkline> sparklines = new IdentityHashMap<>();
    private final Map<SweepTarget, Long> last = new java.util.concurrent.ConcurrentHashMap<>();
    private final Cancellation cancellation;
    private final Terminal terminal;
    private final Attributes sane;
    private final Display display;
    private final Thread painter;
    private volatile char order = 'n';
    private volatile int scroll;
    private volatile boolean closed;

    private LiveScreen(Terminal terminal, List<SweepTarget> targets, Cancellation cancellation) {
        this.terminal = terminal;
        this.targets = targets;
        this.cancellation = cancellation;
        for (SweepTarget t : targets) {
            sparklines.put(t, new Sparkline(HISTORY));
        }
        this.sane = terminal.enterRawMode();
        terminal.puts(InfoCmp.Capability.enter_ca_mode);
        terminal.puts(InfoCmp.Capability.cursor_invisible);
        terminal.flush();
        this.display = new Display(terminal, true);
        this.painter = new Thread(this::paintLoop, "screen");
        this.painter.setDaemon(true);
    }

    /** Take over the terminal. */
    static LiveScreen open(ToolContext context, List<SweepTarget> targets) throws ToolException, IOException {
        if (!context.environment().stdoutTerminal() || !context.environment().stdinTerminal()) {
            throw new ToolException(ExitStatus.USAGE, "--live needs a terminal (for output into a file: -q, --json)");
        }
        TerminalType.describe(context.environment().variable("TERM"));
        Terminal terminal =
                TerminalBuilder.builder().system(true).nativeSignals(false).build();
        LiveScreen screen = new LiveScreen(terminal, targets, context.cancellation());
        screen.painter.start();
        return screen;
    }

    @Override
    public void replied(SweepTarget t, int round, String how, int lengthBytes, int ttl, long rttNanos) {
        sparklines.get(t).add(rttNanos);
        last.put(t, rttNanos);
    }

    @Override
    public void again(SweepTarget t, int round, boolean late) {
        // counted by the target
    }

    @Override
    public void timedOut(SweepTarget t, int round) {
        sparklines.get(t).addLoss();
        last.remove(t);
    }

    @Override
    public void failed(SweepTarget t, int round, String offender, String text) {
        sparklines.get(t).addLoss();
        last.remove(t);
    }

    private void paintLoop() {
        NonBlockingReader keys = terminal.reader();
        try {
            while (!closed) {
                paint();
                int key = keys.read(FRAME_MILLIS);
                if (key >= 0) {
                    key(key, keys);
                }
            }
        } catch (IOException e) {
            cancellation.cancel(); // the terminal is gone
        }
    }

    private void key(int key, NonBlockingReader keys) throws IOException {
        switch (key) {
            case 'q', 3 -> cancellation.cancel();
            case 'n', 'l', 'r' -> order = (char) key;
            case 'j' -> scroll++;
            case 'k' -> scroll = Math.max(0, scroll - 1);
            case 27 -> {
                if (keys.read(20) == '[') {
                    int arrow = keys.read(20);
                    scroll = Math.max(0, scroll + (arrow == 'B' ? 1 : arrow == 'A' ? -1 : 0));
                }
            }
            default -> {}
        }
    }

    private void paint() {
        Size size = terminal.getSize();
        int columns = size.getColumns() > 0 ? size.getColumns() : 80;
        int rows = size.getRows() > 0 ? size.getRows() : 24;
        display.resize(rows, columns);
        List<AttributedString> lines = new ArrayList<>();
        int alive = 0;
        for (SweepTarget t : targets) {
            alive += last.containsKey(t) ? 1 : 0;
        }
        String head = "diag ping: " + targets.size() + " targets, " + alive
                + " answering    n name  l loss  r time  arrows scroll  q quit";
        lines.add(cut(new AttributedString(head), columns));
        String titles = pad("target", NAME_WIDTH) + "   sent  loss    last     avg    best   worst  history";
        lines.add(cut(new AttributedString(titles, AttributedStyle.BOLD), columns));
        List<SweepTarget> sorted = sorted();
        int room = Math.max(1, rows - HEAD_LINES);
        int first = Math.min(scroll, Math.max(0, sorted.size() - room));
        scroll = first;
        for (int i = first; i < Math.min(sorted.size(), first + room); i++) {
            lines.add(cut(row(sorted.get(i), columns), columns));
        }
        display.update(lines, -1);
    }

    private static AttributedString cut(AttributedString s, int columns) {
        return s.columnSubSequence(0, columns - 1);
    }

    private List<SweepTarget> sorted() {
        List<SweepTarget> all = new ArrayList<>(targets);
        switch (order) {
            case 'l' ->
                all.sort(Comparator.comparingDouble(SweepTarget::lossPercent).reversed());
            case 'r' ->
                all.sort(Comparator.comparingLong(SweepTarget::averageNanos).reversed());
            default -> {} // as given
        }
        return all;
    }

    private AttributedString row(SweepTarget t, int columns) {
        AttributedStringBuilder s = new AttributedStringBuilder();
        boolean up = last.containsKey(t);
        boolean silent = t.sent() > 1 && !up;
        s.style(silent ? AttributedStyle.DEFAULT.foreground(AttributedStyle.RED) : AttributedStyle.DEFAULT);
        s.append(pad(Escape.text(t.name()), NAME_WIDTH));
        s.append(String.format(Locale.ROOT, "%7d %4.0f%%", t.sent(), settledLoss(t)));
        s.append(millis(up ? last.getOrDefault(t, -1L) : -1));
        s.append(millis(t.averageNanos()))
                .append(millis(t.minNanos()))
                .append(millis(t.maxNanos()))
                .append("  ");
        s.append(sparklines.get(t).draw(Math.max(0, columns - FIXED_WIDTH)));
        return s.toAttributedString();
    }

    /** The loss among probes whose fate is known: one in flight isn't lost. */
    private static double settledLoss(SweepTarget t) {
        int known = t.received() + t.lost() + t.errors();
        return known == 0 ? 0 : 100.0 * (known - t.received()) / known;
    }

    private static String pad(String s, int width) {
        return s.length() >= width ? s.substring(0, width - 1) + "…" : s + " ".repeat(width - s.length());
    }

    private static String millis(long nanos) {
        return nanos < 0 ? "       -" : String.format(Locale.ROOT, "%8.3f", nanos / 1e6);
    }

    @Override
    public void close() {
        closed = true;
        try {
            painter.join(2 * FRAME_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.puts(InfoCmp.Capability.exit_ca_mode);
        terminal.puts(InfoCmp.Capability.cursor_visible);
        terminal.setAttributes(sane);
        terminal.flush();
        try {
            terminal.close();
        } catch (IOException e) {
            // it is as it was found
        }
    }
}

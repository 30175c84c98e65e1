package net.diag.ping.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.diag.cli.ExitStatus;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;
import net.diag.record.RecordSink;

/** One sweep from its options to its exit status, which is fping's: 0 all answered, 1 some did not, 2 a name failed. */
public final class SweepRun {
    private static final int UNRESOLVED = 2;

    private final ToolContext context;
    private final SweepOptions options;
    private final SweepSettings settings;
    private final RecordSink sink;
    private final boolean quiet;
    private final boolean percentiles;

    /**
     * A sweep.
     *
     * @param sink who takes records, or null for text
     * @param percentiles whether percentiles are wanted in the text
     */
    public SweepRun(
            ToolContext context,
            SweepOptions options,
            SweepSettings settings,
            RecordSink sink,
            boolean quiet,
            boolean percentiles) {
        this.context = context;
        this.options = options;
        this.settings = settings;
        this.sink = sink;
        this.quiet = quiet;
        this.percentiles = percentiles;
    }

    /** Run; {@code family} as in the name look-up. */
    public int run(List<String> operands, int family) throws Exception {
        List<SweepTarget> all = targets(operands, family);
        if (all.isEmpty()) {
            throw new ToolException(ExitStatus.USAGE, "no targets");
        }
        List<SweepTarget> reachable = new ArrayList<>(all.size());
        for (SweepTarget t : all) {
            if (t.address() != null) {
                reachable.add(t);
            }
        }
        SweepTextFace.Report report =
                new SweepTextFace.Report(options.alive, options.unreachable, options.elapsed, quiet, percentiles);
        SweepTextFace text = new SweepTextFace(context.out(), context.err(), report, settings.count() > 0);
        long start = System.nanoTime();
        SweepTotals totals;
        SweepListener listener = sink == null ? text : new SweepRecordFace(sink);
        LiveScreen screen = options.live ? LiveScreen.open(context, reachable) : null;
        boolean keep = percentiles || sink != null;
        try (LiveScreen open = screen;
                ProbeEngine engine = engine(reachable, keep, screen == null ? listener : screen)) {
            engine.run();
            totals = SweepTotals.of(all, engine.overflowed(), System.nanoTime() - start);
        }
        if (sink == null) {
            text.finish(all, totals);
            if (options.totals) {
                text.totals(totals);
            }
        } else {
            for (SweepTarget t : all) {
                sink.accept(SweepRecords.TARGET, t);
            }
            sink.accept(SweepRecords.TOTALS, totals);
            sink.finish();
        }
        if (totals.unresolved() > 0) {
            return UNRESOLVED;
        }
        return totals.unreachable() > 0 ? ExitStatus.NEGATIVE : ExitStatus.OK;
    }

    private ProbeEngine engine(List<SweepTarget> reachable, boolean keep, SweepListener listener) throws Exception {
        return settings.isPort()
                ? new PortEngine(reachable, settings, keep, listener, context.cancellation())
                : new SweepEngine(reachable, settings, keep, listener, context.cancellation());
    }

    private List<SweepTarget> targets(List<String> operands, int family)
            throws ToolException, IOException, InterruptedException {
        List<SweepTarget> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (options.range != null) {
            boolean pair = operands.size() == 1 && options.range.indexOf('/') < 0 && options.range.indexOf('-') < 0;
            TargetRange.generate(options.range, pair ? operands.get(0) : null, all);
            names.addAll(pair ? List.of() : operands);
        } else {
            names.addAll(operands);
        }
        if (options.file != null) {
            names.addAll(file());
        }
        TargetNames.resolve(names, family, options.allAddresses, all);
        return all;
    }

    private List<String> file() throws ToolException, IOException {
        if (options.file.equals("-")) {
            return TargetNames.read(new BufferedReader(new InputStreamReader(context.in(), StandardCharsets.UTF_8)));
        }
        try (BufferedReader lines = Files.newBufferedReader(Path.of(options.file), StandardCharsets.UTF_8)) {
            return TargetNames.read(lines);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new ToolException(ExitStatus.USAGE, options.file + ": no such file");
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new ToolException(ExitStatus.USAGE, options.file + ": not a text in UTF-8");
        }
    }
}

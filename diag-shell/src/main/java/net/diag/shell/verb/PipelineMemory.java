package net.diag.shell.verb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.shell.data.Held;

/** What a session keeps of pipelines between their runs: the last result of each that has a {@code diff}. */
public final class PipelineMemory {
    private static final int MOST_PIPELINES = 50;

    private final Map<String, List<Held<?>>> runs = new LinkedHashMap<>();

    /** The records of the previous run of {@code pipeline}, or null. */
    public synchronized List<Held<?>> previous(String pipeline) {
        return runs.get(pipeline);
    }

    /** Keep this run's records. The oldest pipelines are forgotten. */
    public synchronized void keep(String pipeline, List<Held<?>> records) {
        runs.remove(pipeline);
        runs.put(pipeline, records);
        if (runs.size() > MOST_PIPELINES) {
            runs.remove(runs.keySet().iterator().next());
        }
    }
}

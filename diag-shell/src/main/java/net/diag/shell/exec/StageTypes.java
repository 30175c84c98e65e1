package net.diag.shell.exec;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.Tool;
import net.diag.record.RecordType;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.Word;
import net.diag.shell.verb.Verb;
import net.diag.shell.verb.VerbCall;
import net.diag.shell.verb.Verbs;

/** The types of records that reach each stage of a pipeline, as far as they can be told without running it. */
public final class StageTypes {
    private final Toolbox toolbox;
    private final Verbs verbs;

    /** For these tools and verbs. */
    public StageTypes(Toolbox toolbox, Verbs verbs) {
        this.toolbox = toolbox;
        this.verbs = verbs;
    }

    /** The types that reach stage {@code index}; empty when unknown. */
    public List<RecordType<?>> into(List<Stage> stages, int index) {
        List<RecordType<?>> types = List.of();
        List<Stage> merged = Grouping.merge(stages.subList(0, index));
        for (Stage s : merged) {
            types = outOf(s, types);
        }
        return types;
    }

    /** The types that come out of {@code stage}. */
    List<RecordType<?>> outOf(Stage stage, List<RecordType<?>> in) {
        Tool tool = toolbox.named(stage.name());
        if (tool != null) {
            return narrowed(tool, stage);
        }
        Verb verb = verbs.named(stage.name());
        if (verb != null) {
            return verb.types(new VerbCall(stage, in, null, 0, null, ""), in);
        }
        if (stage.name().equals("open")
                && stage.words().size() > 1
                && stage.words().get(1).text().matches(".*\\.(pcap|pcapng|cap)(\\.gz)?")) {
            Tool dump = toolbox.named("dump");
            return dump == null ? List.of() : new ArrayList<>(dump.recordTypes());
        }
        return List.of();
    }

    /** A tool's types; where the first operand names a view, those whose names hold it. */
    private static List<RecordType<?>> narrowed(Tool tool, Stage stage) {
        List<RecordType<?>> all = new ArrayList<>(tool.recordTypes());
        for (Word w : stage.words().subList(1, stage.words().size())) {
            if (w.text().startsWith("-")) {
                continue;
            }
            List<RecordType<?>> fitting = new ArrayList<>();
            for (RecordType<?> t : all) {
                if (t.kind().equals(w.text())) {
                    fitting.add(t);
                }
            }
            return fitting.isEmpty() ? all : fitting;
        }
        return all;
    }
}

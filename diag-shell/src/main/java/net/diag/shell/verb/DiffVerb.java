package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.Field;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;
import net.diag.shell.data.FieldReader;
import net.diag.shell.data.Held;
import net.diag.shell.lang.Word;

/**
 * {@code diff [KEY ...]}: what is other than in the previous run of the same pipeline in this session:
 * records {@code added}, {@code removed}, and, with keys, {@code changed}. The first run has nothing
 * to compare with, and shows nothing.
 */
final class DiffVerb implements Verb {
    @Override
    public String name() {
        return "diff";
    }

    @Override
    public String synopsis() {
        return "[KEY ...]";
    }

    @Override
    public String summary() {
        return "what was added, removed or changed since this pipeline's previous run";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FIELDS;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<FieldReader> keys = new ArrayList<>();
        for (Word w : call.fieldWords()) {
            keys.add(call.reader(w, w.text()));
        }
        return new Diff(keys, call.memory(), call.previousRunKey(), next);
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        List<RecordType<?>> out = new ArrayList<>();
        for (RecordType<?> t : in) {
            out.add(Diff.changeType(t));
        }
        return out;
    }

    private static final class Diff extends PassingSink {
        private final List<FieldReader> keys;
        private final PipelineMemory memory;
        private final String pipeline;
        private final List<Held<?>> now = new ArrayList<>();
        private final Map<RecordType<?>, RecordType<Row>> types = new HashMap<>();

        Diff(List<FieldReader> keys, PipelineMemory memory, String pipeline, RecordSink next) {
            super(next);
            this.keys = keys;
            this.memory = memory;
            this.pipeline = pipeline;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            now.add(new Held<>(type, record));
        }

        @Override
        public void finish() {
            finishWith(this::compareWithPrevious);
        }

        private void compareWithPrevious() {
            List<Held<?>> before = memory.previous(pipeline);
            memory.keep(pipeline, now);
            if (before != null) {
                compare(before);
            }
        }

        private void compare(List<Held<?>> before) {
            Map<List<Object>, List<Held<?>>> old = new LinkedHashMap<>();
            for (Held<?> h : before) {
                old.computeIfAbsent(key(h), k -> new ArrayList<>()).add(h);
            }
            for (Held<?> h : now) {
                List<Held<?>> same = old.get(key(h));
                if (same == null || same.isEmpty()) {
                    emit("added", h);
                } else {
                    Held<?> was = same.remove(0);
                    if (!keys.isEmpty() && !whole(was).equals(whole(h))) {
                        emit("changed", h);
                    }
                }
            }
            for (List<Held<?>> gone : old.values()) {
                for (Held<?> h : gone) {
                    emit("removed", h);
                }
            }
        }

        private List<Object> key(Held<?> h) {
            if (keys.isEmpty()) {
                return whole(h);
            }
            Object[] values = new Object[keys.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = h.value(keys.get(i));
            }
            return Arrays.asList(values);
        }

        private static <R> List<Object> whole(Held<R> h) {
            return UniqVerb.wholeKey(h.type(), h.record());
        }

        private <R> void emit(String change, Held<R> h) {
            List<Object> values = new ArrayList<>();
            values.add(change);
            values.addAll(whole(h));
            next.accept(types.computeIfAbsent(h.type(), Diff::changeType), new Row(values.toArray()));
        }

        static RecordType<Row> changeType(RecordType<?> type) {
            List<FieldSpec> specs = new ArrayList<>();
            specs.add(FieldSpec.of("change", FieldType.TEXT, Unit.NONE, "added, removed or changed")
                    .withKnownValues(List.of("added", "removed", "changed")));
            for (Field<?> f : type.fields()) {
                specs.add(f.spec());
            }
            return Row.type("diag/shell/diff/1", "changes", specs);
        }
    }
}

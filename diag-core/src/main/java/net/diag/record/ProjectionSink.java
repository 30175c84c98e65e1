package net.diag.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes on only some fields of each record, in a given order, as {@link Row}s of a type with the
 * same name. A record that has none of them is dropped.
 */
public final class ProjectionSink implements RecordSink {
    private static final class Projection {
        private final List<? extends Field<?>> fields;
        private final RecordType<Row> type;

        Projection(List<? extends Field<?>> fields, RecordType<Row> type) {
            this.fields = fields;
            this.type = type;
        }
    }

    private final List<String> paths;
    private final RecordSink next;
    private final Map<RecordType<?>, Projection> projections = new HashMap<>();

    /** Fields at these paths, passed on to {@code next}. */
    public ProjectionSink(List<String> paths, RecordSink next) {
        this.paths = paths;
        this.next = next;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> void accept(RecordType<R> type, R record) {
        Projection p = projections.get(type);
        if (p == null) {
            p = project(type);
            projections.put(type, p);
        }
        // project() took them from this very type.
        List<Field<R>> fields = (List<Field<R>>) p.fields;
        if (fields.isEmpty()) {
            return;
        }
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).value(record);
        }
        next.accept(p.type, new Row(values));
    }

    private <R> Projection project(RecordType<R> type) {
        List<Field<R>> fields = new ArrayList<>();
        List<FieldSpec> specs = new ArrayList<>();
        for (String path : paths) {
            Field<R> f = type.field(FieldList.name(path));
            if (f != null && !fields.contains(f)) {
                fields.add(f);
                specs.add(f.spec());
            }
        }
        return new Projection(fields, Row.type(type.name(), type.meaning(), specs));
    }

    @Override
    public void flush() {
        next.flush();
    }

    @Override
    public void finish() {
        next.finish();
    }
}

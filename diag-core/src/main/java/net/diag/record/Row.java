package net.diag.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A record without a Java type of its own: what comes out of {@code select} and {@code group}, or is
 * read from JSON. Its values stand in the order of its {@link RecordType}'s fields.
 */
public final class Row {
    private final Object[] values;
    private final Map<String, Object> extra;

    /** A row of values, each as {@link Field#value} gives them; null is absent. Takes the array over. */
    public Row(Object... values) {
        this(values, Map.of());
    }

    /** A row with fields that its open type does not declare. */
    public Row(Object[] values, Map<String, Object> extra) {
        this.values = values;
        this.extra = extra;
    }

    /** The value of the field at {@code index}, or null. */
    public Object value(int index) {
        return index < values.length ? values[index] : null;
    }

    /** The undeclared fields. */
    public Map<String, Object> extra() {
        return extra;
    }

    /** A type of rows: one field per specification, in order. */
    public static RecordType<Row> type(String name, String meaning, List<FieldSpec> specs) {
        return type(name, meaning, specs, false);
    }

    /** A type of rows that may carry further, undeclared fields. */
    public static RecordType<Row> openType(String name, String meaning, List<FieldSpec> specs) {
        return type(name, meaning, specs, true);
    }

    private static RecordType<Row> type(String name, String meaning, List<FieldSpec> specs, boolean open) {
        List<Field<Row>> fields = new ArrayList<>(specs.size());
        for (int i = 0; i < specs.size(); i++) {
            fields.add(new Column(specs.get(i).asOptional(), i));
        }
        return new RecordType<>(name, meaning, fields, List.of(), open);
    }

    /** The field of an open type that is looked up by name in each row. */
    static <R> Field<R> undeclared(String path) {
        return new Undeclared<>(null, path, path);
    }

    /** What lies at {@code rest} inside a field whose value is an object of JSON. */
    static <R> Field<R> inside(Field<R> parent, String rest) {
        return new Undeclared<>(parent, rest, parent.name() + '.' + rest);
    }

    /** Follow {@code path} from its {@code step}; over a list, from each of its elements. */
    private static Object walk(Object start, String[] path, int step) {
        Object v = start;
        for (int i = step; i < path.length; i++) {
            if (v instanceof List<?> list) {
                List<Object> found = new ArrayList<>();
                for (Object e : list) {
                    Object inner = walk(e, path, i);
                    if (inner != null) {
                        found.add(inner);
                    }
                }
                return found;
            }
            v = v instanceof Map<?, ?> m ? m.get(path[i]) : null;
        }
        return v;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Row r && Arrays.equals(values, r.values) && extra.equals(r.extra);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + extra.hashCode();
    }

    @Override
    public String toString() {
        return Arrays.toString(values) + (extra.isEmpty() ? "" : extra.toString());
    }

    private static final class Column extends BoxedField<Row> {
        private final int index;

        Column(FieldSpec spec, int index) {
            super(spec);
            this.index = index;
        }

        @Override
        public Object value(Row r) {
            return r.value(index);
        }
    }

    private static final class Undeclared<R> extends BoxedField<R> {
        private final Field<R> parent;
        private final String[] path;

        Undeclared(Field<R> parent, String path, String name) {
            super(FieldSpec.of(name, FieldType.ANY, Unit.NONE, "")
                    .withJsonName(name)
                    .asOptional());
            this.parent = parent;
            this.path = path.split("\\.");
        }

        @Override
        public Object value(R r) {
            return walk(parent == null ? ((Row) r).extra : parent.value(r), path, 0);
        }
    }

    /** A field whose primitive reads unbox its value. */
    private abstract static class BoxedField<R> extends Field<R> {
        BoxedField(FieldSpec spec) {
            super(spec);
        }

        @Override
        public final boolean isAbsent(R r) {
            return value(r) == null;
        }

        @Override
        public final long longValue(R r) {
            return ((Number) value(r)).longValue();
        }

        @Override
        public final double doubleValue(R r) {
            return ((Number) value(r)).doubleValue();
        }

        @Override
        public final boolean booleanValue(R r) {
            return (Boolean) value(r);
        }
    }
}

package net.diag.shell.verb;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.Field;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;

/** {@code describe}: the fields of the stream's records, with their units and meanings. */
final class DescribeVerb implements Verb {
    private static final RecordType<Row> TYPE = Row.type(
            "diag/shell/field/1",
            "a field of a record",
            List.of(
                    text("record", "the record's type"),
                    text("field", "its name in expressions"),
                    text("json", "its name in JSON"),
                    text("kind", "the kind of its values"),
                    text("unit", "the unit of its numbers"),
                    text("meaning", "what it says")));

    private static FieldSpec text(String name, String meaning) {
        return FieldSpec.of(name, FieldType.TEXT, Unit.NONE, meaning);
    }

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public String synopsis() {
        return "";
    }

    @Override
    public String summary() {
        return "show the fields of the records that come, with unit and meaning";
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        return List.of(TYPE);
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        return new Description(next);
    }

    private static final class Description extends PassingSink {
        private final Map<RecordType<?>, Boolean> seen = new IdentityHashMap<>();

        Description(RecordSink next) {
            super(next);
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            if (seen.put(type, true) != null) {
                return;
            }
            for (Field<R> f : type.fields()) {
                String kind = f.type().name().toLowerCase(java.util.Locale.ROOT);
                String unit = f.unit() == Unit.NONE ? null : f.unit().name().toLowerCase(java.util.Locale.ROOT);
                next.accept(TYPE, new Row(type.kind(), f.name(), f.jsonName(), kind, unit, f.meaning()));
            }
        }
    }
}

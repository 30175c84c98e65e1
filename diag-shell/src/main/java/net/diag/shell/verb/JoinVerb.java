package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.HashMap;
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
 * {@code join 'PIPELINE' FIELD[=OTHER] [left]}: beside each record, the fields of the records of
 * another pipeline with an equal value. {@code left} also keeps records without a partner. A field
 * that both sides have is prefixed with {@code other}.
 */
final class JoinVerb implements Verb {
    private final JoinSource source;

    JoinVerb(JoinSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return "join";
    }

    @Override
    public String synopsis() {
        return "'PIPELINE' FIELD[=OTHERFIELD] [left]";
    }

    @Override
    public String summary() {
        return "add the fields of another pipeline's records with an equal value";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FIELDS;
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        return List.of(); // known when the other side has run
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<Word> words = call.arguments();
        boolean left = words.size() == 3 && words.get(2).text().equals("left");
        if (words.size() != 2 && !left) {
            throw new VerbException(
                    "join takes a quoted pipeline and a field: " + synopsis(),
                    call.stage().end());
        }
        Word on = words.get(1);
        int equals = on.text().indexOf('=');
        FieldReader mine = call.reader(on, equals < 0 ? on.text() : on.text().substring(0, equals));
        FieldReader theirs = new FieldReader(equals < 0 ? on.text() : on.text().substring(equals + 1));
        Map<Object, List<Held<?>>> partners = new HashMap<>();
        List<RecordType<?>> types = new ArrayList<>();
        for (Held<?> h : source.run(words.get(0).text())) {
            Object key = h.value(theirs);
            if (!types.contains(h.type())) {
                types.add(h.type());
            }
            if (key != null) {
                partners.computeIfAbsent(key, k -> new ArrayList<>()).add(h);
            }
        }
        return new Join(mine, theirs.name(), partners, types, left, next);
    }

    private static final class Join extends PassingSink {
        private final FieldReader mine;
        private final Map<Object, List<Held<?>>> partners;
        private final boolean left;
        private final List<FieldReader> theirFields = new ArrayList<>();
        private final List<FieldSpec> theirSpecs = new ArrayList<>();
        private final Map<RecordType<?>, RecordType<Row>> joined = new HashMap<>();

        Join(
                FieldReader mine,
                String theirKey,
                Map<Object, List<Held<?>>> partners,
                List<RecordType<?>> types,
                boolean left,
                RecordSink next) {
            super(next);
            this.mine = mine;
            this.partners = partners;
            this.left = left;
            List<String> seen = new ArrayList<>();
            for (RecordType<?> t : types) {
                for (Field<?> f : t.fields()) {
                    if (!f.name().equals(theirKey) && !seen.contains(f.name())) {
                        seen.add(f.name());
                        theirFields.add(new FieldReader(f.name()));
                        theirSpecs.add(f.spec());
                    }
                }
            }
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            Object key = mine.value(type, record);
            List<Held<?>> found = key == null ? null : partners.get(key);
            if (found == null) {
                if (left) {
                    next.accept(joinedType(type), row(type, record, null));
                }
                return;
            }
            for (Held<?> h : found) {
                next.accept(joinedType(type), row(type, record, h));
            }
        }

        private <R> Row row(RecordType<R> type, R record, Held<?> other) {
            List<Object> values = new ArrayList<>();
            for (Field<R> f : type.fields()) {
                values.add(f.isAbsent(record) ? null : f.value(record));
            }
            for (FieldReader f : theirFields) {
                values.add(other == null ? null : other.value(f));
            }
            return new Row(values.toArray());
        }

        private RecordType<Row> joinedType(RecordType<?> type) {
            return joined.computeIfAbsent(type, t -> {
                List<FieldSpec> specs = new ArrayList<>();
                List<String> names = new ArrayList<>();
                for (Field<?> f : t.fields()) {
                    specs.add(f.spec());
                    names.add(f.name());
                }
                for (FieldSpec s : theirSpecs) {
                    String n = s.name();
                    specs.add(
                            names.contains(n)
                                    ? s.withName("other" + Character.toUpperCase(n.charAt(0)) + n.substring(1))
                                    : s);
                }
                if (specs.isEmpty()) {
                    specs.add(FieldSpec.of("empty", FieldType.ANY, Unit.NONE, ""));
                }
                return Row.type("diag/shell/join/1", "joined records", specs);
            });
        }
    }
}

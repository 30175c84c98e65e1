package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;
import net.diag.shell.data.Aggregate;
import net.diag.shell.data.FieldReader;
import net.diag.shell.lang.Word;

/**
 * {@code group KEY ...}, with its aggregates in the same stage or in the ones behind it
 * ({@code group ip.dst | sum length | avg length}); without any, the count. An aggregate alone is over
 * the whole stream.
 *
 * <p>A result is called like its field when it is the only one over it, else like
 * {@code sumLength}; {@code NAME=sum length} names it.
 */
final class GroupVerb implements Verb {
    private final String name;

    /** The verb {@code group}, or that of an aggregate alone. */
    GroupVerb(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String synopsis() {
        return name.equals("group") ? "KEY ... [count] [sum|avg|min|max|stdev|pN FIELD ...]" : "[FIELD ...]";
    }

    @Override
    public String summary() {
        return name.equals("group")
                ? "one record for each value of the keys, with aggregates"
                : "the " + name + " over the stream, or over each group of the group before";
    }

    @Override
    public Arguments arguments() {
        return name.equals("group") ? Arguments.GROUPING : Arguments.FIELDS;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        Plan plan = plan(call);
        List<FieldReader> keys = new ArrayList<>();
        for (Word w : plan.keys) {
            keys.add(call.reader(w, w.text()));
        }
        List<FieldReader> fields = new ArrayList<>();
        for (int i = 0; i < plan.aggregates.size(); i++) {
            String field = plan.aggregates.get(i).field();
            fields.add(field.isEmpty() ? null : call.reader(plan.words.get(i), field));
        }
        return new Grouping(plan, type(call, plan), keys, fields, next);
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        try {
            return List.of(type(call, plan(call)));
        } catch (VerbException e) {
            return List.of();
        }
    }

    private record Plan(List<Word> keys, List<Aggregate> aggregates, List<String> names, List<Word> words) {}

    /** Read the words; those of aggregate stages behind a {@code group} have been appended to its own. */
    private Plan plan(VerbCall call) throws VerbException {
        List<Word> words = new ArrayList<>();
        if (!name.equals("group")) {
            words.add(call.stage().words().get(0));
        }
        for (Word w : call.arguments()) {
            VerbCall.split(w, words);
        }
        List<Word> keys = new ArrayList<>();
        List<Aggregate> aggregates = new ArrayList<>();
        List<String> given = new ArrayList<>();
        List<Word> at = new ArrayList<>();
        int i = 0;
        while (i < words.size() && !isAggregate(words.get(i))) {
            keys.add(words.get(i++));
        }
        while (i < words.size()) {
            Word w = words.get(i++);
            String text = w.text();
            int equals = text.indexOf('=');
            String function = text.substring(equals + 1);
            if (Aggregate.named(function, "") == null) {
                throw new VerbException(
                        "not an aggregate: '" + text + "' (count, sum, avg, min, max, stdev, p50, p99 ...)", w.start());
            }
            String result = equals < 0 ? null : text.substring(0, equals);
            int before = aggregates.size();
            while (i < words.size() && !isAggregate(words.get(i))) {
                aggregates.add(Aggregate.named(function, words.get(i).text()));
                at.add(words.get(i++));
                given.add(result);
            }
            if (aggregates.size() == before) {
                if (!function.equals("count")) {
                    throw new VerbException(function + " takes a field", w.end());
                }
                aggregates.add(Aggregate.named(function, ""));
                at.add(w);
                given.add(result);
            }
        }
        if (aggregates.isEmpty()) {
            if (keys.isEmpty()) {
                throw new VerbException(
                        name + " takes field names", call.stage().end());
            }
            aggregates.add(Aggregate.named("count", ""));
            at.add(call.stage().words().get(0));
            given.add(null);
        }
        return new Plan(keys, aggregates, names(keys, aggregates, given), at);
    }

    private static boolean isAggregate(Word w) {
        int equals = w.text().indexOf('=');
        return Aggregate.isName(w.text().substring(equals + 1));
    }

    private static List<String> names(List<Word> keys, List<Aggregate> aggregates, List<String> given) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < aggregates.size(); i++) {
            Aggregate a = aggregates.get(i);
            if (given.get(i) != null) {
                names.add(given.get(i));
            } else if (a.field().isEmpty()) {
                names.add("count");
            } else if (isOnlyOne(a, keys, aggregates)) {
                names.add(a.field());
            } else {
                names.add(a.label()
                        + Character.toUpperCase(a.field().charAt(0))
                        + a.field().substring(1));
            }
        }
        return names;
    }

    private static boolean isOnlyOne(Aggregate a, List<Word> keys, List<Aggregate> aggregates) {
        int same = 0;
        for (Aggregate b : aggregates) {
            same += b.field().equals(a.field()) ? 1 : 0;
        }
        for (Word k : keys) {
            same += k.text().equals(a.field()) ? 1 : 0;
        }
        return same == 1;
    }

    private static RecordType<Row> type(VerbCall call, Plan plan) {
        List<FieldSpec> specs = new ArrayList<>();
        for (Word k : plan.keys) {
            FieldSpec spec = call.specOf(k.text());
            specs.add(
                    spec != null
                            ? spec
                            : FieldSpec.of(k.text(), FieldType.ANY, Unit.NONE, "")
                                    .withJsonName(k.text()));
        }
        for (int i = 0; i < plan.aggregates.size(); i++) {
            Aggregate a = plan.aggregates.get(i);
            FieldSpec source = a.field().isEmpty() ? null : call.specOf(a.field());
            FieldSpec result = a.result(source, plan.names.get(i));
            specs.add(source == null && !a.field().isEmpty() ? result.withJsonName(plan.names.get(i)) : result);
        }
        return Row.type("diag/shell/group/1", "groups", specs);
    }

    private static final class Grouping extends PassingSink {
        private final Plan plan;
        private final RecordType<Row> type;
        private final List<FieldReader> keys;
        private final List<FieldReader> fields;
        private final Map<List<Object>, Aggregate.Accumulator[]> groups = new LinkedHashMap<>();

        Grouping(Plan plan, RecordType<Row> type, List<FieldReader> keys, List<FieldReader> fields, RecordSink next) {
            super(next);
            this.plan = plan;
            this.type = type;
            this.keys = keys;
            this.fields = fields;
        }

        @Override
        public <R> void accept(RecordType<R> in, R record) {
            Object[] key = new Object[keys.size()];
            boolean has = keys.isEmpty();
            for (int i = 0; i < key.length; i++) {
                has |= keys.get(i).in(in) != null;
                key[i] = keys.get(i).value(in, record);
            }
            if (!has) {
                return;
            }
            List<Object> k = Arrays.asList(key);
            Aggregate.Accumulator[] group = groups.get(k);
            if (group == null) {
                group = start();
                groups.put(k, group);
            }
            for (int i = 0; i < group.length; i++) {
                group[i].add(
                        fields.get(i) == null ? Boolean.TRUE : fields.get(i).value(in, record));
            }
        }

        private Aggregate.Accumulator[] start() {
            Aggregate.Accumulator[] group = new Aggregate.Accumulator[plan.aggregates.size()];
            for (int i = 0; i < group.length; i++) {
                group[i] = plan.aggregates.get(i).start();
            }
            return group;
        }

        @Override
        public void finish() {
            finishWith(this::emit);
        }

        private void emit() {
            if (keys.isEmpty() && groups.isEmpty()) {
                groups.put(List.of(), start());
            }
            for (Map.Entry<List<Object>, Aggregate.Accumulator[]> e : groups.entrySet()) {
                Object[] values = new Object[keys.size() + plan.aggregates.size()];
                int n = 0;
                for (Object k : e.getKey()) {
                    values[n++] = k;
                }
                for (Aggregate.Accumulator a : e.getValue()) {
                    values[n++] = a.result();
                }
                next.accept(type, new Row(values));
            }
        }
    }
}

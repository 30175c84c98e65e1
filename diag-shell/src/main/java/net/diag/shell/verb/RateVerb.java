package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;
import net.diag.shell.data.FieldReader;
import net.diag.shell.lang.Word;

/**
 * {@code rate FIELD ... [by KEY ...]}: how fast counters grow, per second, from each record to the
 * next with the same key. The time is that of the record's {@code time} field, or of its arrival. A
 * counter that went back was reset: that step is left out.
 */
final class RateVerb implements Verb {
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "rate";
    }

    @Override
    public String synopsis() {
        return "FIELD ... [by KEY ...]";
    }

    @Override
    public String summary() {
        return "growth of counters per second between records of the same key";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FIELDS;
    }

    private record Plan(List<Word> counters, List<Word> keys) {}

    private static Plan plan(VerbCall call) throws VerbException {
        List<Word> counters = new ArrayList<>();
        List<Word> keys = new ArrayList<>();
        boolean by = false;
        for (Word w : call.fieldWords()) {
            if (w.text().equals("by")) {
                by = true;
            } else {
                (by ? keys : counters).add(w);
            }
        }
        if (counters.isEmpty()) {
            throw new VerbException(
                    "rate takes the fields of counters", call.stage().end());
        }
        return new Plan(counters, keys);
    }

    private static RecordType<Row> type(VerbCall call, Plan plan) {
        List<FieldSpec> specs = new ArrayList<>();
        for (Word k : plan.keys) {
            FieldSpec s = call.specOf(k.text());
            specs.add(s != null ? s : FieldSpec.of(k.text(), FieldType.ANY, Unit.NONE, ""));
        }
        for (Word c : plan.counters) {
            FieldSpec s = call.specOf(c.text());
            Unit unit = s != null && s.unit() == Unit.BYTES ? Unit.BYTES_PER_SECOND : Unit.PER_SECOND;
            specs.add(FieldSpec.of(c.text(), FieldType.DECIMAL, unit, "growth per second of " + c.text()));
        }
        return Row.type("diag/shell/rate/1", "rates", specs);
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        try {
            return List.of(type(call, plan(call)));
        } catch (VerbException e) {
            return List.of();
        }
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        Plan plan = plan(call);
        List<FieldReader> keys = new ArrayList<>();
        for (Word w : plan.keys) {
            keys.add(call.reader(w, w.text()));
        }
        List<FieldReader> counters = new ArrayList<>();
        for (Word w : plan.counters) {
            counters.add(call.reader(w, w.text()));
        }
        return new Rate(type(call, plan), keys, counters, next);
    }

    private static final class Rate extends PassingSink {
        private final RecordType<Row> type;
        private final List<FieldReader> keys;
        private final List<FieldReader> counters;
        private final FieldReader time = new FieldReader("time");
        private final Map<List<Object>, double[]> previous = new HashMap<>();

        Rate(RecordType<Row> type, List<FieldReader> keys, List<FieldReader> counters, RecordSink next) {
            super(next);
            this.type = type;
            this.keys = keys;
            this.counters = counters;
        }

        @Override
        public <R> void accept(RecordType<R> in, R record) {
            Object[] key = new Object[keys.size()];
            for (int i = 0; i < key.length; i++) {
                key[i] = keys.get(i).value(in, record);
            }
            double[] now = new double[counters.size() + 1];
            Object at = time.value(in, record);
            now[0] = at instanceof Long t ? t : System.nanoTime();
            for (int i = 0; i < counters.size(); i++) {
                now[i + 1] = counters.get(i).number(in, record);
            }
            double[] before = previous.put(Arrays.asList(key), now);
            double seconds = before == null ? 0 : (now[0] - before[0]) / NANOS;
            if (seconds <= 0) {
                return;
            }
            Object[] values = Arrays.copyOf(key, key.length + counters.size());
            boolean any = false;
            for (int i = 1; i < now.length; i++) {
                double grown = now[i] - before[i];
                if (grown >= 0) {
                    values[key.length + i - 1] = grown / seconds;
                    any = true;
                }
            }
            if (any) {
                next.accept(type, new Row(values));
            }
        }
    }
}

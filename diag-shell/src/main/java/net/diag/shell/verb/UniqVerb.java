package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.diag.record.Field;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.shell.data.FieldReader;
import net.diag.shell.lang.Word;

/** {@code uniq}: each record once, by all fields or by some; the first of equal ones passes at once. */
final class UniqVerb implements Verb {
    @Override
    public String name() {
        return "uniq";
    }

    @Override
    public String synopsis() {
        return "[FIELD ...]";
    }

    @Override
    public String summary() {
        return "pass each record once, by all fields or by these";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FIELDS;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<FieldReader> readers = new ArrayList<>();
        for (Word w : call.fieldWords()) {
            readers.add(call.reader(w, w.text()));
        }
        return new Uniq(readers, next);
    }

    /** The values of all fields of a record, as a key. */
    static <R> List<Object> wholeKey(RecordType<R> type, R record) {
        Object[] values = new Object[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field<R> f = type.fields().get(i);
            values[i] = f.isAbsent(record) ? null : f.value(record);
        }
        return Arrays.asList(values);
    }

    private static final class Uniq extends PassingSink {
        private final List<FieldReader> readers;
        private final Set<List<Object>> seen = new HashSet<>();

        Uniq(List<FieldReader> readers, RecordSink next) {
            super(next);
            this.readers = readers;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            List<Object> key;
            if (readers.isEmpty()) {
                key = wholeKey(type, record);
            } else {
                Object[] values = new Object[readers.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = readers.get(i).value(type, record);
                }
                key = Arrays.asList(values);
            }
            if (seen.add(key)) {
                next.accept(type, record);
            }
        }
    }
}

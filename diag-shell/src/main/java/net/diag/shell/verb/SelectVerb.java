package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;
import net.diag.shell.data.FieldReader;
import net.diag.shell.lang.Word;

/** {@code select}: only these fields, in this order; {@code name=field} renames. */
final class SelectVerb implements Verb {
    @Override
    public String name() {
        return "select";
    }

    @Override
    public String synopsis() {
        return "FIELD[,FIELD...] [NAME=FIELD ...]";
    }

    @Override
    public String summary() {
        return "keep only these fields, in this order";
    }

    @Override
    public Arguments arguments() {
        return Arguments.FIELDS;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<Word> words = call.fieldWords();
        if (words.isEmpty()) {
            throw new VerbException("select takes field names", call.stage().end());
        }
        FieldReader[] readers = new FieldReader[words.size()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = call.reader(words.get(i), source(words.get(i)));
        }
        return new Selection(type(call, words), readers, next);
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        try {
            return List.of(type(call, call.fieldWords()));
        } catch (VerbException e) {
            return List.of();
        }
    }

    private static String source(Word w) {
        int equals = w.text().indexOf('=');
        return w.text().substring(equals + 1);
    }

    private static String target(Word w) {
        int equals = w.text().indexOf('=');
        return equals < 0 ? w.text() : w.text().substring(0, equals);
    }

    private static RecordType<Row> type(VerbCall call, List<Word> words) {
        List<FieldSpec> specs = new ArrayList<>();
        for (Word w : words) {
            FieldSpec spec = call.specOf(source(w));
            boolean renamed = w.text().indexOf('=') >= 0;
            if (spec == null) {
                specs.add(FieldSpec.of(target(w), FieldType.ANY, Unit.NONE, "").withJsonName(target(w)));
            } else if (renamed || !spec.name().equals(target(w))) {
                specs.add(renamed ? spec.withName(target(w)) : spec);
            } else {
                specs.add(spec);
            }
        }
        return Row.type("diag/shell/row/1", "selected fields", specs);
    }

    private static final class Selection extends PassingSink {
        private final RecordType<Row> type;
        private final FieldReader[] readers;

        Selection(RecordType<Row> type, FieldReader[] readers, RecordSink next) {
            super(next);
            this.type = type;
            this.readers = readers;
        }

        @Override
        public <R> void accept(RecordType<R> in, R record) {
            Object[] values = new Object[readers.length];
            boolean any = false;
            for (int i = 0; i < values.length; i++) {
                any |= readers[i].in(in) != null;
                values[i] = readers[i].value(in, record);
            }
            if (any) { // a record of a type that has none of the fields has nothing to show
                next.accept(type, new Row(values));
            }
        }
    }
}

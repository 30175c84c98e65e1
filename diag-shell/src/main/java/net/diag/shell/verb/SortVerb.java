package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.shell.data.FieldReader;
import net.diag.shell.data.Held;
import net.diag.shell.data.ValueOrder;
import net.diag.shell.lang.Word;

/** {@code sort}: all records in the order of fields, {@code -field} the greatest first; absent values last. */
final class SortVerb implements Verb {
    @Override
    public String name() {
        return "sort";
    }

    @Override
    public String synopsis() {
        return "[-]FIELD ...";
    }

    @Override
    public String summary() {
        return "order by fields; -FIELD: greatest first";
    }

    @Override
    public Arguments arguments() {
        return Arguments.SORT_FIELDS;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<Word> words = call.fieldWords();
        if (words.isEmpty()) {
            throw new VerbException("sort takes field names", call.stage().end());
        }
        Comparator<Held<?>> order = null;
        for (Word w : words) {
            boolean descending = w.text().startsWith("-");
            boolean signed = descending || w.text().startsWith("+");
            FieldReader reader = call.reader(w, signed ? w.text().substring(1) : w.text());
            Comparator<Held<?>> key = byField(reader, descending);
            order = order == null ? key : order.thenComparing(key);
        }
        return new Sorting(order, next);
    }

    private static Comparator<Held<?>> byField(FieldReader reader, boolean descending) {
        return (a, b) -> {
            Object x = a.value(reader);
            Object y = b.value(reader);
            int c = ValueOrder.INSTANCE.compare(x, y);
            return descending && x != null && y != null ? -c : c;
        };
    }

    private static final class Sorting extends PassingSink {
        private final Comparator<Held<?>> order;
        private final List<Held<?>> all = new ArrayList<>();

        Sorting(Comparator<Held<?>> order, RecordSink next) {
            super(next);
            this.order = order;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            all.add(new Held<>(type, record));
        }

        @Override
        public void finish() {
            finishWith(this::emit);
        }

        private void emit() {
            all.sort(order);
            for (Held<?> h : all) {
                h.to(next);
            }
        }
    }
}

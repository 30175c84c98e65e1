package net.diag.dump;

import java.util.List;
import net.diag.cli.StdOut;
import net.diag.record.Escape;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Rfc3339;

/** Prints the chosen fields of each record, with a tab between them and no head; an absent field is empty. */
final class TabFace implements RecordSink {
    private final StdOut out;
    private final List<String> paths;
    private final boolean flushEach;
    private RecordType<?> type;
    private Field<?>[] fields;

    TabFace(StdOut out, List<String> paths, boolean flushEach) {
        this.out = out;
        this.paths = paths;
        this.flushEach = flushEach;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> void accept(RecordType<R> recordType, R record) {
        if (recordType != type) {
            type = recordType;
            fields = new Field<?>[paths.size()];
            for (int i = 0; i < fields.length; i++) {
                fields[i] = recordType.field(paths.get(i));
            }
        }
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.print('\t');
            }
            if (fields[i] != null) {
                // Taken from this very type.
                print((Field<R>) fields[i], record);
            }
        }
        out.println();
        if (flushEach) {
            out.flush();
        }
    }

    private <R> void print(Field<R> f, R record) {
        if (f.isAbsent(record)) {
            return;
        }
        if (f.type() == FieldType.INTEGER) {
            out.print(f.longValue(record));
        } else if (f.type() == FieldType.TIME) {
            Rfc3339.print(out, f.longValue(record));
        } else {
            out.print(Escape.text(String.valueOf(f.value(record))));
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void finish() {
        out.flush();
    }
}

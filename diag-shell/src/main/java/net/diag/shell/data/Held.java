package net.diag.shell.data;

import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/**
 * A record kept with its type, for verbs that hold records back.
 *
 * @param type its type
 * @param record the record
 * @param <R> the record's class
 */
public record Held<R>(RecordType<R> type, R record) {
    /** Pass it on. */
    public void to(RecordSink sink) {
        sink.accept(type, record);
    }

    /** The value of a field, or null. */
    public Object value(FieldReader field) {
        return field.value(type, record);
    }
}

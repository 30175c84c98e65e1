package net.diag.shell.data;

import java.util.IdentityHashMap;
import java.util.Map;
import net.diag.record.Field;
import net.diag.record.RecordType;

/**
 * Reads the field of one name from records of any type; a record whose type has no such field has no
 * value. Looks each type up once.
 */
public final class FieldReader {
    private final String name;
    private final Map<RecordType<?>, Field<?>> known = new IdentityHashMap<>();

    /** A reader of the field {@code name}, camelCase or as in JSON, dots for nesting. */
    public FieldReader(String name) {
        this.name = name;
    }

    /** The name as asked for. */
    public String name() {
        return name;
    }

    /** The field in {@code type}, or null. */
    @SuppressWarnings("unchecked") // the map's key is the type of its value's records
    public <R> Field<R> in(RecordType<R> type) {
        if (!known.containsKey(type)) {
            known.put(type, find(type, name));
        }
        return (Field<R>) known.get(type);
    }

    /** The field called {@code name} in {@code type}, by either of its names, or null. */
    public static <R> Field<R> find(RecordType<R> type, String name) {
        Field<R> f = type.field(name);
        if (f == null) {
            for (Field<R> candidate : type.fields()) {
                if (candidate.jsonName().equals(name)) {
                    return candidate;
                }
            }
        }
        return f;
    }

    /** The value (boxed) of {@code record}, or null. */
    public <R> Object value(RecordType<R> type, R record) {
        Field<R> f = in(type);
        return f == null || f.isAbsent(record) ? null : f.value(record);
    }

    /** The number in {@code record}, or NaN. */
    public <R> double number(RecordType<R> type, R record) {
        Object v = value(type, record);
        return v instanceof Number n ? n.doubleValue() : Double.NaN;
    }
}

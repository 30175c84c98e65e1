package net.diag.record;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One field of a record type: its names, type, unit and meaning, and the way to read it.
 *
 * <p>{@link #name} is camelCase without a unit ({@code rtt}), as expressions and tables use it;
 * {@link #jsonName} is snake_case with the unit ({@code rtt_ms}). A primitive read
 * ({@link #longValue} …) is only meaningful if {@link #isAbsent} is false.
 *
 * @param <R> the record
 */
public abstract class Field<R> {
    private final FieldSpec spec;
    private final byte[] jsonKey;

    /** A field with this description. */
    protected Field(FieldSpec spec) {
        this.spec = spec;
        this.jsonKey = (",\"" + spec.jsonName() + "\":").getBytes(StandardCharsets.UTF_8);
    }

    /** Everything that is declared of it. */
    public final FieldSpec spec() {
        return spec;
    }

    /** The name in expressions, tables and Java: {@code rtt}; {@code ip.dst} for a nested field. */
    public final String name() {
        return spec.name();
    }

    /** The name in JSON: {@code rtt_ms}. */
    public final String jsonName() {
        return spec.jsonName();
    }

    /** The type of its values. */
    public final FieldType type() {
        return spec.type();
    }

    /** The unit of its numbers. */
    public final Unit unit() {
        return spec.unit();
    }

    /** What it means: a phrase for people. */
    public final String meaning() {
        return spec.meaning();
    }

    /** Whether a record may lack it. */
    public final boolean isOptional() {
        return spec.optional();
    }

    /** The type of a nested record, or of a list's records; null if there is none. */
    public final RecordType<?> nested() {
        return spec.nested();
    }

    /** The type of a list's elements; null if it is no list. */
    public final FieldType elementType() {
        return spec.elementType();
    }

    /** Values worth offering for completion; empty if open. */
    public final List<String> knownValues() {
        return spec.knownValues();
    }

    /** {@code ,"name":} in UTF-8. */
    final byte[] jsonKey() {
        return jsonKey;
    }

    /** Whether {@code r} lacks it. */
    public abstract boolean isAbsent(R r);

    /** The value of an {@code INTEGER} or {@code TIME}; truncated for a {@code DECIMAL}. */
    public abstract long longValue(R r);

    /** The value of a number, in the record's own unit. */
    public abstract double doubleValue(R r);

    /** The value of a {@code BOOLEAN}. */
    public abstract boolean booleanValue(R r);

    /**
     * The value as an object: {@code Long}, {@code Double}, {@code Boolean}, {@code String},
     * {@link IpAddress}, {@link IpPrefix}, a record, a {@code List}; null if absent.
     */
    public abstract Object value(R r);

    @Override
    public String toString() {
        return name() + ": " + type() + (unit() == Unit.NONE ? "" : " " + unit());
    }
}

package net.diag.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * The declaration of a {@link RecordType}: one call per field, in order; a call without a name
 * ({@link #absentIs}, {@link #label} …) says more about the field before it.
 *
 * @param <R> the Java record
 */
public final class RecordTypeBuilder<R> {
    private final String name;
    private final String meaning;
    private final List<Field<R>> fields = new ArrayList<>();
    private FieldSpec spec;
    private Object accessor;
    private Predicate<R> present;
    private List<String> tableColumns = List.of();

    RecordTypeBuilder(String name, String meaning) {
        this.name = name;
        this.meaning = meaning;
    }

    private RecordTypeBuilder<R> add(FieldSpec next, Object nextAccessor) {
        finishField();
        spec = next;
        accessor = nextAccessor;
        return this;
    }

    private void finishField() {
        if (spec != null) {
            fields.add(AccessorFields.create(spec, accessor, present));
            spec = null;
            present = null;
        }
    }

    /** A whole number without a unit: an identifier, a sequence number, a port. */
    public RecordTypeBuilder<R> integer(String field, ToLongFunction<R> read, String means) {
        return add(FieldSpec.of(field, FieldType.INTEGER, Unit.NONE, means), read);
    }

    /** A number of things. */
    public RecordTypeBuilder<R> count(String field, ToLongFunction<R> read, String means) {
        return add(FieldSpec.of(field, FieldType.INTEGER, Unit.COUNT, means), read);
    }

    /** An amount of bytes. */
    public RecordTypeBuilder<R> bytes(String field, ToLongFunction<R> read, String means) {
        return add(FieldSpec.of(field, FieldType.INTEGER, Unit.BYTES, means), read);
    }

    /** A duration in nanoseconds. */
    public RecordTypeBuilder<R> duration(String field, ToLongFunction<R> nanos, String means) {
        return add(FieldSpec.of(field, FieldType.INTEGER, Unit.NANOSECONDS, means), nanos);
    }

    /** A whole number of a unit. */
    public RecordTypeBuilder<R> quantity(String field, Unit unit, ToLongFunction<R> read, String means) {
        return add(FieldSpec.of(field, FieldType.INTEGER, unit, means), read);
    }

    /** A broken number of a unit; {@code NaN} is absent. */
    public RecordTypeBuilder<R> decimal(String field, Unit unit, ToDoubleFunction<R> read, String means) {
        return add(FieldSpec.of(field, FieldType.DECIMAL, unit, means), read);
    }

    /** Yes or no. */
    public RecordTypeBuilder<R> flag(String field, Predicate<R> read, String means) {
        return add(FieldSpec.of(field, FieldType.BOOLEAN, Unit.NONE, means), read);
    }

    /** Text; null is absent. */
    public RecordTypeBuilder<R> text(String field, Function<R, String> read, String means) {
        return add(FieldSpec.of(field, FieldType.TEXT, Unit.NONE, means), read);
    }

    /** A word out of an open list, of which {@code values} are offered for completion. */
    public RecordTypeBuilder<R> word(String field, Function<R, String> read, String means, String... values) {
        return add(FieldSpec.of(field, FieldType.TEXT, Unit.NONE, means).withKnownValues(List.of(values)), read);
    }

    /** An IP address; null is absent. */
    public RecordTypeBuilder<R> address(String field, Function<R, IpAddress> read, String means) {
        return add(FieldSpec.of(field, FieldType.ADDRESS, Unit.NONE, means), read);
    }

    /** A prefix; null is absent. */
    public RecordTypeBuilder<R> prefix(String field, Function<R, IpPrefix> read, String means) {
        return add(FieldSpec.of(field, FieldType.PREFIX, Unit.NONE, means), read);
    }

    /** Wall time in nanoseconds since 1970-01-01T00:00:00Z. */
    public RecordTypeBuilder<R> time(String field, ToLongFunction<R> epochNanos, String means) {
        return add(FieldSpec.of(field, FieldType.TIME, Unit.NONE, means), epochNanos);
    }

    /** Wall time as an {@link Instant}; null is absent. */
    public RecordTypeBuilder<R> instant(String field, Function<R, Instant> read, String means) {
        return time(field, r -> epochNanos(read.apply(r)), means).presentIf(r -> read.apply(r) != null);
    }

    private static long epochNanos(Instant i) {
        return i == null ? 0 : Math.addExact(Math.multiplyExact(i.getEpochSecond(), 1_000_000_000L), i.getNano());
    }

    /** A nested record; null is absent. */
    public <N> RecordTypeBuilder<R> record(String field, Function<R, N> read, RecordType<N> type, String means) {
        return add(FieldSpec.of(field, FieldType.RECORD, Unit.NONE, means).withNested(type), read);
    }

    /** A list of records; null is absent, an empty list is an empty list. */
    public <N> RecordTypeBuilder<R> list(String field, Function<R, List<N>> read, RecordType<N> type, String means) {
        FieldSpec s = FieldSpec.of(field, FieldType.LIST, Unit.NONE, means);
        return add(s.withNested(type).withElementType(FieldType.RECORD), read);
    }

    /** A list of values of one type: {@code Long}, {@code Double}, {@code String}, {@link IpAddress} … */
    public <V> RecordTypeBuilder<R> list(String field, Function<R, List<V>> read, FieldType element, String means) {
        return list(field, read, element, Unit.NONE, means);
    }

    /** A list of numbers of a unit. */
    public <V> RecordTypeBuilder<R> list(
            String field, Function<R, List<V>> read, FieldType element, Unit unit, String means) {
        return add(FieldSpec.of(field, FieldType.LIST, unit, means).withElementType(element), read);
    }

    /** The field before is absent when its number is {@code sentinel}. */
    @SuppressWarnings("unchecked")
    public RecordTypeBuilder<R> absentIs(long sentinel) {
        // Only the primitive calls store a ToLongFunction.
        ToLongFunction<R> read = (ToLongFunction<R>) accessor;
        return presentIf(r -> read.applyAsLong(r) != sentinel);
    }

    /** The field before is absent unless this holds. */
    public RecordTypeBuilder<R> presentIf(Predicate<R> holds) {
        present = holds;
        return optional();
    }

    /** The field before may be absent (its accessor gives null, or {@code NaN}). */
    public RecordTypeBuilder<R> optional() {
        spec = spec.asOptional();
        return this;
    }

    /** The field before is an unsigned 64-bit number. */
    public RecordTypeBuilder<R> unsigned() {
        spec = spec.asUnsigned();
        return this;
    }

    /** The field before has this name in JSON. */
    public RecordTypeBuilder<R> jsonName(String json) {
        spec = spec.withJsonName(json);
        return this;
    }

    /** The field before is a counter in OpenMetrics; {@code metric} is without {@code _total}. */
    public RecordTypeBuilder<R> counter(String metric) {
        spec = spec.withMetric(new Metric(Metric.Kind.COUNTER, metric));
        return this;
    }

    /** The field before is a gauge in OpenMetrics. */
    public RecordTypeBuilder<R> gauge(String metric) {
        spec = spec.withMetric(new Metric(Metric.Kind.GAUGE, metric));
        return this;
    }

    /** The field before is a label in OpenMetrics. */
    public RecordTypeBuilder<R> label(String label) {
        spec = spec.withMetric(new Metric(Metric.Kind.LABEL, label));
        return this;
    }

    /** The fields that a table shows by default; without this call, all. */
    public RecordTypeBuilder<R> tableColumns(String... paths) {
        tableColumns = List.of(paths);
        return this;
    }

    /** The type. */
    public RecordType<R> build() {
        finishField();
        return new RecordType<>(name, meaning, fields, tableColumns, false);
    }
}

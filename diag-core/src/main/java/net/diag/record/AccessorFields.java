package net.diag.record;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Fields read by a function of the record, one class for each primitive, so that nothing is boxed. */
final class AccessorFields {
    private AccessorFields() {}

    /** The field class for the accessor that the type calls for. */
    @SuppressWarnings("unchecked")
    static <R> Field<R> create(FieldSpec spec, Object accessor, Predicate<R> present) {
        // RecordTypeBuilder pairs each FieldType with the one kind of accessor.
        return switch (spec.type()) {
            case INTEGER, TIME -> new LongField<>(spec, (ToLongFunction<R>) accessor, present);
            case DECIMAL -> new DoubleField<>(spec, (ToDoubleFunction<R>) accessor, present);
            case BOOLEAN -> new BooleanField<>(spec, (Predicate<R>) accessor, present);
            default -> new ObjectField<>(spec, (Function<R, ?>) accessor, present);
        };
    }

    private static final class LongField<R> extends Field<R> {
        private final ToLongFunction<R> read;
        private final Predicate<R> present;

        LongField(FieldSpec spec, ToLongFunction<R> read, Predicate<R> present) {
            super(spec);
            this.read = read;
            this.present = present;
        }

        @Override
        public boolean isAbsent(R r) {
            return present != null && !present.test(r);
        }

        @Override
        public long longValue(R r) {
            return read.applyAsLong(r);
        }

        @Override
        public double doubleValue(R r) {
            return read.applyAsLong(r);
        }

        @Override
        public boolean booleanValue(R r) {
            return read.applyAsLong(r) != 0;
        }

        @Override
        public Object value(R r) {
            return isAbsent(r) ? null : (Object) read.applyAsLong(r);
        }
    }

    private static final class DoubleField<R> extends Field<R> {
        private final ToDoubleFunction<R> read;
        private final Predicate<R> present;

        DoubleField(FieldSpec spec, ToDoubleFunction<R> read, Predicate<R> present) {
            super(spec);
            this.read = read;
            this.present = present;
        }

        @Override
        public boolean isAbsent(R r) {
            return (present != null && !present.test(r)) || Double.isNaN(read.applyAsDouble(r));
        }

        @Override
        public long longValue(R r) {
            return (long) read.applyAsDouble(r);
        }

        @Override
        public double doubleValue(R r) {
            return read.applyAsDouble(r);
        }

        @Override
        public boolean booleanValue(R r) {
            return read.applyAsDouble(r) != 0;
        }

        @Override
        public Object value(R r) {
            return isAbsent(r) ? null : (Object) read.applyAsDouble(r);
        }
    }

    private static final class BooleanField<R> extends Field<R> {
        private final Predicate<R> read;
        private final Predicate<R> present;

        BooleanField(FieldSpec spec, Predicate<R> read, Predicate<R> present) {
            super(spec);
            this.read = read;
            this.present = present;
        }

        @Override
        public boolean isAbsent(R r) {
            return present != null && !present.test(r);
        }

        @Override
        public long longValue(R r) {
            return read.test(r) ? 1 : 0;
        }

        @Override
        public double doubleValue(R r) {
            return read.test(r) ? 1 : 0;
        }

        @Override
        public boolean booleanValue(R r) {
            return read.test(r);
        }

        @Override
        public Object value(R r) {
            return isAbsent(r) ? null : (Object) read.test(r);
        }
    }

    private static final class ObjectField<R> extends Field<R> {
        private final Function<R, ?> read;
        private final Predicate<R> present;

        ObjectField(FieldSpec spec, Function<R, ?> read, Predicate<R> present) {
            super(spec);
            this.read = read;
            this.present = present;
        }

        @Override
        public boolean isAbsent(R r) {
            return value(r) == null;
        }

        @Override
        public long longValue(R r) {
            return ((Number) value(r)).longValue();
        }

        @Override
        public double doubleValue(R r) {
            return ((Number) value(r)).doubleValue();
        }

        @Override
        public boolean booleanValue(R r) {
            return (Boolean) value(r);
        }

        @Override
        public Object value(R r) {
            return present != null && !present.test(r) ? null : read.apply(r);
        }
    }
}

package net.diag.record;

import java.util.ArrayList;
import java.util.List;

/** A field of a nested record ({@code ip.dst}), or of each record of a list ({@code hops.rtt}). */
final class NestedField<R, N> extends Field<R> {
    private final Field<R> parent;
    private final Field<N> child;
    private final boolean overList;

    @SuppressWarnings("unchecked")
    NestedField(Field<R> parent, Field<?> child) {
        super(describe(parent, child));
        this.parent = parent;
        // The parent's nested type is the type of the records that it yields.
        this.child = (Field<N>) child;
        this.overList = parent.type() == FieldType.LIST;
    }

    private static FieldSpec describe(Field<?> parent, Field<?> child) {
        FieldSpec spec = child.spec()
                .withName(parent.name() + '.' + child.name())
                .withJsonName(parent.jsonName() + '.' + child.jsonName())
                .asOptional();
        if (parent.type() == FieldType.LIST) {
            FieldType element = child.type() == FieldType.LIST ? child.elementType() : child.type();
            spec = new FieldSpec(
                    spec.name(),
                    spec.jsonName(),
                    FieldType.LIST,
                    spec.unit(),
                    spec.meaning(),
                    true,
                    spec.unsigned(),
                    spec.nested(),
                    element,
                    spec.knownValues(),
                    null);
        }
        return spec;
    }

    @SuppressWarnings("unchecked")
    private N target(R r) {
        return (N) parent.value(r);
    }

    @Override
    public boolean isAbsent(R r) {
        N n = target(r);
        return n == null || (!overList && child.isAbsent(n));
    }

    @Override
    public long longValue(R r) {
        return child.longValue(target(r));
    }

    @Override
    public double doubleValue(R r) {
        return child.doubleValue(target(r));
    }

    @Override
    public boolean booleanValue(R r) {
        return child.booleanValue(target(r));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object value(R r) {
        if (!overList) {
            N n = target(r);
            return n == null ? null : child.value(n);
        }
        List<N> records = (List<N>) parent.value(r);
        if (records == null) {
            return null;
        }
        List<Object> values = new ArrayList<>(records.size());
        for (N n : records) {
            Object v = child.value(n);
            if (v instanceof List<?> many) {
                values.addAll(many);
            } else if (v != null) {
                values.add(v);
            }
        }
        return values;
    }
}

package net.diag.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An order of records by fields, as {@code --sort -rtt,from} gives it: {@code -} sorts downwards.
 * Absent values come last either way. Values of one kind only are compared; of a foreign field
 * numbers come before texts.
 *
 * @param <R> the record
 */
public final class RecordOrder<R> implements Comparator<R> {
    private record Key<R>(Field<R> field, boolean down) {}

    private final List<Key<R>> keys;

    private RecordOrder(List<Key<R>> keys) {
        this.keys = keys;
    }

    /**
     * The order that {@code text} names for records of {@code type}; fields that the type lacks don't
     * count.
     */
    public static <R> RecordOrder<R> parse(String text, RecordType<R> type) {
        List<Key<R>> keys = new ArrayList<>();
        for (String part : FieldList.split(text)) {
            Field<R> f = type.field(FieldList.name(part));
            if (f != null) {
                keys.add(new Key<>(f, part.startsWith("-")));
            }
        }
        return new RecordOrder<>(keys);
    }

    @Override
    public int compare(R a, R b) {
        for (int i = 0; i < keys.size(); i++) {
            Key<R> k = keys.get(i);
            int c = compare(k.field, a, b, k.down);
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    private static <R> int compare(Field<R> f, R a, R b, boolean down) {
        boolean noA = f.isAbsent(a);
        boolean noB = f.isAbsent(b);
        if (noA || noB) {
            return Boolean.compare(noA, noB);
        }
        int c = switch (f.type()) {
            case INTEGER, TIME ->
                f.spec().unsigned()
                        ? Long.compareUnsigned(f.longValue(a), f.longValue(b))
                        : Long.compare(f.longValue(a), f.longValue(b));
            case DECIMAL -> Double.compare(f.doubleValue(a), f.doubleValue(b));
            case BOOLEAN -> Boolean.compare(f.booleanValue(a), f.booleanValue(b));
            default -> compareValues(f.value(a), f.value(b));
        };
        return down ? -c : c;
    }

    /** Compare two values of a field, neither of them null. */
    @SuppressWarnings("unchecked")
    static int compareValues(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            boolean whole = a instanceof Long && b instanceof Long;
            return whole
                    ? Long.compare(x.longValue(), y.longValue())
                    : Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
                Object p = x.get(i);
                Object q = y.get(i);
                int c = p == null || q == null ? Boolean.compare(p == null, q == null) : compareValues(p, q);
                if (c != 0) {
                    return c;
                }
            }
            return Integer.compare(x.size(), y.size());
        }
        if (a.getClass() == b.getClass() && a instanceof Comparable<?>) {
            return Integer.signum(((Comparable<Object>) a).compareTo(b));
        }
        int c = Integer.compare(rank(a), rank(b));
        return c != 0 ? c : a.toString().compareTo(b.toString());
    }

    private static int rank(Object v) {
        return v instanceof Boolean ? 0 : v instanceof Number ? 1 : v instanceof String ? 2 : 3;
    }
}

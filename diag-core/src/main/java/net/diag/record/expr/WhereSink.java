package net.diag.record.expr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/**
 * Passes on the records for which a condition holds. In a stream of several types, a type that lacks
 * one of the condition's fields yields nothing.
 */
public final class WhereSink implements RecordSink {
    private final String source;
    private final RecordSink next;
    private final Map<RecordType<?>, Expression<?>> compiled = new HashMap<>();

    /**
     * Records for which {@code source} holds, passed on to {@code next}.
     *
     * @throws ExpressionException if it is wrong for every one of {@code types}
     */
    public WhereSink(String source, List<? extends RecordType<?>> types, RecordSink next) throws ExpressionException {
        this.source = source;
        this.next = next;
        ExpressionException mistake = null;
        boolean fits = types.isEmpty();
        for (RecordType<?> t : types) {
            try {
                compiled.put(t, Expression.compile(source, t));
                fits = true;
            } catch (ExpressionException e) {
                compiled.put(t, null);
                // The mistake farthest in: that type knew most of the expression.
                mistake = mistake == null || e.start() > mistake.start() ? e : mistake;
            }
        }
        if (!fits) {
            throw mistake;
        }
    }

    /** Whether the condition holds for {@code record}. */
    @SuppressWarnings("unchecked")
    public <R> boolean test(RecordType<R> type, R record) {
        // Only this class fills the map: a type's expression is over its records.
        Expression<R> e = (Expression<R>) compiled.get(type);
        if (e == null && !compiled.containsKey(type)) {
            e = compile(type);
        }
        return e != null && e.test(record);
    }

    private <R> Expression<R> compile(RecordType<R> type) {
        Expression<R> e;
        try {
            e = Expression.compile(source, type);
        } catch (ExpressionException mistake) {
            e = null;
        }
        compiled.put(type, e);
        return e;
    }

    @Override
    public <R> void accept(RecordType<R> type, R record) {
        if (test(type, record)) {
            next.accept(type, record);
        }
    }

    @Override
    public void flush() {
        next.flush();
    }

    @Override
    public void finish() {
        next.finish();
    }
}

package net.diag.shell.verb;

import java.util.IdentityHashMap;
import java.util.Map;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.expr.Expression;
import net.diag.record.expr.ExpressionException;

/**
 * {@code where EXPRESSION}: records for which it holds. Of a stream of several types, a record whose
 * type lacks a field of the expression doesn't pass.
 */
final class WhereVerb implements Verb {
    @Override
    public String name() {
        return "where";
    }

    @Override
    public String synopsis() {
        return "EXPRESSION";
    }

    @Override
    public String summary() {
        return "pass the records for which the expression holds";
    }

    @Override
    public Arguments arguments() {
        return Arguments.EXPRESSION;
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        String source = call.stage().argumentsText();
        if (source.isBlank()) {
            throw new VerbException(
                    "where takes an expression, for example: where rtt > 50ms",
                    call.stage().end());
        }
        Filter filter = new Filter(source, next);
        ExpressionException mistake = null;
        boolean fits = call.inputTypes().isEmpty();
        for (RecordType<?> t : call.inputTypes()) {
            ExpressionException e = filter.prepare(t);
            fits |= e == null;
            // the mistake that was noticed farthest to the right is the one of the type that was meant
            mistake = mistake == null || e != null && e.start() > mistake.start() ? e : mistake;
        }
        if (!fits && mistake != null) {
            throw new VerbException(detail(mistake), call.stage().argumentsStart() + mistake.start());
        }
        return filter;
    }

    /** The message, and the hints that follow the caret lines. */
    private static String detail(ExpressionException e) {
        String[] lines = e.explanation().split("\n");
        StringBuilder s = new StringBuilder(e.getMessage());
        for (int i = 3; i < lines.length; i++) {
            s.append("\n").append(lines[i]);
        }
        return s.toString();
    }

    private static final class Filter extends PassingSink {
        private final String source;
        private final Map<RecordType<?>, Expression<?>> compiled = new IdentityHashMap<>();

        Filter(String source, RecordSink next) {
            super(next);
            this.source = source;
        }

        /** Compile for a type; the mistake, or null. */
        <R> ExpressionException prepare(RecordType<R> type) {
            try {
                compiled.put(type, Expression.compile(source, type));
                return null;
            } catch (ExpressionException e) {
                compiled.put(type, null);
                return e;
            }
        }

        @Override
        @SuppressWarnings("unchecked") // an expression is kept under the type that it was compiled for
        public <R> void accept(RecordType<R> type, R record) {
            Expression<R> e = (Expression<R>) compiled.get(type);
            if (e == null) {
                if (compiled.containsKey(type) || prepare(type) != null) {
                    return;
                }
                e = (Expression<R>) compiled.get(type);
            }
            if (e.test(record)) {
                next.accept(type, record);
            }
        }
    }
}

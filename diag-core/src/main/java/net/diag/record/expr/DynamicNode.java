package net.diag.record.expr;

import java.util.List;
import net.diag.record.Field;
import net.diag.record.Quantity;

/**
 * A comparison whose types are known only when the value is seen: a field of foreign JSON. Numbers
 * compare with numbers and texts with texts; a value of the other kind is not equal and in no order.
 */
final class DynamicNode<R> extends Node<R> {
    private final Field<R> field;
    private final Operator op;
    private final Boolean truth;
    private final String text;
    private final double number;

    DynamicNode(Field<R> field, Operator op, Boolean truth) {
        this.field = field;
        this.op = op;
        this.truth = truth;
        this.text = null;
        this.number = Double.NaN;
    }

    private DynamicNode(Field<R> field, Operator op, String text, double number) {
        this.field = field;
        this.op = op;
        this.truth = null;
        this.text = text;
        this.number = number;
    }

    static <T> Node<T> of(Field<T> f, Operator op, Operand.OfWord<?> word, Mistakes mistakes)
            throws ExpressionException {
        Quantity q = word.quoted() ? null : Quantity.parse(word.text());
        double number = Double.NaN;
        if (q != null) {
            if (q.dimension() != Quantity.Dimension.NUMBER && q.dimension() != Quantity.Dimension.PERCENT) {
                throw mistakes.at(word, "the unit of '" + f.name() + "' isn't known; compare it with a plain number");
            }
            number = q.value().doubleValue();
        }
        return new DynamicNode<>(f, op, word.text(), number);
    }

    @Override
    boolean test(R r) {
        return holds(field.value(r));
    }

    private boolean holds(Object v) {
        if (v instanceof List<?> list) {
            for (Object e : list) {
                if (holds(e)) {
                    return true;
                }
            }
            return false;
        }
        if (truth != null) {
            return truth.equals(v);
        }
        if (v instanceof Number n) {
            return !Double.isNaN(number) && op.holds(Double.compare(n.doubleValue(), number));
        }
        return v instanceof String s && Double.isNaN(number) && op.holds(s.compareTo(text));
    }

    /** Two fields of unknown type. */
    static final class TwoFields<R> extends Node<R> {
        private final Field<R> left;
        private final Operator op;
        private final Field<R> right;

        TwoFields(Field<R> left, Operator op, Field<R> right) {
            this.left = left;
            this.op = op;
            this.right = right;
        }

        @Override
        boolean test(R r) {
            Object a = left.value(r);
            Object b = right.value(r);
            if (a instanceof Number n && b instanceof Number m) {
                return op.holds(Double.compare(n.doubleValue(), m.doubleValue()));
            }
            if (a instanceof String s && b instanceof String t) {
                return op.holds(s.compareTo(t));
            }
            return op == Operator.EQUAL && a != null && a.equals(b);
        }
    }
}

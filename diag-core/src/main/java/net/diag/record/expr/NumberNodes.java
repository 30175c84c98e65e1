package net.diag.record.expr;

import java.util.Arrays;
import net.diag.record.Field;

/** Comparisons of numbers, nothing boxed. An absent field compares as false. */
final class NumberNodes {
    private NumberNodes() {}

    /** {@code field op constant}, for whole numbers. */
    static <R> Node<R> compare(Field<R> f, Operator op, long constant) {
        if (f.spec().unsigned()) {
            return new UnsignedNode<>(f, op, constant);
        }
        return switch (op) {
            case LESS ->
                constant == Long.MIN_VALUE
                        ? new LogicNodes.Constant<>(false)
                        : new RangeNode<>(f, Long.MIN_VALUE, constant - 1);
            case LESS_OR_EQUAL -> new RangeNode<>(f, Long.MIN_VALUE, constant);
            case GREATER ->
                constant == Long.MAX_VALUE
                        ? new LogicNodes.Constant<>(false)
                        : new RangeNode<>(f, constant + 1, Long.MAX_VALUE);
            case GREATER_OR_EQUAL -> new RangeNode<>(f, constant, Long.MAX_VALUE);
            default -> new RangeNode<>(f, constant, constant);
        };
    }

    /** A whole number within limits: every comparison is one. */
    static final class RangeNode<R> extends Node<R> {
        private final Field<R> field;
        private final boolean optional;
        private final long least;
        private final long most;

        RangeNode(Field<R> field, long least, long most) {
            this.field = field;
            this.optional = field.isOptional();
            this.least = least;
            this.most = most;
        }

        @Override
        boolean test(R r) {
            if (optional && field.isAbsent(r)) {
                return false;
            }
            long v = field.longValue(r);
            return v >= least && v <= most;
        }
    }

    private static final class UnsignedNode<R> extends Node<R> {
        private final Field<R> field;
        private final Operator op;
        private final long constant;

        UnsignedNode(Field<R> field, Operator op, long constant) {
            this.field = field;
            this.op = op;
            this.constant = constant;
        }

        @Override
        boolean test(R r) {
            return !field.isAbsent(r) && op.holds(Long.compareUnsigned(field.longValue(r), constant));
        }
    }

    /** {@code field op constant}, for broken numbers. */
    static final class DoubleNode<R> extends Node<R> {
        private final Field<R> field;
        private final Operator op;
        private final double constant;

        DoubleNode(Field<R> field, Operator op, double constant) {
            this.field = field;
            this.op = op;
            this.constant = constant;
        }

        @Override
        boolean test(R r) {
            if (field.isAbsent(r)) {
                return false;
            }
            double v = field.doubleValue(r);
            return switch (op) {
                case LESS -> v < constant;
                case LESS_OR_EQUAL -> v <= constant;
                case GREATER -> v > constant;
                case GREATER_OR_EQUAL -> v >= constant;
                default -> v == constant;
            };
        }
    }

    /** {@code field op field}, for numbers of one dimension; the scale brings the left to the right's unit. */
    static final class TwoFields<R> extends Node<R> {
        private final Field<R> left;
        private final Operator op;
        private final Field<R> right;
        private final double scale;

        TwoFields(Field<R> left, Operator op, Field<R> right, double scale) {
            this.left = left;
            this.op = op;
            this.right = right;
            this.scale = scale;
        }

        @Override
        boolean test(R r) {
            if (left.isAbsent(r) || right.isAbsent(r)) {
                return false;
            }
            boolean whole = scale == 1
                    && left.type() != net.diag.record.FieldType.DECIMAL
                    && right.type() != net.diag.record.FieldType.DECIMAL;
            if (whole) {
                return op.holds(Long.compare(left.longValue(r), right.longValue(r)));
            }
            return op.holds(Double.compare(left.doubleValue(r) * scale, right.doubleValue(r)));
        }
    }

    /** {@code field in [1, 2, 3]}. */
    static final class InNode<R> extends Node<R> {
        private final Field<R> field;
        private final long[] sorted;

        InNode(Field<R> field, long[] values) {
            this.field = field;
            this.sorted = values.clone();
            Arrays.sort(sorted);
        }

        @Override
        boolean test(R r) {
            return !field.isAbsent(r) && Arrays.binarySearch(sorted, field.longValue(r)) >= 0;
        }
    }
}

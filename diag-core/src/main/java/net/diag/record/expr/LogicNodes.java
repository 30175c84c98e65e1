package net.diag.record.expr;

import net.diag.record.Field;

/** {@code and}, {@code or}, {@code not}, and tests of a field's presence and truth. */
final class LogicNodes {
    private LogicNodes() {}

    static final class And<R> extends Node<R> {
        private final Node<R> left;
        private final Node<R> right;

        And(Node<R> left, Node<R> right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(R r) {
            return left.test(r) && right.test(r);
        }
    }

    static final class Or<R> extends Node<R> {
        private final Node<R> left;
        private final Node<R> right;

        Or(Node<R> left, Node<R> right) {
            this.left = left;
            this.right = right;
        }

        @Override
        boolean test(R r) {
            return left.test(r) || right.test(r);
        }
    }

    static final class Not<R> extends Node<R> {
        private final Node<R> node;

        Not(Node<R> node) {
            this.node = node;
        }

        @Override
        boolean test(R r) {
            return !node.test(r);
        }
    }

    static final class Constant<R> extends Node<R> {
        private final boolean value;

        Constant(boolean value) {
            this.value = value;
        }

        @Override
        boolean test(R r) {
            return value;
        }
    }

    static final class Present<R> extends Node<R> {
        private final Field<R> field;

        Present(Field<R> field) {
            this.field = field;
        }

        @Override
        boolean test(R r) {
            return !field.isAbsent(r);
        }
    }

    static final class True<R> extends Node<R> {
        private final Field<R> field;

        True(Field<R> field) {
            this.field = field;
        }

        @Override
        boolean test(R r) {
            return !field.isAbsent(r) && field.booleanValue(r);
        }
    }
}

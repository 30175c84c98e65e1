package net.diag.record.expr;

/** A compiled test of a record. Holds no state, so several threads may share it. */
abstract class Node<R> {
    abstract boolean test(R r);
}

package net.diag.record.expr;

import java.util.List;
import net.diag.record.Field;

/** One side of a comparison, with the place where it was written. */
sealed interface Operand<R> {
    /** Where it begins. */
    int start();

    /** Where it ends. */
    int end();

    /**
     * A field.
     *
     * @param field the field
     * @param inJsonUnit whether it was written with its JSON name, so that a number is in JSON's unit
     */
    record OfField<R>(Field<R> field, boolean inJsonUnit, int start, int end) implements Operand<R> {}

    /**
     * A bare word or a quoted text.
     *
     * @param text the text
     * @param quoted whether it was quoted, so that it is nothing but text
     */
    record OfWord<R>(String text, boolean quoted, int start, int end) implements Operand<R> {}

    /**
     * {@code true}, {@code false} or {@code null}.
     *
     * @param value the value, null for {@code null}
     */
    record OfConstant<R>(Boolean value, int start, int end) implements Operand<R> {}

    /**
     * {@code [a, b]}.
     *
     * @param elements its words and constants
     */
    record OfList<R>(List<Operand<R>> elements, int start, int end) implements Operand<R> {}
}

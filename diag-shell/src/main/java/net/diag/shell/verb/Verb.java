package net.diag.shell.verb;

import java.util.List;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/** A word of the pipeline language that turns one stream of records into another. */
public interface Verb {
    /** The word. */
    String name();

    /** Its arguments as help shows them. */
    String synopsis();

    /** What it does, in a sentence without a full stop. */
    String summary();

    /** What may be completed after it. */
    default Arguments arguments() {
        return Arguments.NONE;
    }

    /**
     * Make the sink of this stage.
     *
     * @param call its words, and the world around
     * @param next the sink of the stage after
     * @throws VerbException for wrong arguments, with their column
     */
    RecordSink open(VerbCall call, RecordSink next) throws VerbException;

    /** The types that come out, given those that come in; empty when they can't be told before. */
    default List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        return in;
    }

    /** What the arguments of a verb are. */
    enum Arguments {
        NONE,
        /** An expression over the fields. */
        EXPRESSION,
        /** Fields. */
        FIELDS,
        /** Fields with an optional {@code -} or {@code +} in front. */
        SORT_FIELDS,
        /** One field. */
        FIELD,
        /** Fields, and aggregates with their field. */
        GROUPING,
        /** A number. */
        NUMBER,
        /** A file. */
        FILE,
        /** A kind of chart, and fields. */
        CHART
    }
}

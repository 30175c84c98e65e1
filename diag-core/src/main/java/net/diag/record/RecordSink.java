package net.diag.record;

/**
 * Where records go: a face that renders them, or the next stage of a pipeline.
 *
 * <p>A sink may refuse further records by throwing its owner's unchecked exception when nobody reads
 * any more; the source lets it pass and cleans up.
 */
public interface RecordSink {
    /** Take one record. */
    <R> void accept(RecordType<R> type, R record);

    /** Bring out what is buffered for display; called when a source pauses. */
    default void flush() {}

    /** No more records come: write what was held back (a table's rows, totals). Does not close the stream. */
    default void finish() {}
}

package net.diag.record;

/**
 * What a field is in OpenMetrics: a metric of its own, or a label of the record's metrics.
 *
 * @param kind its kind
 * @param name the metric family's name without {@code _total}, or the label's name
 */
public record Metric(Kind kind, String name) {
    /** The kinds of a metric field. */
    public enum Kind {
        /** Only grows; {@code _total} is added to its samples. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** Tells the samples of a family apart. */
        LABEL
    }
}

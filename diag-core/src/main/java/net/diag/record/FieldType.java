package net.diag.record;

/** The type of a field's values. */
public enum FieldType {
    /** A {@code long}; see the unit. */
    INTEGER,
    /** A {@code double}; {@code NaN} means absent. */
    DECIMAL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Text. */
    TEXT,
    /** An {@link IpAddress}. */
    ADDRESS,
    /** An {@link IpPrefix}. */
    PREFIX,
    /** Wall time: a {@code long} of nanoseconds since 1970-01-01T00:00:00Z. */
    TIME,
    /** A nested record. */
    RECORD,
    /** A {@link java.util.List} of values of one type. */
    LIST,
    /** Not known before the value is seen: a field read from foreign JSON. */
    ANY
}

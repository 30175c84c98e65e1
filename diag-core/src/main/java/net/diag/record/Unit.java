package net.diag.record;

/**
 * What a number counts. Records keep durations as {@code long} nanoseconds; the unit says how each
 * face writes them.
 */
public enum Unit {
    /** No unit: a name, an identifier, a flag. */
    NONE("", "", "", 0),
    /** How many there are of something. */
    COUNT("", "", "", 0),
    /** A duration in nanoseconds: milliseconds in JSON, seconds in OpenMetrics. */
    NANOSECONDS("_ms", "seconds", "ms", 6),
    /** A duration in whole or broken seconds. */
    SECONDS("_seconds", "seconds", "s", 0),
    /** An amount of data in bytes. */
    BYTES("_bytes", "bytes", "B", 0),
    /** A rate of data, in bytes a second. */
    BYTES_PER_SECOND("_bytes_per_second", "bytes_per_second", "B/s", 0),
    /** A rate of data, in bits a second, as link speeds are given. */
    BITS_PER_SECOND("_bits_per_second", "bits_per_second", "bit/s", 0),
    /** Events a second. */
    PER_SECOND("_per_second", "per_second", "/s", 0),
    /** A share, 0 to 100; a ratio in OpenMetrics. */
    PERCENT("_percent", "ratio", "%", 0),
    /** A share, 0 to 1. */
    RATIO("_ratio", "ratio", "", 0);

    private final String jsonSuffix;
    private final String metricUnit;
    private final String symbol;
    private final int jsonDecimals;

    Unit(String jsonSuffix, String metricUnit, String symbol, int jsonDecimals) {
        this.jsonSuffix = jsonSuffix;
        this.metricUnit = metricUnit;
        this.symbol = symbol;
        this.jsonDecimals = jsonDecimals;
    }

    /** What the field's name ends with in JSON, for example {@code _ms}; may be empty. */
    public String jsonSuffix() {
        return jsonSuffix;
    }

    /** The base unit in OpenMetrics, for example {@code seconds}; may be empty. */
    public String metricUnit() {
        return metricUnit;
    }

    /** The symbol after a number meant for people, for example {@code ms}; may be empty. */
    public String symbol() {
        return symbol;
    }

    /** A {@code long} of this unit is divided by 10 to this power for JSON. */
    public int jsonDecimals() {
        return jsonDecimals;
    }

    /** A value of this unit as a number of JSON's unit. */
    public double toJson(double value) {
        return this == NANOSECONDS ? value / 1e6 : value;
    }

    /** A value of this unit as a number of OpenMetrics' base unit. */
    public double toBase(double value) {
        return switch (this) {
            case NANOSECONDS -> value / 1e9;
            case PERCENT -> value / 100;
            default -> value;
        };
    }

    /** Whether it measures time, so that {@code 50ms} may be compared with it. */
    public boolean isDuration() {
        return this == NANOSECONDS || this == SECONDS;
    }

    /** Whether it measures data, so that {@code 10MB} may be compared with it. */
    public boolean isSize() {
        return this == BYTES || this == BYTES_PER_SECOND || this == BITS_PER_SECOND;
    }
}

package net.diag.record.expr;

import net.diag.record.RecordType;

/**
 * A condition on records of one type, compiled: {@code rtt > 50ms and from in 10.0.0.0/8}.
 *
 * <ul>
 *   <li>Comparisons {@code == != < <= > >=}; {@code ~} and {@code !~} find a regular expression in a text;
 *       {@code in} tests membership in a prefix or a list {@code [a, b]}; {@code has FIELD}.
 *   <li>{@code not}, then {@code and}, then {@code or}; also {@code ! && ||}; parentheses.
 *   <li>Numbers with units ({@code 50ms 10MB 1KiB 100Mbit 5% 10k}), texts in quotes or as bare words,
 *       addresses, prefixes, RFC 3339 times, {@code true false null}.
 *   <li>{@code ip.dst} reaches into a nested record; a list passes if one of its elements does.
 *   <li>A comparison with an absent field is false, so {@code !=} with one is true, as it is the exact
 *       opposite of {@code ==}.
 *   <li>A field written with its JSON name takes bare numbers in JSON's unit: {@code rtt_ms > 50}.
 * </ul>
 *
 * <p>Immutable, for any number of threads.
 *
 * @param <R> the record
 */
public final class Expression<R> {
    private final String source;
    private final Node<R> node;

    private Expression(String source, Node<R> node) {
        this.source = source;
        this.node = node;
    }

    /**
     * Compile {@code source} for records of {@code type}.
     *
     * @throws ExpressionException if it is wrong; its explanation points at the place
     */
    public static <R> Expression<R> compile(String source, RecordType<R> type) throws ExpressionException {
        return new Expression<>(source, new ExpressionParser<>(source, type).parse());
    }

    /** Whether the condition holds for {@code record}. */
    public boolean test(R record) {
        return node.test(record);
    }

    /** What was compiled. */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return source;
    }
}

/**
 * The one expression language of the toolkit, as {@code --where} and the shell's {@code where} take
 * it: comparisons, {@code and or not}, regular expressions, membership, and literals with units.
 *
 * <p>An {@link net.diag.record.expr.Expression} is compiled once against a
 * {@link net.diag.record.RecordType}; every mistake is found then, and points at its column.
 */
package net.diag.record.expr;

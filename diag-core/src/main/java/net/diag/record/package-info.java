/**
 * The record model: {@link net.diag.record.RecordType} declares the fields of an immutable Java
 * record once (name, unit, meaning), and every face is generic over it: JSON Lines, table, CSV,
 * OpenMetrics, JSON Schema.
 *
 * <p>Faces render records to a {@link net.diag.record.TextOut}. They ask no kernel, no clock and no
 * environment.
 */
package net.diag.record;

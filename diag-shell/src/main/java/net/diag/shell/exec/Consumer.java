package net.diag.shell.exec;

import net.diag.cli.StdOut;
import net.diag.record.RecordSink;

/**
 * What a stage's output goes to: records, or text.
 *
 * @param records takes records; never null
 * @param text takes text; the end of it is told by {@code records}' {@code finish}
 * @param wantsText whether text is preferred where the stage before has both
 * @param columns the width of the terminal that text goes to, or 0
 */
record Consumer(RecordSink records, StdOut text, boolean wantsText, int columns) {}

/** Parsers of {@code /proc}: each over bytes, each testable from a saved file. */
package net.diag.proc;

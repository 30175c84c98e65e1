/**
 * What every tool shares: {@link net.diag.cli.Tool}, the option table and its parser (getopt_long's
 * rules), exit statuses, colour, cancellation, and the standard streams.
 *
 * <p>Nothing here uses reflection, and the way to a tool's first output needs neither a lambda nor a
 * terminal library.
 */
package net.diag.cli;

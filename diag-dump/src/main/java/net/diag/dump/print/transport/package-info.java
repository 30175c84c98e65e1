/** Printers of transport protocols. */
package net.diag.dump.print.transport;

/** Printers of routing protocols. */
package net.diag.dump.print.routing;

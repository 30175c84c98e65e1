/** Printers of link-level headers. */
package net.diag.dump.print.link;

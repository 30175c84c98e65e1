/** Printers of application protocols, chosen by port. */
package net.diag.dump.print.app;

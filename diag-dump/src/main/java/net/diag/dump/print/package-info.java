/**
 * The printing engine: text buffer, checked view of a packet, the walk, and the tables that choose the
 * next printer. Protocols live in the packages below, one small class each.
 */
package net.diag.dump.print;

/** Probing in rounds, statistics per hop, and mtr's report and JSON. */
package net.diag.trace.report;

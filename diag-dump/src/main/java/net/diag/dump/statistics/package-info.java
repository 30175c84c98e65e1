/** Statistics over the packets of a capture: who talked to whom, and how much. */
package net.diag.dump.statistics;

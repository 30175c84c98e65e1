/** diag-dump: captures, filters, prints and writes packets; a drop-in for tcpdump. */
package net.diag.dump;

/** Printers of network protocols: IP, ARP, ICMP and their kin. */
package net.diag.dump.print.net;

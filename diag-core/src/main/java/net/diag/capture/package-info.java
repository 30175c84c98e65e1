/**
 * Packets and where they come from: capture files (pcap, pcapng), the kernel's packet ring, and the
 * filters that choose among them. Nothing here prints.
 */
package net.diag.capture;

/**
 * Probes and their answers: what is sent with a limited TTL, by which socket, and how the ICMP errors
 * and replies that come back are matched to it. Nothing here decides when to send or when to stop.
 */
package net.diag.trace.probe;

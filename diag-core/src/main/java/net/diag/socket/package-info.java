/**
 * Probe sockets: raw and datagram ICMP, the error queue, kernel time stamps, in-kernel filters.
 *
 * <p>A reception is decoded into mutable, reusable objects ({@link net.diag.socket.Ancillary}): the
 * receive path allocates nothing.
 */
package net.diag.socket;

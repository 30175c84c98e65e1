/**
 * Decides when to probe, how long to wait and when the path is known. Sees only the {@code
 * ProbeChannel}: the same engine runs over sockets and over a simulated network.
 */
package net.diag.trace.engine;

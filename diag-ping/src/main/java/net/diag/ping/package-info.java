/**
 * {@code diag-ping}: echo probes. A drop-in for iputils' ping 20250605 (text, errors, exit codes), with
 * round-trip times from the kernel's own stamps, and records as JSON.
 *
 * <p>{@link net.diag.ping.PingOptions} says what is asked, {@link net.diag.ping.EchoEngine} probes and
 * yields events, the faces ({@link net.diag.ping.EchoTextFace}, {@link net.diag.ping.FloodFace},
 * {@link net.diag.ping.EchoJsonFace}) render them. The engine never prints, the faces never ask the
 * kernel.
 */
package net.diag.ping;

/**
 * {@code diag-trace}: the path to a host. A drop-in for Linux traceroute(8) 2.1, and what mtr, Paris and
 * Dublin traceroute add.
 *
 * <p>{@code net.diag.trace.probe} sends and matches, {@code net.diag.trace.engine} decides, the faces
 * here and in the packages beside render.
 */
package net.diag.trace;

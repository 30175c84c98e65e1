/**
 * The operating system by its own names: system calls through JNA, {@link net.diag.sys.Errno},
 * file descriptors, signals, users, capabilities and network namespaces.
 *
 * <p>Calls go through JNA's {@code Function}, not through direct mapping: the first
 * {@code Native.register} costs 22–30 ms at start, a {@code Function} call 0.6 µs. Rates come from
 * batches ({@code sendmmsg}, {@code recvmmsg}, mapped rings). Only code whose rate can't be
 * batched may pay for direct mapping, and lazily.
 */
package net.diag.sys;

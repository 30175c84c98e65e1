package net.diag.ping;

import net.diag.record.IpAddress;

/**
 * The beginning of a run.
 *
 * @param timeNanos nanoseconds since the epoch
 * @param name the destination as named
 * @param address where probes go
 * @param source the address they come from
 * @param device the interface or VRF asked for, or null
 * @param payloadBytes payload of a probe
 * @param intervalNanos time between probes
 * @param identifier the ICMP identifier, or -1 while the kernel hasn't told
 */
record PingStart(
        long timeNanos,
        String name,
        IpAddress address,
        IpAddress source,
        String device,
        int payloadBytes,
        long intervalNanos,
        int identifier) {}

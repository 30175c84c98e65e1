package net.diag.ping.sweep;

/**
 * What a sweep is to do.
 *
 * @param count probes a target; 0: until it answers, with {@code retries}
 * @param retries further probes to a silent target, where {@code count} is 0
 * @param intervalNanos between two probes to one target
 * @param timeoutNanos how long a reply is waited for
 * @param probesPerSecond for all targets together; 0: as fast as replies come
 * @param inFlight the most probes without reply or timeout at one time
 * @param payloadLength bytes behind the ICMP header, 0…65507
 * @param ttl TTL or hop limit, or -1
 * @param tos TOS or traffic class
 * @param source4 the IPv4 source address, or null
 * @param source6 the IPv6 source address, or null
 * @param tcpPort the port to connect to, or 0
 * @param udpPort the port to send datagrams to, or 0
 * @param device the interface or VRF, or null
 */
public record SweepSettings(
        long count,
        int retries,
        long intervalNanos,
        long timeoutNanos,
        double probesPerSecond,
        int inFlight,
        int payloadLength,
        int ttl,
        int tos,
        byte[] source4,
        byte[] source6,
        int tcpPort,
        int udpPort,
        String device) {
    /** Whether ports are probed, and not by ICMP echo. */
    public boolean isPort() {
        return tcpPort > 0 || udpPort > 0;
    }
}

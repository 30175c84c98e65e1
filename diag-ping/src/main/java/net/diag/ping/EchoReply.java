package net.diag.ping;

import net.diag.sys.SockAddr;

/**
 * An echo reply, matched to its probe.
 *
 * @param timeNanos when the kernel received it, nanoseconds since the epoch
 * @param source who sent it
 * @param sequence the probe's sequence number, from 1, not wrapped
 * @param wireSequence the number in the packet, 0…65535
 * @param identifier the ICMP identifier, 0…65535
 * @param lengthBytes ICMP header and payload as received
 * @param ttl the TTL or hop limit, or -1
 * @param tos the TOS or traffic class, or -1
 * @param rttNanos the round-trip time, or -1 when the probe is not known any more
 * @param timing where the round-trip time's two ends were stamped
 * @param duplicate the probe had been answered before
 * @param late the probe had been given up before
 * @param badChecksum the ICMP checksum is wrong
 * @param otherSource it came from another address than the probe went to
 * @param truncated it is shorter than the probe
 * @param wrongOffset the first payload byte that isn't what was sent, or -1
 * @param expectedByte what that byte should be, 0…255
 * @param payload the payload when {@code wrongOffset} is set, else null
 * @param ipOptions the reply's IPv4 options, or null
 * @param nodeInformation the answer to a node information query in words, or null
 */
record EchoReply(
        long timeNanos,
        SockAddr source,
        long sequence,
        int wireSequence,
        int identifier,
        int lengthBytes,
        int ttl,
        int tos,
        long rttNanos,
        RttTiming timing,
        boolean duplicate,
        boolean late,
        boolean badChecksum,
        boolean otherSource,
        boolean truncated,
        int wrongOffset,
        int expectedByte,
        byte[] payload,
        byte[] ipOptions,
        String nodeInformation) {
    /** The time in whole microseconds, as the drop-in shows it; 0 when unknown. */
    long rttMicros() {
        return rttNanos < 0 ? 0 : (rttNanos + 500) / 1000;
    }
}

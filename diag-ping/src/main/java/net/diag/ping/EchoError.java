package net.diag.ping;

import net.diag.sys.SockAddr;

/**
 * An ICMP error about a probe, or a redirect.
 *
 * @param timeNanos when it was received, nanoseconds since the epoch
 * @param offender who sent it
 * @param sequence the probe's sequence number, from 1, not wrapped
 * @param wireSequence the number in the quoted packet, 0…65535
 * @param ipv6 whether type and code are ICMPv6's
 * @param type the ICMP type
 * @param code the ICMP code
 * @param info the MTU, the pointer, or the gateway in host order
 * @param fatalToProbe whether the probe is answered by it; not so for a redirect or a source quench
 * @param badChecksum the ICMP checksum is wrong
 */
record EchoError(
        long timeNanos,
        SockAddr offender,
        long sequence,
        int wireSequence,
        boolean ipv6,
        int type,
        int code,
        int info,
        boolean fatalToProbe,
        boolean badChecksum) {
    /** iputils' words for it. */
    String text() {
        return ipv6 ? IcmpErrorText.ipv6(type, code, info) : IcmpErrorText.ipv4(type, code, info);
    }
}

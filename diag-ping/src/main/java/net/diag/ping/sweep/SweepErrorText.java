package net.diag.ping.sweep;

/** What an ICMP or ICMPv6 error says, in fping's words (RFC 792, RFC 4443). */
final class SweepErrorText {
    private static final String[] UNREACHABLE = {
        "ICMP Network Unreachable",
        "ICMP Host Unreachable",
        "ICMP Protocol Unreachable",
        "ICMP Port Unreachable",
        "ICMP Unreachable (Fragmentation Needed)",
        "ICMP Unreachable (Source Route Failed)",
        "ICMP Unreachable (Destination Network Unknown)",
        "ICMP Unreachable (Destination Host Unknown)",
        "ICMP Unreachable (Source Host Isolated)",
        "ICMP Unreachable (Communication with Network Prohibited)",
        "ICMP Unreachable (Communication with Host Prohibited)",
        "ICMP Unreachable (Network Unreachable For Type Of Service)",
        "ICMP Unreachable (Host Unreachable For Type Of Service)",
        "ICMP Unreachable (Communication Administratively Prohibited)",
        "ICMP Unreachable (Host Precedence Violation)",
        "ICMP Unreachable (Precedence cutoff in effect)"
    };

    private static final String[] UNREACHABLE_6 = {
        "ICMPv6 No Route",
        "ICMPv6 Administratively Prohibited",
        "ICMPv6 Beyond Scope",
        "ICMPv6 Address Unreachable",
        "ICMPv6 Port Unreachable",
        "ICMPv6 Source Address Failed Policy",
        "ICMPv6 Reject Route"
    };

    private SweepErrorText() {}

    static String of(boolean ipv6, int type, int code) {
        String[] names = ipv6 ? UNREACHABLE_6 : UNREACHABLE;
        if (type == (ipv6 ? 1 : 3)) {
            return code < names.length ? names[code] : "ICMP Unreachable (code " + code + ")";
        }
        if (type == (ipv6 ? 3 : 11)) {
            return code == 0 ? "ICMP Time Exceeded" : "ICMP Fragment Reassembly Time Exceeded";
        }
        if (ipv6 && type == 2) {
            return "ICMPv6 Packet Too Big";
        }
        return type == (ipv6 ? 4 : 12) ? "ICMP Parameter Problem" : "ICMP type " + type + " code " + code;
    }
}

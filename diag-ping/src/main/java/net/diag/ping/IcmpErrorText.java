package net.diag.ping;

import net.diag.wire.InetAddresses;

/** iputils' words for ICMP errors (RFC 792, RFC 1812 §5.2.7) and ICMPv6 errors (RFC 4443). */
final class IcmpErrorText {
    private IcmpErrorText() {}

    /**
     * The text for an ICMP error.
     *
     * @param info the MTU, the pointer, or the gateway as in network byte order, read in host order
     */
    static String ipv4(int type, int code, int info) {
        return switch (type) {
            case 0 -> "Echo Reply";
            case 3 -> unreachable(code, info);
            case 4 -> "Source Quench";
            case 5 -> redirect(code) + "(New nexthop: " + gateway(info) + ")";
            case 8 -> "Echo Request";
            case 11 ->
                switch (code) {
                    case 0 -> "Time to live exceeded";
                    case 1 -> "Frag reassembly time exceeded";
                    default -> "Time exceeded, Bad Code: " + code;
                };
            case 12 -> "Parameter problem: pointer = " + (info & 0xffff_ffffL);
            case 13 -> "Timestamp";
            case 14 -> "Timestamp Reply";
            case 15 -> "Information Request";
            case 16 -> "Information Reply";
            default -> "Bad ICMP type: " + type;
        };
    }

    private static String unreachable(int code, int info) {
        return switch (code) {
            case 0 -> "Destination Net Unreachable";
            case 1 -> "Destination Host Unreachable";
            case 2 -> "Destination Protocol Unreachable";
            case 3 -> "Destination Port Unreachable";
            case 4 -> "Frag needed and DF set (mtu = " + (info & 0xffff_ffffL) + ")";
            case 5 -> "Source Route Failed";
            case 6 -> "Destination Net Unknown";
            case 7 -> "Destination Host Unknown";
            case 8 -> "Source Host Isolated";
            case 9 -> "Destination Net Prohibited";
            case 10 -> "Destination Host Prohibited";
            case 11 -> "Destination Net Unreachable for Type of Service";
            case 12 -> "Destination Host Unreachable for Type of Service";
            case 13 -> "Packet filtered";
            case 14 -> "Precedence Violation";
            case 15 -> "Precedence Cutoff";
            default -> "Dest Unreachable, Bad Code: " + code;
        };
    }

    private static String redirect(int code) {
        return switch (code) {
            case 0 -> "Redirect Network";
            case 1 -> "Redirect Host";
            case 2 -> "Redirect Type of Service and Network";
            case 3 -> "Redirect Type of Service and Host";
            default -> "Redirect, Bad Code: " + code;
        };
    }

    private static String gateway(int address) {
        return InetAddresses.format(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address});
    }

    /** The text for an ICMPv6 error; {@code info} is the MTU or the pointer. */
    static String ipv6(int type, int code, int info) {
        long number = info & 0xffff_ffffL;
        return switch (type) {
            case 1 -> "Destination unreachable: " + unreachable6(code);
            case 2 -> "Packet too big: mtu=" + number + (code == 0 ? "" : ", code=" + code);
            case 3 ->
                "Time exceeded: " + (code == 0 ? "Hop limit" : code == 1 ? "Defragmentation failure" : "code " + code);
            case 4 -> "Parameter problem: " + parameter6(code) + " at " + number;
            case 128 -> "Echo request";
            case 129 -> "Echo reply";
            case 130 -> "MLD Query";
            case 131 -> "MLD Report";
            case 132 -> "MLD Reduction";
            default -> "unknown icmp type: " + type;
        };
    }

    private static String unreachable6(int code) {
        return switch (code) {
            case 0 -> "No route";
            case 1 -> "Administratively prohibited";
            case 2 -> "Beyond scope of source address";
            case 3 -> "Address unreachable";
            case 4 -> "Port unreachable";
            case 5 -> "Source address failed ingress/egress policy";
            case 6 -> "Reject route to destination";
            default -> "Unknown code " + code;
        };
    }

    private static String parameter6(int code) {
        return switch (code) {
            case 0 -> "Wrong header field";
            case 1 -> "Unknown header";
            case 2 -> "Unknown option";
            default -> "code " + code;
        };
    }
}

package net.diag.wire;

/** Protocol numbers of IPv4's protocol and IPv6's next header field (IANA), open: an unknown one keeps its number. */
public final class IpProtocol {
    /** As a next header of IPv6: hop-by-hop options. */
    public static final int HOP_BY_HOP = 0;

    public static final int ICMP = 1;
    public static final int IGMP = 2;
    public static final int IPIP = 4;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int DCCP = 33;
    public static final int IPV6 = 41;
    public static final int ROUTING = 43;
    public static final int FRAGMENT = 44;
    public static final int RSVP = 46;
    public static final int GRE = 47;
    public static final int ESP = 50;
    public static final int AH = 51;
    public static final int ICMPV6 = 58;
    public static final int NO_NEXT_HEADER = 59;
    public static final int DESTINATION_OPTIONS = 60;
    public static final int EIGRP = 88;
    public static final int OSPF = 89;
    public static final int PIM = 103;
    public static final int VRRP = 112;
    public static final int L2TP = 115;
    public static final int SCTP = 132;
    public static final int MOBILITY = 135;
    public static final int UDPLITE = 136;
    public static final int HIP = 139;
    public static final int SHIM6 = 140;

    private IpProtocol() {}

    /** The name as in {@code /etc/protocols}, lower case, or the number in decimal. */
    public static String name(int protocol) {
        switch (protocol) {
            case HOP_BY_HOP:
                return "hopopt";
            case ICMP:
                return "icmp";
            case IGMP:
                return "igmp";
            case IPIP:
                return "ipencap";
            case TCP:
                return "tcp";
            case UDP:
                return "udp";
            case DCCP:
                return "dccp";
            case IPV6:
                return "ipv6";
            case ROUTING:
                return "ipv6-route";
            case FRAGMENT:
                return "ipv6-frag";
            case RSVP:
                return "rsvp";
            case GRE:
                return "gre";
            case ESP:
                return "esp";
            case AH:
                return "ah";
            case ICMPV6:
                return "ipv6-icmp";
            case NO_NEXT_HEADER:
                return "ipv6-nonxt";
            case DESTINATION_OPTIONS:
                return "ipv6-opts";
            case EIGRP:
                return "eigrp";
            case OSPF:
                return "ospf";
            case PIM:
                return "pim";
            case VRRP:
                return "vrrp";
            case L2TP:
                return "l2tp";
            case SCTP:
                return "sctp";
            case MOBILITY:
                return "mobility-header";
            case UDPLITE:
                return "udplite";
            case HIP:
                return "hip";
            case SHIM6:
                return "shim6";
            default:
                return Integer.toString(protocol);
        }
    }
}

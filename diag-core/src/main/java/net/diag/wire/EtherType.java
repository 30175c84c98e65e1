package net.diag.wire;

/** EtherTypes (IEEE 802 numbers), open: an unknown one keeps its number. */
public final class EtherType {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int RARP = 0x8035;
    public static final int VLAN = 0x8100;
    public static final int IPV6 = 0x86dd;
    public static final int SLOW_PROTOCOLS = 0x8809;
    public static final int MPLS = 0x8847;
    public static final int MPLS_MULTICAST = 0x8848;
    public static final int PPPOE_DISCOVERY = 0x8863;
    public static final int PPPOE_SESSION = 0x8864;
    public static final int EAPOL = 0x888e;
    /** 802.1ad, the outer tag of a doubly tagged frame. */
    public static final int SERVICE_VLAN = 0x88a8;

    public static final int LLDP = 0x88cc;
    public static final int MACSEC = 0x88e5;
    public static final int PTP = 0x88f7;
    /** The outer tag that some switches used before 802.1ad. */
    public static final int QINQ_OLD = 0x9100;

    private EtherType() {}

    /** Does a VLAN tag follow a type field with this value? */
    public static boolean isVlan(int type) {
        return type == VLAN || type == SERVICE_VLAN || type == QINQ_OLD;
    }

    /** The usual name, or the number as {@code 0x1234}. */
    public static String name(int type) {
        switch (type) {
            case IPV4:
                return "IPv4";
            case ARP:
                return "ARP";
            case RARP:
                return "RARP";
            case VLAN:
                return "802.1Q";
            case IPV6:
                return "IPv6";
            case SLOW_PROTOCOLS:
                return "Slow Protocols";
            case MPLS:
                return "MPLS";
            case MPLS_MULTICAST:
                return "MPLS multicast";
            case PPPOE_DISCOVERY:
                return "PPPoE discovery";
            case PPPOE_SESSION:
                return "PPPoE session";
            case EAPOL:
                return "EAPOL";
            case SERVICE_VLAN:
                return "802.1ad";
            case LLDP:
                return "LLDP";
            case MACSEC:
                return "MACsec";
            case PTP:
                return "PTP";
            case QINQ_OLD:
                return "QinQ";
            default:
                return Hex.word(type);
        }
    }
}

package net.diag.dump.print;

import net.diag.dump.print.link.LldpPrinter;
import net.diag.dump.print.link.MplsPrinter;
import net.diag.dump.print.link.PppPrinter;
import net.diag.dump.print.link.PppoePrinter;
import net.diag.dump.print.net.ArpPrinter;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;

/** Names and printers by EtherType (IEEE 802 numbers). A row names its class directly: lazy loading. */
public final class EtherTypes {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int REVERSE_ARP = 0x8035;
    public static final int IPV6 = 0x86dd;

    private EtherTypes() {}

    /** The printer of an EtherType's payload, or null. */
    public static Printer printer(int type) {
        return switch (type) {
            case IPV4 -> Ipv4Printer.INSTANCE;
            case IPV6 -> Ipv6Printer.INSTANCE;
            case ARP, REVERSE_ARP -> ArpPrinter.INSTANCE;
            case 0x8847, 0x8848 -> MplsPrinter.INSTANCE;
            case 0x88cc -> LldpPrinter.INSTANCE;
            case 0x880b -> PppPrinter.INSTANCE;
            case 0x8863, 0x8864, 0x3c12, 0x3c13 -> PppoePrinter.INSTANCE;
            default -> null;
        };
    }

    /** The name of an EtherType, or {@code Unknown}. */
    public static String name(int type) {
        return switch (type) {
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
            case ARP -> "ARP";
            case REVERSE_ARP -> "Reverse ARP";
            case 0x8847 -> "MPLS unicast";
            case 0x8848 -> "MPLS multicast";
            case 0x8100 -> "802.1Q";
            case 0x9100 -> "802.1Q-9100";
            case 0x88a8 -> "802.1Q-QinQ";
            case 0x9200 -> "802.1Q-9200";
            case 0x88e5 -> "802.1AE MACsec";
            case 0x0200 -> "PUP";
            case 0x0600 -> "NS";
            case 0x0500 -> "SPRITE";
            case 0x1000 -> "TRAIL";
            case 0x6001 -> "MOP DL";
            case 0x6002 -> "MOP RC";
            case 0x6003 -> "DN";
            case 0x6004 -> "LAT";
            case 0x6007 -> "SCA";
            case 0x6558 -> "TEB";
            case 0x8038 -> "LANBRIDGE";
            case 0x803c -> "DECDNS";
            case 0x803e -> "DECDTS";
            case 0x805b -> "VEXP";
            case 0x805c -> "VPROD";
            case 0xd28b -> "Arista Vendor Protocol";
            case 0x809b -> "Appletalk";
            case 0x80f3 -> "Appletalk ARP";
            case 0x8137 -> "IPX";
            case 0x880b -> "PPP";
            case 0x8863 -> "PPPoE D";
            case 0x8864 -> "PPPoE S";
            case 0x3c12 -> "PPPoE D2";
            case 0x3c13 -> "PPPoE S2";
            case 0x886f -> "MS NLB heartbeat";
            case 0x8870 -> "Jumbo";
            case 0x8874 -> "Realtek";
            case 0x888e -> "EAPOL";
            case 0x8899 -> "Realtek Remote Control Protocol";
            case 0x894f -> "NSH";
            case 0x9000 -> "Loopback";
            case 0xfefe -> "OSI";
            case 0x88b7 -> "GeoNet (old)";
            case 0x8947 -> "GeoNet";
            case 0x04e0 -> "CALM FAST";
            case 0x88a2 -> "AoE";
            case 0x88ca -> "TIPC";
            case 0x88cc -> "LLDP";
            case 0x88f7 -> "PTP";
            case 0x8902 -> "CFM";
            case 0x8903 -> "CFM (old)";
            case 0x893a -> "IEEE1905.1";
            case 0x8809 -> "Slow Protocols";
            case 0x81cb -> "MEDSA";
            case 0x88bd -> "VMAN";
            default -> "Unknown";
        };
    }
}

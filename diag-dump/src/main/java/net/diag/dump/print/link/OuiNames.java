package net.diag.dump.print.link;

import net.diag.dump.print.Tokens;

/** Names of the organisationally unique identifiers that occur inside protocols. */
public final class OuiNames {
    private static final Tokens NAMES = Tokens.of(
            0x000000, "Ethernet",
            0x00000c, "Cisco",
            0x000081, "Nortel Networks SONMP",
            0x0000f8, "Cisco bridged",
            0x0080c2, "Ethernet bridged",
            0x00a03e, "ATM Forum",
            0x00015c, "Cable Labs",
            0x00100b, "Cable BPI",
            0x080007, "Appletalk",
            0x009069, "Juniper",
            0x00120f, "IEEE 802.3 Private",
            0x0012bb, "ANSI/TIA",
            0x001b21, "DCBX",
            0x080009, "Hewlett-Packard",
            0x005043, "Marvell Technology",
            0x000039, "Toshiba",
            0x00005e, "IANA");

    private OuiNames() {}

    /** The name, or {@code Unknown}. */
    public static String name(int oui) {
        return NAMES.name(oui, "Unknown");
    }
}

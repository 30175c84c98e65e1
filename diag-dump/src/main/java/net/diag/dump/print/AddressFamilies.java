package net.diag.dump.print;

/** Names of address families (IANA address-family-numbers), for the protocols that carry the number. */
public final class AddressFamilies {
    public static final int IPV4 = 1;
    public static final int IPV6 = 2;
    public static final int IEEE_802 = 6;
    public static final Tokens NAMES = Tokens.of(
            0,
            "Reserved",
            IPV4,
            "IPv4",
            IPV6,
            "IPv6",
            3,
            "NSAP",
            4,
            "HDLC",
            5,
            "BBN 1822",
            IEEE_802,
            "802",
            7,
            "E.163",
            8,
            "E.164",
            9,
            "F.69",
            10,
            "X.121",
            11,
            "Novell IPX",
            12,
            "Appletalk",
            13,
            "Decnet IV",
            14,
            "Banyan Vines",
            15,
            "E.164 with NSAP subaddress",
            16,
            "DNS",
            17,
            "Distinguished name",
            18,
            "AS Number",
            19,
            "XTP over IP4",
            20,
            "XTP over IP6",
            21,
            "XTP",
            25,
            "L2VPN",
            196,
            "VPLS");

    private AddressFamilies() {}
}

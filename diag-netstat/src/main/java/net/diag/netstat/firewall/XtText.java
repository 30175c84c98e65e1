package net.diag.netstat.firewall;

/** An extension of xtables inside an nf_tables rule ({@code nft_compat}), as iptables-nft makes them. */
final class XtText {
    private XtText() {}

    static String of(String kind, String name, int revision, byte[] info) {
        return "# xt_" + kind + ' ' + name + " rev " + revision;
    }
}

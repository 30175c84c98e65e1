package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.Map;
import net.diag.netlink.NetlinkSocket;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.route.Rtnetlink;

/** Reads the packet filter of the calling thread's namespace and writes it in nft's language. */
public final class FirewallText {
    private FirewallText() {}

    /** The nf_tables ruleset as text that {@code nft -f} takes. */
    public static String read() throws IOException {
        Map<Integer, String> ifNames;
        try (Rtnetlink route = Rtnetlink.open()) {
            ifNames = Rtnetlink.names(route.readLinks());
        }
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETLINK_NETFILTER)) {
            return new RulesetText(NftRuleset.read(socket), new ValueText(ifNames::get)).all();
        }
    }
}

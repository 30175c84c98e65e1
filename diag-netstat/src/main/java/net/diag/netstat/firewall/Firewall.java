package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.netlink.NetlinkException;
import net.diag.netlink.NetlinkSocket;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.route.Rtnetlink;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;

/**
 * The packet filters of one network namespace, read at once.
 *
 * @param ruleset nf_tables, among it the tables of iptables-nft; empty where the kernel has none
 * @param legacy the tables of legacy iptables, IPv4's and IPv6's
 * @param ifNames names of interfaces by index
 * @param notes what could not be seen, in words for a user
 */
record Firewall(NftRuleset ruleset, List<LegacyTable> legacy, Map<Integer, String> ifNames, List<String> notes) {
    /** Read what the calling thread's namespace has. */
    static Firewall read() throws IOException {
        Map<Integer, String> ifNames;
        try (Rtnetlink route = Rtnetlink.open()) {
            ifNames = Rtnetlink.names(route.readLinks());
        }
        List<String> notes = new ArrayList<>();
        NftRuleset ruleset = new NftRuleset(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), true);
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETLINK_NETFILTER)) {
            ruleset = NftRuleset.read(socket);
            if (!ruleset.consistent()) {
                notes.add("the ruleset kept changing while it was read: it may not be of one piece");
            }
        } catch (NetlinkException e) {
            if (e.errno() == Errno.EPERM) {
                throw e;
            }
            notes.add("nf_tables is not available (" + Errno.message(e.errno()) + ')');
        } catch (ErrnoException e) {
            notes.add("nf_tables is not available (" + Errno.message(e.errno()) + ')');
        }
        return new Firewall(ruleset, LegacyTable.readAll(notes), ifNames, notes);
    }

    ValueText values() {
        return new ValueText(ifNames::get);
    }
}

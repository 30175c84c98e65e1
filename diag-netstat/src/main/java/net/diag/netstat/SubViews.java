package net.diag.netstat;

import java.util.List;
import net.diag.cli.Tool;
import net.diag.netstat.dns.DnsView;
import net.diag.netstat.firewall.ConntrackView;
import net.diag.netstat.firewall.FirewallView;
import net.diag.netstat.ip.GroupView;
import net.diag.netstat.ip.LinkView;
import net.diag.netstat.ip.NamespaceView;
import net.diag.netstat.ip.NeighborView;
import net.diag.netstat.ip.RouteView;
import net.diag.netstat.ip.RuleView;

/**
 * The views that are named by the first operand: {@code netstat link}, {@code netstat route get
 * 192.0.2.1}. Each is a tool with options of its own, and takes what stands behind its name.
 */
public final class SubViews {
    private static final List<String> NAMES =
            List.of("link", "addr", "route", "rule", "neigh", "maddr", "netns", "conntrack", "firewall", "dns");

    private SubViews() {}

    /** All names, for help and completion. */
    public static List<String> names() {
        return NAMES;
    }

    /** The view of that name (or of ip's other spellings of it), or null. */
    public static Tool named(String name) {
        return switch (name) {
            case "link" -> LinkView.link();
            case "addr", "address" -> LinkView.addr();
            case "route" -> new RouteView();
            case "rule" -> new RuleView();
            case "neigh", "neighbour", "neighbor" -> new NeighborView();
            case "maddr", "maddress" -> new GroupView();
            case "conntrack" -> new ConntrackView();
            case "dns" -> new DnsView();
            case "firewall" -> new FirewallView();
            case "netns" -> new NamespaceView();
            default -> null;
        };
    }
}

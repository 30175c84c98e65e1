package net.diag.netstat.ip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.ToolContext;
import net.diag.netlink.route.Rtnetlink;
import net.diag.netlink.route.RuleMessage;

/** {@code netstat rule}: the rules that choose a routing table. */
public final class RuleView extends IpView {
    private static final Rows ROWS = new Rows(
            "diag/netstat/rule/1",
            "a routing policy rule",
            "family",
            "t",
            "inet or inet6",
            "priority",
            "i",
            "smaller is first",
            "not",
            "b",
            "the selectors must not match",
            "src",
            "t",
            "source address",
            "srclen",
            "i",
            "its prefix length, if it is not whole",
            "dst",
            "t",
            "destination address",
            "dstlen",
            "i",
            "its prefix length, if it is not whole",
            "tos",
            "t",
            "type of service",
            "fwmark",
            "t",
            "firewall mark",
            "fwmask",
            "t",
            "its mask",
            "iif",
            "t",
            "interface of arrival",
            "oif",
            "t",
            "interface of departure",
            "ipproto",
            "t",
            "IP protocol",
            "table",
            "t",
            "table to look up",
            "goto",
            "i",
            "rule to go on at",
            "action",
            "t",
            "what else is done",
            "protocol",
            "t",
            "who made it");

    /** The view of rules. */
    public RuleView() {
        super("rule", "list routing policy rules", "[OPTIONS]");
    }

    @Override
    Rows rows() {
        return ROWS;
    }

    @Override
    List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        RuleRows decoder = new RuleRows(names);
        try (Rtnetlink route = Rtnetlink.open()) {
            for (int family : q.family == 0 ? new int[] {2, 10} : new int[] {q.family}) {
                for (RuleMessage m : route.readRules(family)) {
                    Map<String, Object> r = decoder.row(m);
                    if (m.family() == family
                            && q.selection.matches("table", r.get("table"))
                            && q.selection.matches("iif", r.get("iif"))
                            && q.selection.matches("from", r.get("src"))) {
                        rows.add(r);
                    }
                }
            }
        }
        return rows;
    }

    @Override
    void print(List<Map<String, Object>> rows, Request q, ToolContext context) {
        RouteText text = new RouteText(context.out(), q.details);
        for (Map<String, Object> r : rows) {
            // As ip does: IPv4's unless asked otherwise.
            if (q.family != 0 || r.get("family").equals("inet")) {
                text.rule(r);
            }
        }
    }
}

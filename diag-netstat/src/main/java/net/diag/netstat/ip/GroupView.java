package net.diag.netstat.ip;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.ToolContext;

/** {@code netstat maddr}: the multicast groups that interfaces have joined. */
public final class GroupView extends IpView {
    private static final Rows ROWS = new Rows(
            "diag/netstat/maddr/1",
            "an interface's multicast groups",
            "ifindex",
            "i",
            "index of the interface",
            "ifname",
            "t",
            "its name",
            "maddr",
            "a",
            "groups: link, or family and address, with users");

    /** The view of groups. */
    public GroupView() {
        super("maddr", "list multicast groups", "[OPTIONS] [dev NAME]");
    }

    @Override
    Rows rows() {
        return ROWS;
    }

    @Override
    List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> r : new GroupRows(Path.of("/proc/thread-self/net")).read()) {
            if (q.selection.device() == null || q.selection.device().equals(r.get("ifname"))) {
                if (q.family != 0) {
                    Rows.list(r, "maddr")
                            .removeIf(g -> !RtNames.family(q.family).equals(g.get("family")));
                }
                rows.add(r);
            }
        }
        return rows;
    }

    @Override
    void print(List<Map<String, Object>> rows, Request q, ToolContext context) {
        RouteText text = new RouteText(context.out(), q.details);
        for (Map<String, Object> r : rows) {
            text.groups(r);
        }
    }
}

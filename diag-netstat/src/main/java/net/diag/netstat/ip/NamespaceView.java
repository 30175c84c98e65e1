package net.diag.netstat.ip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.cli.ToolContext;
import net.diag.netlink.route.Rtnetlink;
import net.diag.record.Escape;
import net.diag.sys.NetNamespace;

/** {@code netstat netns}: every network namespace of the machine that can be seen, named or not. */
public final class NamespaceView extends IpView {
    private static final Rows ROWS = new Rows(
            "diag/netstat/netns/1",
            "a network namespace",
            "name",
            "t",
            "its name, pid N, or the path that holds it",
            "id",
            "i",
            "its id in this namespace",
            "inode",
            "t",
            "device and inode, the identity",
            "path",
            "t",
            "where it can be entered",
            "current",
            "b",
            "whether it is the caller's own");

    /** The view of namespaces. */
    public NamespaceView() {
        super("netns", "list network namespaces", "[OPTIONS]");
    }

    @Override
    Rows rows() {
        return ROWS;
    }

    @Override
    List<Map<String, Object>> read(Request q, RtNames names, ToolContext context) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        int[] unreadable = new int[1];
        String own = NetNamespace.current().id();
        try (Rtnetlink route = Rtnetlink.open()) {
            for (NetNamespace ns : NetNamespace.all(unreadable)) {
                Map<String, Object> r = new LinkedHashMap<>();
                r.put("name", label(ns));
                try {
                    int id = route.netnsId(ns.path().toString());
                    if (id >= 0) {
                        r.put("id", id);
                    }
                } catch (IOException e) {
                    // Gone meanwhile, or not ours to open: it is listed without its id.
                    r.put("path", ns.path().toString());
                }
                r.put("inode", ns.id());
                r.put("path", ns.path().toString());
                if (ns.id().equals(own)) {
                    r.put("current", true);
                }
                rows.add(r);
            }
        }
        if (unreadable[0] > 0) {
            context.complain(unreadable[0] + " processes could not be looked at (root sees all namespaces)");
        }
        return rows;
    }

    /** Its name; {@link NetNamespace#all} has the caller's own first, without one. */
    static String label(NetNamespace ns) {
        for (NetNamespace n : NetNamespace.named()) {
            if (n.id().equals(ns.id())) {
                return n.label();
            }
        }
        return ns.label().isEmpty() ? "(this)" : ns.label();
    }

    @Override
    void print(List<Map<String, Object>> rows, Request q, ToolContext context) {
        for (Map<String, Object> r : rows) {
            context.out().print(Escape.text(String.valueOf(r.get("name"))));
            if (r.containsKey("id")) {
                context.out().print(" (id: ").print(String.valueOf(r.get("id"))).print(')');
            }
            if (q.details) {
                context.out().print(' ').print(String.valueOf(r.get("inode")));
            }
            context.out().println();
        }
    }
}

package net.diag.netstat.ip;

import java.util.List;
import java.util.Map;
import net.diag.record.Escape;
import net.diag.record.TextOut;

/** Interfaces and their addresses as iproute2 prints them. */
final class LinkText {
    private final TextOut out;
    private final boolean details;
    private final boolean statistics;

    LinkText(TextOut out, boolean details, boolean statistics) {
        this.out = out;
        this.details = details;
        this.statistics = statistics;
    }

    /** One interface; {@code mode} shows the link mode, as {@code ip link} does and {@code ip addr} does not. */
    void print(Map<String, Object> r, boolean mode) {
        out.print(String.valueOf(r.get("ifindex"))).print(": ").print(name(r)).print(": <");
        out.print(String.join(",", Rows.words(r, "flags"))).print('>');
        word(r, " mtu ", "mtu");
        word(r, " qdisc ", "qdisc");
        word(r, " master ", "master");
        word(r, " state ", "operstate");
        if (mode) {
            word(r, " mode ", "linkmode");
        }
        word(r, " group ", "group");
        word(r, " qlen ", "txqlen");
        out.println();
        address(r);
        if (details) {
            details(r);
        }
        if (mode && r.containsKey("ifalias")) {
            out.print("    alias ").println(text(r.get("ifalias")));
        }
        if (statistics) {
            statistics(Rows.object(r, "stats64"));
        }
        for (String alternative : Rows.words(r, "altnames")) {
            out.print("    altname ").println(Escape.text(alternative));
        }
        for (Map<String, Object> a : Rows.list(r, "addr_info")) {
            address(r, a);
        }
    }

    private static String text(Object o) {
        return Escape.text(String.valueOf(o));
    }

    private void word(Map<String, Object> r, String before, String field) {
        if (r.containsKey(field)) {
            out.print(before).print(text(r.get(field)));
        }
    }

    private String name(Map<String, Object> r) {
        String s = text(r.get("ifname"));
        if (r.containsKey("link")) {
            return s + '@' + (r.get("link") == null ? "NONE" : text(r.get("link")));
        }
        return r.containsKey("link_index") ? s + "@if" + r.get("link_index") : s;
    }

    private void address(Map<String, Object> r) {
        out.print("    link/").print(text(r.get("link_type"))).print(' ');
        word(r, "", "address");
        if (r.containsKey("broadcast")) {
            out.print(r.containsKey("link_pointtopoint") ? " peer " : " brd ");
            word(r, "", "broadcast");
        }
        word(r, " permaddr ", "permaddr");
        if (r.containsKey("link_netnsid")) {
            Map<String, Object> peer = Rows.object(r, "peer");
            boolean known = peer.containsKey("netns");
            out.print(known ? " link-netns " : " link-netnsid ");
            out.print(known ? text(peer.get("netns")) : text(r.get("link_netnsid")));
        }
        if (details) {
            word(r, " promiscuity ", "promiscuity");
            word(r, "  allmulti ", "allmulti");
            word(r, " minmtu ", "min_mtu");
            word(r, " maxmtu ", "max_mtu");
            out.print(' ');
            if (!r.containsKey("linkinfo")) {
                // ip goes on on the same line.
                return;
            }
        }
        out.println();
    }

    private void details(Map<String, Object> r) {
        Map<String, Object> info = Rows.object(r, "linkinfo");
        if (!info.isEmpty()) {
            out.print("    ");
        }
        kind(info, "info_kind", "info_data", "");
        kind(info, "info_slave_kind", "info_slave_data", "_slave");
        Map<String, Object> peer = Rows.object(r, "peer");
        if (peer.containsKey("ifname")) {
            out.print("peer ").print(text(peer.get("ifname"))).print(' ');
        }
        word(r, "addrgenmode ", "inet6_addr_gen_mode");
        word(r, " numtxqueues ", "num_tx_queues");
        word(r, " numrxqueues ", "num_rx_queues");
        for (String f : List.of("gso_max_size", "gso_max_segs", "tso_max_size", "tso_max_segs", "gro_max_size")) {
            word(r, " " + f + ' ', f);
        }
        word(r, " portname ", "phys_port_name");
        word(r, " switchid ", "phys_switch_id");
        word(r, " parentbus ", "parentbus");
        word(r, " parentdev ", "parentdev");
        out.print(' ').println();
    }

    private void kind(Map<String, Object> info, String kind, String data, String suffix) {
        if (!info.containsKey(kind)) {
            return;
        }
        out.print(text(info.get(kind))).print(suffix).print(' ');
        for (Map.Entry<String, Object> e : Rows.object(info, data).entrySet()) {
            Object v = e.getValue();
            out.print(e.getKey()).print(' ');
            if (v instanceof Boolean b) {
                v = b ? "on" : "off";
            } else if (v instanceof Map<?, ?> m) {
                v = m.get("low") + " " + m.get("high");
            } else if (v instanceof List<?> l) {
                v = l.isEmpty() ? "none" : String.join(",", Rows.words(Rows.object(info, data), e.getKey()));
            }
            out.print(text(v)).print(' ');
        }
    }

    private void statistics(Map<String, Object> stats) {
        if (!stats.isEmpty()) {
            side("RX", Rows.object(stats, "rx"), "missed", "missed_errors", "mcast", "multicast");
            side("TX", Rows.object(stats, "tx"), "carrier", "carrier_errors", "collsns", "collisions");
        }
    }

    private void side(String name, Map<String, Object> s, String... last) {
        String[] titles = {"bytes", "packets", "errors", "dropped", last[0], last[2]};
        String[] fields = {"bytes", "packets", "errors", "dropped", last[1], last[3]};
        int[] width = new int[6];
        for (int i = 0; i < 6; i++) {
            int least = i == 0 ? 6 : 7 - (i == 2 ? 1 : 0);
            width[i] =
                    Math.max(least, String.valueOf(s.getOrDefault(fields[i], 0)).length());
        }
        out.print("    ").print(name).print(':');
        for (int i = 0; i < 6; i++) {
            out.print(' ').printRight(titles[i], width[i]);
        }
        out.println().print("       ");
        for (int i = 0; i < 6; i++) {
            out.print(' ').printRight(String.valueOf(s.getOrDefault(fields[i], 0)), width[i]);
        }
        out.println();
    }

    private void address(Map<String, Object> link, Map<String, Object> a) {
        out.print("    ").print(text(a.get("family"))).print(' ').print(text(a.get("local")));
        word(a, " peer ", "address");
        out.print('/').print(text(a.get("prefixlen")));
        word(a, " metric ", "metric");
        word(a, " brd ", "broadcast");
        word(a, " any ", "anycast");
        out.print(" scope ").print(text(a.get("scope"))).print(' ');
        for (Map.Entry<String, Object> e : a.entrySet()) {
            if (Boolean.TRUE.equals(e.getValue())) {
                out.print(e.getKey()).print(' ');
            }
        }
        if (details && a.containsKey("protocol")) {
            out.print("proto ").print(text(a.get("protocol"))).print(' ');
        }
        word(a, "", "label");
        out.println();
        if (a.containsKey("valid_life_time")) {
            out.print("       valid_lft ").print(life(a.get("valid_life_time")));
            out.print(" preferred_lft ").println(life(a.get("preferred_life_time")));
        }
    }

    private static String life(Object seconds) {
        return seconds == null ? "forever" : seconds + "sec";
    }
}

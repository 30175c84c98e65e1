package net.diag.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A path of routers between two hosts; see {@link Lab#chain}.
 *
 * @param net the number in the addresses
 * @param hosts all namespaces in order: the client, the routers, the server
 * @param links link 1 to n at index 0 to n - 1
 */
public record Chain(int net, List<Namespace> hosts, List<Link> links) {
    public Chain {
        hosts = List.copyOf(hosts);
        links = List.copyOf(links);
    }

    static Chain build(Lab lab, int net, int routers) {
        List<Namespace> hosts = new ArrayList<>();
        hosts.add(lab.namespace("client"));
        for (int i = 1; i <= routers; i++) {
            hosts.add(lab.router("r" + i));
        }
        hosts.add(lab.namespace("server"));
        List<Link> links = new ArrayList<>();
        for (int i = 1; i < hosts.size(); i++) {
            links.add(lab.link(
                    hosts.get(i - 1).end(address(net, i, 1) + "/24", address6(net, i, 1) + "/64"),
                    hosts.get(i).end(address(net, i, 2) + "/24", address6(net, i, 2) + "/64")));
        }
        Chain chain = new Chain(net, hosts, links);
        chain.addRoutes();
        return chain;
    }

    /** One summary each way is enough on a line: what isn't behind me is before me. */
    private void addRoutes() {
        for (int i = 0; i < hosts.size(); i++) {
            if (i + 1 < hosts.size()) {
                hosts.get(i).route("default via " + address(net, i + 1, 2));
                hosts.get(i).route("default via " + address6(net, i + 1, 2));
            }
            for (int behind = 1; behind < i; behind++) {
                hosts.get(i).route("10." + net + '.' + behind + ".0/24 via " + address(net, i, 1));
                hosts.get(i).route("fd00:" + net + ':' + behind + "::/64 via " + address6(net, i, 1));
            }
        }
    }

    private static String address(int net, int link, int end) {
        return "10." + net + '.' + link + '.' + end;
    }

    private static String address6(int net, int link, int end) {
        return "fd00:" + net + ':' + link + "::" + end;
    }

    public Namespace client() {
        return hosts.get(0);
    }

    /** Router {@code i}, from 1. */
    public Namespace router(int i) {
        return hosts.get(i);
    }

    public Namespace server() {
        return hosts.get(hosts.size() - 1);
    }

    /** The address at which the client sees hop {@code i}, from 1; the last is the server's. */
    public String hop(int i) {
        return address(net, i, 2);
    }

    /** The IPv6 address at which the client sees hop {@code i}, from 1; the last is the server's. */
    public String hop6(int i) {
        return address6(net, i, 2);
    }

    public String serverAddress() {
        return hop(links.size());
    }

    public String serverAddress6() {
        return hop6(links.size());
    }

    public String clientAddress() {
        return address(net, 1, 1);
    }

    public String clientAddress6() {
        return address6(net, 1, 1);
    }
}

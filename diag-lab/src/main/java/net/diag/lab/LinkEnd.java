package net.diag.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * One end of a link: the interface that it will be.
 *
 * @param namespace where it is
 * @param addresses with their prefix lengths
 * @param name of the interface; null to be named after the namespace at the other end
 * @param mtu in bytes; 0 for the kernel's own
 */
public record LinkEnd(Namespace namespace, List<String> addresses, String name, int mtu) {
    public LinkEnd {
        addresses = List.copyOf(addresses);
    }

    /** The same, its interface called {@code name}. */
    public LinkEnd named(String name) {
        return new LinkEnd(namespace, addresses, name, mtu);
    }

    /** The same, with an MTU. */
    public LinkEnd mtu(int mtu) {
        return new LinkEnd(namespace, addresses, name, mtu);
    }

    /** Decide on the interface's name. */
    LinkEnd claim(String peerLabel) {
        return named(namespace.claimInterface(name != null ? name : peerLabel));
    }

    /** Give the interface, which exists by now, its MTU and addresses, and put it up. */
    void configure() {
        List<String> lines = new ArrayList<>();
        if (mtu > 0) {
            lines.add("link set dev " + name + " mtu " + mtu);
        }
        for (String address : addresses) {
            boolean ipv6 = address.indexOf(':') >= 0;
            lines.add("address add " + address + " dev " + name + (ipv6 ? " nodad" : ""));
        }
        lines.add("link set dev " + name + " up");
        Command.of("ip", "-n", namespace.name(), "-batch", "-")
                .stdin(String.join("\n", lines) + '\n')
                .run()
                .requireSuccess();
    }
}

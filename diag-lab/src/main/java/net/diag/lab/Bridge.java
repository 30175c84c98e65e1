package net.diag.lab;

import java.util.List;

/** A switch: a namespace that holds nothing but a bridge, to which any number of namespaces are attached. */
public final class Bridge {
    private static final String INTERFACE = "br0";

    private final Lab lab;
    private final Namespace namespace;

    Bridge(Lab lab, Namespace namespace) {
        this.lab = lab;
        this.namespace = namespace;
        namespace.ip("link add name " + namespace.claimInterface(INTERFACE) + " type bridge forward_delay 0");
        namespace.ip("link set dev " + INTERFACE + " up");
    }

    /** Attach a namespace. */
    public Link attach(LinkEnd end) {
        LinkEnd port = new LinkEnd(namespace, List.of(), null, end.mtu());
        Link link = lab.link(end, port);
        namespace.ip("link set dev " + link.b().name() + " master " + INTERFACE);
        return link;
    }

    /** The namespace of the bridge itself. */
    public Namespace namespace() {
        return namespace;
    }
}

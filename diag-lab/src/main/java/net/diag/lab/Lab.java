package net.diag.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import net.diag.wire.Dns;

/**
 * A world of network namespaces for one test, or for one class of tests, and the owner of everything in it.
 *
 * <p>A namespace starts with its loopback up, no duplicate address detection, no router solicitations, no reverse path
 * filter and no rate limits on ICMP; a test of those switches them on. Not for use by several threads at once, but for
 * {@link #close}.
 */
public final class Lab implements AutoCloseable {
    private static final Set<Lab> OPEN = ConcurrentHashMap.newKeySet();
    private static final String PREFIX = Owner.prefix();
    private static boolean isPrepared;
    private static int labs;

    private final String prefix;
    private final List<Namespace> namespaces = new ArrayList<>();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean isClosed;

    /** Make an empty world. Tests get theirs as a parameter; see {@link InLab}. */
    public Lab() {
        synchronized (OPEN) {
            if (!isPrepared) {
                isPrepared = true;
                Runtime.getRuntime().addShutdownHook(new Thread(Lab::closeAll, "lab-shutdown"));
                Owner.orphans().forEach(Namespace::remove);
            }
            prefix = PREFIX + ++labs + '-';
        }
        OPEN.add(this);
    }

    private static void closeAll() {
        for (Lab lab : OPEN) {
            try {
                lab.close();
            } catch (LabException e) {
                continue; // nobody is left to be told; the other labs must go too
            }
        }
    }

    /** Make a namespace; its label is for the reader, and names the interfaces that lead to it. */
    public Namespace namespace(String label) {
        Namespace namespace = new Namespace(this, prefix + label, label);
        synchronized (this) {
            if (isClosed) {
                throw new LabException("the lab is closed");
            }
            namespaces.add(namespace);
        }
        namespace.create();
        return namespace;
    }

    /** Make a namespace that forwards IPv4 and IPv6. */
    public Namespace router(String label) {
        return namespace(label).sysctl("net.ipv4.ip_forward", "1").sysctl("net.ipv6.conf.all.forwarding", "1");
    }

    /** Make a switch: a namespace with a bridge and no address. */
    public Bridge bridge(String label) {
        return new Bridge(this, namespace(label));
    }

    /** Make a veth pair, and put both ends up. */
    public Link link(LinkEnd a, LinkEnd b) {
        return Link.veth(a, b);
    }

    /**
     * Make a path of routers between two hosts, with addresses and routes of both families: link {@code i}, from 1,
     * is {@code 10.net.i.0/24} and {@code fd00:net:i::/64}, its near end {@code .1} and its far end {@code .2}.
     */
    public Chain chain(int net, int routers) {
        return Chain.build(this, net, routers);
    }

    /** Join two namespaces by a link that does harm, of tun devices; it does none until it is told to. */
    public ImpairedLink impairedLink(LinkEnd a, LinkEnd b) {
        return own(ImpairedLink.open(a, b, false));
    }

    /** The same with tap devices: Ethernet, with ARP and neighbor discovery. */
    public ImpairedLink impairedEthernet(LinkEnd a, LinkEnd b) {
        return own(ImpairedLink.open(a, b, true));
    }

    /** Let a function answer every packet that a namespace sends out of a new interface. */
    public Responder responder(LinkEnd end, Responder.Script script) {
        return own(Responder.open(end, script));
    }

    /** Serve DNS from an address of a namespace, on port 53 of UDP and TCP. */
    public StubDns dns(Namespace namespace, String address) {
        return own(StubDns.open(namespace, address, Dns.PORT));
    }

    /** Serve whois from an address and port of a namespace: one line asked, one text answered. */
    public StubWhois whois(Namespace namespace, String address, int port, UnaryOperator<String> answers) {
        return own(StubWhois.open(namespace, address, port, answers));
    }

    /** Close something with the lab: the last one first, before the namespaces go. */
    public <T extends AutoCloseable> T own(T part) {
        synchronized (this) {
            if (!isClosed) {
                parts.push(part);
                return part;
            }
        }
        close(part);
        throw new LabException("the lab is closed");
    }

    /**
     * End everything that runs in the lab, and remove its namespaces.
     *
     * @throws LabException if a part had failed while the test ran, say because a script threw
     */
    @Override
    public void close() {
        List<Namespace> doomed;
        List<AutoCloseable> ending;
        synchronized (this) {
            isClosed = true;
            doomed = List.copyOf(namespaces);
            ending = List.copyOf(parts);
            namespaces.clear();
            parts.clear();
        }
        LabException failure = null;
        for (AutoCloseable part : ending) {
            LabException another = close(part);
            failure = failure == null ? another : failure;
        }
        doomed.forEach(namespace -> Namespace.remove(namespace.name()));
        OPEN.remove(this);
        if (failure != null) {
            throw failure;
        }
    }

    private static LabException close(AutoCloseable part) {
        try {
            part.close();
            return null;
        } catch (LabException e) {
            return e;
        } catch (Exception e) {
            return new LabException("close " + part, e);
        }
    }
}

package net.diag.lab;

import java.time.Duration;

/**
 * A link between two namespaces that passes through this program, which delays, loses, doubles, reorders, corrupts and
 * counts packets as a test wishes.
 *
 * <p>Each end is a tun device (IP packets only, no neighbor discovery) or a tap device (Ethernet frames). Neighbor
 * discovery and ARP are never harmed.
 */
public final class ImpairedLink implements AutoCloseable {
    private final Link link;
    private final PacketLoop loop;
    private final LinkDirection aToB;
    private final LinkDirection bToA;

    private ImpairedLink(Link link, PacketLoop loop, Tun a, Tun b) {
        this.link = link;
        this.loop = loop;
        this.aToB = new LinkDirection(loop, a, b);
        this.bToA = new LinkDirection(loop, b, a);
        loop.add(a, aToB);
        loop.add(b, bToA);
    }

    static ImpairedLink open(LinkEnd a, LinkEnd b, boolean tap) {
        LinkEnd endA = a.claim(b.namespace().label());
        LinkEnd endB = b.claim(a.namespace().label());
        Tun tunA = Tun.open(endA, tap);
        Tun tunB;
        try {
            tunB = Tun.open(endB, tap);
        } catch (RuntimeException e) {
            tunA.close();
            throw e;
        }
        PacketLoop loop = new PacketLoop("impaired-link", Math.max(tunA.bufferLength(), tunB.bufferLength()));
        ImpairedLink opened = new ImpairedLink(new Link(endA, endB), loop, tunA, tunB);
        loop.start();
        return opened;
    }

    /** The first end. */
    public LinkEnd a() {
        return link.a();
    }

    /** The second end. */
    public LinkEnd b() {
        return link.b();
    }

    /** What goes from the first end to the second. */
    public LinkDirection aToB() {
        return aToB;
    }

    /** What goes from the second end to the first. */
    public LinkDirection bToA() {
        return bToA;
    }

    /** Do the same harm in both directions, with draws of their own. */
    public ImpairedLink impair(Impairment impairment) {
        aToB.impair(impairment);
        bToA.impair(impairment.seed(impairment.seed + 1));
        return this;
    }

    /** Wait until no packet is under way any more, so that the counts are final. */
    public void awaitIdle(Duration atMost) {
        loop.awaitQuiet(atMost);
    }

    /** Take the link away. */
    @Override
    public void close() {
        loop.close();
    }
}

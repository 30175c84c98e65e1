package net.diag.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.diag.wire.IcmpExtensionObject;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;
import net.diag.wire.Ipv4;

/**
 * A path of routers to one target, as a script for a {@link Responder}: for what namespaces can't show, such as
 * extensions, odd quotes, lost answers by number, or a path that changes.
 *
 * <pre>{@code
 * SimulatedPath path = new SimulatedPath("198.51.100.9");
 * path.hop("192.0.2.1");
 * path.hop("192.0.2.2").silent();
 * path.hop("192.0.2.3").delay(Duration.ofMillis(20)).extensions(List.of(labels));
 * lab.responder(a.end("10.8.0.1/24"), path);
 * }</pre>
 *
 * <p>The target answers an echo request with a reply, a SYN with SYN+ACK or, for ports not {@link #open}, a reset, and
 * a UDP datagram with "port unreachable". Packets for other addresses are as if they had no route behind the last hop.
 * It may be changed while it is in use.
 */
public final class SimulatedPath implements Responder.Script {
    /** Decides which of several addresses answers a packet. */
    @FunctionalInterface
    public interface Balancer {
        /** The index of the address, taken modulo their number. */
        int choose(IpPacket packet, long number);
    }

    /** A router on the path. */
    public static final class Hop {
        private final String[] addresses;
        private volatile Balancer balancer = (packet, number) -> 0;
        private volatile boolean isSilent;
        private volatile int answersOneIn = 1;
        private volatile Duration delay = Duration.ZERO;
        private volatile List<? extends IcmpExtensionObject> extensions = List.of();
        private volatile boolean isLegacy;
        private volatile int unreachableCode = -1;
        private volatile int mtu = Integer.MAX_VALUE;
        private volatile boolean isBlackHole;
        private volatile int tos = -1;
        private volatile int quotedBytes = Integer.MAX_VALUE;
        private volatile int returnTtl = 64;
        private volatile boolean forwardsZeroTtl;
        private long arrivals;

        private Hop(String... addresses) {
            this.addresses = addresses.clone();
        }

        /** Never answer, but forward. */
        public Hop silent() {
            isSilent = true;
            return this;
        }

        /** Answer the first of every n packets only, as one who limits the rate of answers. */
        public Hop answersOneIn(int n) {
            answersOneIn = n;
            return this;
        }

        /** Answer so much later than at once. */
        public Hop delay(Duration time) {
            delay = time;
            return this;
        }

        /** Add extensions to errors. */
        public Hop extensions(List<? extends IcmpExtensionObject> objects) {
            extensions = objects;
            return this;
        }

        /** Add them without saying so in the length field. */
        public Hop withoutLengthField() {
            isLegacy = true;
            return this;
        }

        /** Refuse what should go on, with this code of "destination unreachable". */
        public Hop unreachable(int code) {
            unreachableCode = code;
            return this;
        }

        /** Let packets up to a size go on, and say "too big" about others; IPv4 ones without DF go on. */
        public Hop mtu(int bytes) {
            mtu = bytes;
            return this;
        }

        /** Let packets up to a size go on, and say nothing about others. */
        public Hop blackHole(int bytes) {
            mtu = bytes;
            isBlackHole = true;
            return this;
        }

        /** Change the TOS or traffic class of what goes on. */
        public Hop remark(int newTos) {
            tos = newTos;
            return this;
        }

        /** Quote so many bytes at most. */
        public Hop quoting(int bytes) {
            quotedBytes = bytes;
            return this;
        }

        /** The TTL with which its answers arrive. */
        public Hop returnTtl(int ttl) {
            returnTtl = ttl;
            return this;
        }

        /** Forward a packet whose TTL has come to zero, so that the next hop answers in its place. */
        public Hop forwardsZeroTtl() {
            forwardsZeroTtl = true;
            return this;
        }

        /** Choose among the addresses; otherwise the first answers. */
        public Hop balance(Balancer choice) {
            balancer = choice;
            return this;
        }
    }

    private final String target;
    private final List<Hop> hops = new ArrayList<>();
    private final Hop end;
    private volatile List<Integer> openPorts = List.of();
    private long packets;

    /** A path to an address; its routers follow. */
    public SimulatedPath(String target) {
        this.target = target;
        this.end = new Hop(target);
    }

    /** Add a router, with one address or several to choose from; see {@link Hop#balance}. */
    public Hop hop(String... addresses) {
        Hop hop = new Hop(addresses);
        synchronized (this) {
            hops.add(hop);
        }
        return hop;
    }

    /** The target as a hop: to delay or silence it. */
    public Hop target() {
        return end;
    }

    /** TCP ports on which the target accepts. */
    public SimulatedPath open(Integer... ports) {
        openPorts = List.of(ports);
        return this;
    }

    @Override
    public synchronized void answer(IpPacket packet, Responder out) {
        long number = packets++;
        int ttl = packet.ttl();
        int tos = packet.tos();
        for (Hop hop : hops) {
            boolean isExpired = ttl <= 1 && !(hop.forwardsZeroTtl && ttl == 1);
            boolean isTooBig = packet.length() > hop.mtu && (packet.isIpv6() || isDontFragment(packet));
            if (isExpired || isTooBig || hop.unreachableCode >= 0) {
                IcmpError error = IcmpError.about(packet).quotedTtl(ttl).quotedTos(tos);
                if (isExpired) {
                    refuse(hop, error, packet, number, out);
                } else if (!isTooBig) {
                    refuse(hop, error.unreachable(hop.unreachableCode), packet, number, out);
                } else if (!hop.isBlackHole) {
                    refuse(hop, error.tooBig(hop.mtu), packet, number, out);
                }
                return;
            }
            ttl--;
            tos = hop.tos >= 0 ? hop.tos : tos;
        }
        if (packet.destination().equals(target)) {
            arrive(packet, ttl, tos, out);
        } else {
            int code = packet.isIpv6() ? Icmpv6.NOROUTE : Icmpv4.HOST_UNREACH;
            IcmpError error = IcmpError.about(packet).quotedTtl(ttl).quotedTos(tos);
            refuse(hops.isEmpty() ? end : hops.get(hops.size() - 1), error.unreachable(code), packet, number, out);
        }
    }

    private static boolean isDontFragment(IpPacket packet) {
        return Ipv4.isDontFragment(packet.buffer(), packet.offset());
    }

    private static boolean mayAnswer(Hop hop) {
        return hop.arrivals++ % hop.answersOneIn == 0 && !hop.isSilent;
    }

    private static void refuse(Hop hop, IcmpError error, IpPacket packet, long number, Responder out) {
        if (!mayAnswer(hop)) {
            return;
        }
        if (hop.quotedBytes != Integer.MAX_VALUE) {
            error.quoting(hop.quotedBytes);
        }
        if (!hop.extensions.isEmpty()) {
            error.extensions(hop.extensions);
        }
        if (hop.isLegacy) {
            error.withoutLengthField();
        }
        int choice = Math.floorMod(hop.balancer.choose(packet, number), hop.addresses.length);
        out.send(error.from(hop.addresses[choice]).ttl(hop.returnTtl), hop.delay);
    }

    private void arrive(IpPacket packet, int ttl, int tos, Responder out) {
        if (!mayAnswer(end)) {
            return;
        }
        Answer<?> answer = null;
        if (packet.isEchoRequest()) {
            answer = EchoReply.to(packet);
        } else if (packet.isTcp()) {
            answer = openPorts.contains(packet.destinationPort()) ? TcpReply.synAck(packet) : TcpReply.reset(packet);
        } else if (packet.isUdp()) {
            answer = IcmpError.about(packet).portUnreachable().quotedTtl(ttl).quotedTos(tos);
        }
        if (answer != null) {
            out.send(answer.ttl(end.returnTtl), end.delay);
        }
    }
}

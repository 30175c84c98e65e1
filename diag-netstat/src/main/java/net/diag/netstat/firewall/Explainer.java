package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.diag.netlink.nftables.NftChain;
import net.diag.netlink.route.RouteMessage;

/**
 * Says what would become of the first packet of a connection: finds its way by asking the kernel for
 * routes, and walks the chains at each hook on it in the order of their priorities.
 *
 * <p>What depends on more than packet, interfaces, marks and sets (rate limits, sockets, random
 * numbers, time-outs of others) is not judged: the answer then is {@code unknown}, with the rule.
 */
final class Explainer {
    private static final int NF_IP_PRI_CONNTRACK = -200;

    private final Firewall firewall;
    private final World world;

    Explainer(Firewall firewall, World world) {
        this.firewall = firewall;
        this.world = world;
    }

    private record Base(int priority, int own, ChainWalk.Chain chain) {}

    /** What becomes of the packet; {@code iif} and {@code oif} are 0 where routing is to say. */
    Verdict explain(Flow flow, int iif, int oif) throws IOException {
        boolean fromHere = iif == 0 && world.addressType(flow.source) == World.RTN_LOCAL;
        if (fromHere) {
            return outgoing(flow, oif);
        }
        flow.iif = iif;
        if (iif == 0) {
            RouteMessage back = world.lookUp(flow.source, null, 0, 0);
            if (back == null) {
                return verdict("no route", "input", flow, null);
            }
            flow.iif = back.attributes().s32(RouteMessage.RTA_OIF);
        }
        return incoming(flow, oif, "input");
    }

    private Verdict incoming(Flow start, int oif, String name) throws IOException {
        Flow flow = start;
        Decision d = hook("ingress", flow);
        if (d.kind() != Outcome.Kind.ACCEPT) {
            return verdict(word(d.kind()), name, flow, d.place());
        }
        d = hook("prerouting", d.flow());
        if (d.kind() != Outcome.Kind.ACCEPT) {
            return verdict(word(d.kind()), name, flow, d.place());
        }
        flow = d.flow();
        int type = world.addressType(flow.destination);
        if (type == World.RTN_LOCAL || type == 3 || type == 4 || type == 5 || name.equals("loopback")) {
            Decision in = hook("input", flow);
            return verdict(word(in.kind()), name, flow, in.kind() == Outcome.Kind.ACCEPT ? best(in, d) : in.place());
        }
        Bits mark = flow.mark;
        int known = mark.isKnown() ? ValueText.number(mark.value(), true).intValue() : 0;
        RouteMessage route = world.lookUp(flow.destination, flow.source, flow.iif, known);
        if (route == null || route.type() != 1) {
            return verdict("no route", "forward", flow, null);
        }
        flow.oif = oif != 0 ? oif : route.attributes().s32(RouteMessage.RTA_OIF);
        Decision through = hook("forward", flow);
        if (through.kind() != Outcome.Kind.ACCEPT) {
            return verdict(word(through.kind()), "forward", flow, through.place());
        }
        Decision out = hook("postrouting", through.flow());
        Place place = out.kind() == Outcome.Kind.ACCEPT ? best(through, best(out, d)) : out.place();
        return verdict(word(out.kind()), "forward", flow, place);
    }

    private Verdict outgoing(Flow start, int oif) throws IOException {
        Flow flow = start;
        RouteMessage route = world.lookUp(flow.destination, flow.source, 0, 0);
        if (route == null || route.type() > 5) {
            return verdict("no route", "output", flow, null);
        }
        flow.oif = oif != 0 ? oif : route.attributes().s32(RouteMessage.RTA_OIF);
        Decision d = hook("output", flow);
        if (d.kind() != Outcome.Kind.ACCEPT) {
            return verdict(word(d.kind()), "output", flow, d.place());
        }
        flow = d.flow();
        if (flow.destination != start.firstDestination) {
            RouteMessage again = world.lookUp(flow.destination, flow.source, 0, 0);
            if (again == null) {
                return verdict("no route", "output", flow, d.place());
            }
            flow.oif = again.attributes().s32(RouteMessage.RTA_OIF);
        }
        Decision post = hook("postrouting", flow);
        if (post.kind() != Outcome.Kind.ACCEPT) {
            return verdict(word(post.kind()), "output", flow, post.place());
        }
        flow = post.flow();
        if (world.addressType(flow.destination) == World.RTN_LOCAL) {
            flow.iif = flow.oif;
            return incoming(flow, 0, "loopback");
        }
        return verdict("accept", "output", flow, best(d, post));
    }

    /** Of two acceptances the one that a rule made. */
    private static Place best(Decision first, Decision second) {
        return best(first, second.place());
    }

    private static Place best(Decision first, Place second) {
        Place p = first.place();
        return p != null && (p.position() > 0 || second == null || second.position() == 0) ? p : second;
    }

    private static String word(Outcome.Kind k) {
        return switch (k) {
            case ACCEPT -> "accept";
            case DROP -> "drop";
            case REJECT -> "reject";
            default -> "unknown";
        };
    }

    private Verdict verdict(String word, String path, Flow f, Place p) {
        boolean arrives = !path.equals("output");
        boolean leaves = path.equals("output") || path.equals("forward");
        String iif = arrives ? world.name(f.iif) : "";
        String oif = leaves ? world.name(f.oif) : "";
        if (p == null) {
            return new Verdict(word, path, iif, oif, "", "", "", "", "", -1, -1, "");
        }
        return new Verdict(
                word,
                path,
                iif,
                oif,
                p.hook(),
                p.engine(),
                p.family(),
                p.table(),
                p.chain(),
                p.position(),
                p.handle(),
                p.rule());
    }

    /** All base chains at a hook, until one decides against the packet. */
    private Decision hook(String hook, Flow flow) throws IOException {
        Decision last = new Decision(Outcome.Kind.ACCEPT, null, flow);
        for (Base b : bases(hook, flow)) {
            Decision d = new ChainWalk().decide(b.chain, last.flow());
            if (d.kind() != Outcome.Kind.ACCEPT) {
                return d;
            }
            last = new Decision(Outcome.Kind.ACCEPT, best(d, last.place()), d.flow());
        }
        return last;
    }

    private List<Base> bases(String hook, Flow flow) {
        List<Base> all = new ArrayList<>();
        Loads loads = new Loads(world, hook);
        int family = flow.isV4() ? 2 : 10;
        for (NftChain c : firewall.ruleset().chains()) {
            boolean ingress = hook.equals("ingress") && (c.family() == 5 || c.family() == 1);
            boolean inet = !hook.equals("ingress") && (c.family() == 1 || c.family() == family);
            boolean bound = !ingress || c.devices().contains(world.name(flow.iif));
            if (c.isBase() && c.hookName().equals(hook) && (ingress || inet) && bound && !isDormant(c)) {
                int priority = c.type().equals("nat") ? natPriority(hook) : c.priority();
                boolean seen = isSeen(hook, priority);
                all.add(new Base(
                        priority, c.priority(), new NftWalk(firewall.ruleset(), c, loads, seen, firewall.values())));
            }
        }
        for (LegacyTable t : firewall.legacy()) {
            for (LegacyChain c : t.chains()) {
                if (t.family() == family
                        && c.hook() >= 0
                        && LegacyPriority.hookName(c.hook()).equals(hook)) {
                    int priority = LegacyPriority.of(t.name(), c.hook());
                    all.add(new Base(priority, priority, new LegacyWalk(t, c, loads, isSeen(hook, priority))));
                }
            }
        }
        all.sort(Comparator.comparingInt(Base::priority).thenComparingInt(Base::own));
        return all;
    }

    private boolean isDormant(NftChain c) {
        for (var t : firewall.ruleset().tables()) {
            if (t.family() == c.family() && t.name().equals(c.table())) {
                return (t.flags() & net.diag.netlink.nftables.NftTable.NFT_TABLE_F_DORMANT) != 0;
            }
        }
        return false;
    }

    /** All NAT chains are run from one place of the hook, whatever their own priority. */
    private static int natPriority(String hook) {
        return hook.equals("prerouting") || hook.equals("output") ? -100 : 100;
    }

    private static boolean isSeen(String hook, int priority) {
        boolean first = hook.equals("prerouting") || hook.equals("output");
        return !hook.equals("ingress") && (!first || priority > NF_IP_PRI_CONNTRACK);
    }
}

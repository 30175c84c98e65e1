package net.diag.netstat.firewall;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A chain of legacy iptables to be walked. */
final class LegacyWalk implements ChainWalk.Chain {
    private final LegacyTable table;
    private final LegacyChain chain;
    private final Loads loads;
    private final boolean conntrack;
    private final List<LegacyRule> rules;

    LegacyWalk(LegacyTable table, LegacyChain chain, Loads loads, boolean conntrack) {
        this.table = table;
        this.chain = chain;
        this.loads = loads;
        this.conntrack = conntrack;
        rules = chain.ownRules();
    }

    @Override
    public int size() {
        return rules.size();
    }

    private static boolean differs(boolean matches, int invert, int flag) {
        return matches == ((invert & flag) != 0);
    }

    private boolean headerMatches(LegacyRule r, Flow f) {
        byte[] in = name(loads.world().name(loads.hook().equals("postrouting") ? 0 : loads.iif(f)));
        byte[] out = name(loads.world().name(loads.oif(f)));
        int v = r.invert();
        boolean protocol = r.protocol() == 0 || r.protocol() == f.protocol;
        return !differs(LegacyRule.sameUnderMask(f.source, r.source(), r.sourceMask()), v, LegacyRule.INV_SOURCE)
                && !differs(
                        LegacyRule.sameUnderMask(f.destination, r.destination(), r.destinationMask()),
                        v,
                        LegacyRule.INV_DESTINATION)
                && !differs(LegacyRule.sameUnderMask(in, r.iif(), r.iifMask()), v, LegacyRule.INV_IIF)
                && !differs(LegacyRule.sameUnderMask(out, r.oif(), r.oifMask()), v, LegacyRule.INV_OIF)
                && (r.protocol() == 0 || !differs(protocol, v, LegacyRule.INV_PROTOCOL))
                && (!r.fragments() || !differs(false, v, LegacyRule.INV_FRAGMENT));
    }

    private static byte[] name(String s) {
        return Arrays.copyOf(s.getBytes(StandardCharsets.ISO_8859_1), 16);
    }

    @Override
    public Outcome evaluate(int i, Flow f) {
        LegacyRule r = rules.get(i);
        if (!headerMatches(r, f)) {
            return Outcome.of(Outcome.Kind.NO_MATCH, false);
        }
        boolean uncertain = false;
        for (LegacyRule.Match m : r.matches()) {
            Boolean b = XtMatcher.matches(f, loads, conntrack, m.name(), m.revision(), m.data());
            if (b == null) {
                uncertain = true;
            } else if (!b) {
                return Outcome.of(Outcome.Kind.NO_MATCH, false);
            }
        }
        if (r.jump() != null) {
            return new Outcome(r.isGoto() ? Outcome.Kind.GOTO : Outcome.Kind.JUMP, r.jump(), uncertain);
        }
        if (!r.target().isEmpty()) {
            Outcome.Kind k = XtMatcher.target(f, loads, r.target(), r.data());
            return Outcome.of(k == null ? Outcome.Kind.ELSEWHERE : k, uncertain);
        }
        return Outcome.of(
                switch (r.verdictText()) {
                    case "DROP" -> Outcome.Kind.DROP;
                    case "ACCEPT" -> Outcome.Kind.ACCEPT;
                    case "RETURN" -> Outcome.Kind.RETURN;
                    case "QUEUE" -> Outcome.Kind.ELSEWHERE;
                    default -> Outcome.Kind.CONTINUE;
                },
                uncertain);
    }

    @Override
    public ChainWalk.Chain target(String name) {
        LegacyChain c = table.chain(name);
        return c == null ? null : new LegacyWalk(table, c, loads, conntrack);
    }

    @Override
    public boolean acceptsByPolicy() {
        return !chain.policy().equals("drop");
    }

    @Override
    public Place place(int i) {
        boolean policy = i >= rules.size();
        return new Place(
                "iptables-legacy",
                table.familyName(),
                table.name(),
                chain.name(),
                loads.hook(),
                policy ? 0 : i + 1,
                -1,
                policy
                        ? "policy " + (acceptsByPolicy() ? "accept" : "drop")
                        : rules.get(i).text(table.family(), chain.name()));
    }
}

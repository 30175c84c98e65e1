package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.List;
import net.diag.netlink.nftables.NftChain;
import net.diag.netlink.nftables.NftRule;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.nftables.NftTable;

/** A chain of nf_tables to be walked. */
final class NftWalk implements ChainWalk.Chain {
    private final NftRuleset ruleset;
    private final NftChain chain;
    private final Loads loads;
    private final boolean conntrack;
    private final ValueText values;
    private final List<NftRule> rules;

    NftWalk(NftRuleset ruleset, NftChain chain, Loads loads, boolean conntrack, ValueText values) {
        this.ruleset = ruleset;
        this.chain = chain;
        this.loads = loads;
        this.conntrack = conntrack;
        this.values = values;
        rules = ruleset.rules(chain);
    }

    @Override
    public int size() {
        return rules.size();
    }

    @Override
    public Outcome evaluate(int i, Flow f) throws IOException {
        return new Machine(ruleset, loads, rules.get(i), f, conntrack).run();
    }

    @Override
    public ChainWalk.Chain target(String name) {
        NftChain c = ruleset.chain(chain.family(), chain.table(), name);
        return c == null ? null : new NftWalk(ruleset, c, loads, conntrack, values);
    }

    @Override
    public boolean acceptsByPolicy() {
        return chain.policy() != 0;
    }

    @Override
    public Place place(int i) {
        boolean policy = i >= rules.size();
        return new Place(
                "nftables",
                NftTable.familyName(chain.family()),
                chain.table(),
                chain.name(),
                loads.hook(),
                policy ? 0 : i + 1,
                policy ? -1 : rules.get(i).handle(),
                policy
                        ? "policy " + (acceptsByPolicy() ? "accept" : "drop")
                        : RulesetText.rule(ruleset, rules.get(i), values));
    }
}

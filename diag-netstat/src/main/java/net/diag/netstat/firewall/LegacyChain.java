package net.diag.netstat.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A chain of legacy iptables. Its last rule, which the user does not see, is its policy, or the
 * return from a chain of the user's.
 *
 * @param name its name
 * @param hook 0 prerouting … 4 postrouting, or -1 of a user's chain
 * @param rules with that last one
 */
record LegacyChain(String name, int hook, List<LegacyRule> rules) {
    LegacyChain resolved(Map<Integer, String> starts) {
        List<LegacyRule> named = new ArrayList<>();
        for (LegacyRule r : rules) {
            named.add(r.resolved(starts));
        }
        return new LegacyChain(name, hook, named);
    }

    /** The rules that the user made. */
    List<LegacyRule> ownRules() {
        return rules.isEmpty() ? rules : rules.subList(0, rules.size() - 1);
    }

    /** The policy of a built-in chain with its counters, as iptables-save writes it; {@code -} for others. */
    String policyText() {
        if (hook < 0 || rules.isEmpty()) {
            return "- [0:0]";
        }
        LegacyRule last = rules.get(rules.size() - 1);
        return last.verdictText() + " [" + last.packets() + ':' + last.bytes() + ']';
    }

    /** {@code accept} or {@code drop}; empty for a user's chain. */
    String policy() {
        if (hook < 0 || rules.isEmpty()) {
            return "";
        }
        return rules.get(rules.size() - 1).verdictText().equals("DROP") ? "drop" : "accept";
    }
}

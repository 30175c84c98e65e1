package net.diag.netstat.firewall;

import net.diag.record.RecordType;

/**
 * A chain of a packet filter.
 *
 * @param engine {@code nftables} or {@code iptables-legacy}
 * @param family of its table
 * @param table its table
 * @param chain its name
 * @param type {@code filter}, {@code nat} or {@code route} of a base chain, else empty
 * @param hook where a base chain gets its packets, else empty
 * @param priority of the hook
 * @param policy what becomes of packets that no rule decides, else empty
 * @param rules how many rules it has
 */
public record FirewallChain(
        String engine,
        String family,
        String table,
        String chain,
        String type,
        String hook,
        int priority,
        String policy,
        int rules) {
    /** The record type, apart so that a text run does not load it. */
    public static final class Type {
        public static final RecordType<FirewallChain> CHAIN = RecordType.<FirewallChain>of(
                        "diag/netstat/firewall_chain/1", "a chain of a packet filter")
                .word("engine", FirewallChain::engine, "who evaluates it", "nftables", "iptables-legacy")
                .word("family", FirewallChain::family, "address family", "ip", "ip6", "inet", "arp", "bridge", "netdev")
                .text("table", FirewallChain::table, "its table")
                .text("chain", FirewallChain::chain, "its name")
                .text("type", FirewallChain::type, "filter, nat or route")
                .jsonName("chain_type")
                .presentIf(c -> !c.type().isEmpty())
                .text("hook", FirewallChain::hook, "where it gets its packets")
                .presentIf(c -> !c.hook().isEmpty())
                .integer("priority", FirewallChain::priority, "of the hook; smaller is first")
                .presentIf(c -> !c.hook().isEmpty())
                .word("policy", FirewallChain::policy, "for packets that no rule decides", "accept", "drop")
                .presentIf(c -> !c.policy().isEmpty())
                .count("rules", FirewallChain::rules, "how many rules it has")
                .build();

        private Type() {}
    }
}

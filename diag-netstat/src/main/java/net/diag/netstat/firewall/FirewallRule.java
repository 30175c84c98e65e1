package net.diag.netstat.firewall;

import net.diag.record.RecordType;

/**
 * A rule of a packet filter.
 *
 * @param engine {@code nftables} or {@code iptables-legacy}
 * @param family {@code ip}, {@code ip6}, {@code inet}, {@code arp}, {@code bridge} or {@code netdev}
 * @param table its table
 * @param chain its chain
 * @param hook where a base chain gets its packets, else empty
 * @param priority of the hook
 * @param position in the chain, from 1
 * @param handle nf_tables' number of the rule, or -1
 * @param rule the rule in nft's language, or in iptables-save's
 * @param packets counted by the rule's own counter, or -1
 * @param bytes counted by the rule's own counter, or -1
 * @param comment set by the user, or empty
 */
public record FirewallRule(
        String engine,
        String family,
        String table,
        String chain,
        String hook,
        int priority,
        int position,
        long handle,
        String rule,
        long packets,
        long bytes,
        String comment) {
    /** The record type, apart so that a text run does not load it. */
    public static final class Type {
        public static final RecordType<FirewallRule> RULE = RecordType.<FirewallRule>of(
                        "diag/netstat/firewall_rule/1", "a rule of a packet filter")
                .word("engine", FirewallRule::engine, "who evaluates it", "nftables", "iptables-legacy")
                .word("family", FirewallRule::family, "address family", "ip", "ip6", "inet", "arp", "bridge", "netdev")
                .text("table", FirewallRule::table, "its table")
                .text("chain", FirewallRule::chain, "its chain")
                .text("hook", FirewallRule::hook, "where a base chain gets its packets")
                .presentIf(r -> !r.hook().isEmpty())
                .integer("priority", FirewallRule::priority, "of the hook; smaller is first")
                .presentIf(r -> !r.hook().isEmpty())
                .integer("position", FirewallRule::position, "in the chain, from 1")
                .integer("handle", FirewallRule::handle, "nf_tables' number of the rule")
                .absentIs(-1)
                .text("rule", FirewallRule::rule, "in nft's language, or iptables-save's")
                .count("packets", FirewallRule::packets, "packets counted")
                .absentIs(-1)
                .bytes("bytes", FirewallRule::bytes, "bytes counted")
                .absentIs(-1)
                .text("comment", FirewallRule::comment, "set by the user")
                .presentIf(r -> !r.comment().isEmpty())
                .tableColumns("family", "table", "chain", "position", "packets", "rule")
                .build();

        private Type() {}
    }
}

package net.diag.netstat.firewall;

import net.diag.record.RecordType;

/**
 * What would become of a packet, and what decides it.
 *
 * @param verdict {@code accept}, {@code drop}, {@code reject}, {@code unknown} or {@code no route}
 * @param path {@code input}, {@code output}, {@code forward} or {@code loopback}
 * @param iif interface of arrival, or empty
 * @param oif interface of departure, or empty
 * @param hook where it is decided, or empty
 * @param engine whose rule it is, or empty
 * @param family its table's family, or empty
 * @param table its table, or empty
 * @param chain its chain, or empty
 * @param position of the rule in its chain, from 1; 0: the chain's policy; -1: no rule decides
 * @param handle nf_tables' number of the rule, or -1
 * @param rule the rule, or what stands in its place
 */
public record Verdict(
        String verdict,
        String path,
        String iif,
        String oif,
        String hook,
        String engine,
        String family,
        String table,
        String chain,
        int position,
        long handle,
        String rule) {
    /** The record type, apart so that a text run does not load it. */
    public static final class Type {
        public static final RecordType<Verdict> VERDICT = RecordType.<Verdict>of(
                        "diag/netstat/firewall_verdict/1", "what would become of a packet")
                .word(
                        "verdict",
                        Verdict::verdict,
                        "what becomes of it",
                        "accept",
                        "drop",
                        "reject",
                        "unknown",
                        "no route")
                .word("path", Verdict::path, "its way through this host", "input", "output", "forward", "loopback")
                .text("iif", Verdict::iif, "interface of arrival")
                .presentIf(v -> !v.iif().isEmpty())
                .text("oif", Verdict::oif, "interface of departure")
                .presentIf(v -> !v.oif().isEmpty())
                .text("hook", Verdict::hook, "where it is decided")
                .presentIf(v -> !v.hook().isEmpty())
                .text("engine", Verdict::engine, "whose rule decides")
                .presentIf(v -> !v.engine().isEmpty())
                .text("family", Verdict::family, "its table's family")
                .presentIf(v -> !v.family().isEmpty())
                .text("table", Verdict::table, "its table")
                .presentIf(v -> !v.table().isEmpty())
                .text("chain", Verdict::chain, "its chain")
                .presentIf(v -> !v.chain().isEmpty())
                .integer("position", Verdict::position, "of the rule in its chain, from 1; 0: the policy")
                .absentIs(-1)
                .integer("handle", Verdict::handle, "nf_tables' number of the rule")
                .absentIs(-1)
                .text("rule", Verdict::rule, "the rule that decides")
                .presentIf(v -> !v.rule().isEmpty())
                .build();

        private Type() {}
    }
}

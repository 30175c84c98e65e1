package net.diag.netstat.firewall;

import java.util.List;
import net.diag.record.FieldType;
import net.diag.record.RecordType;

/**
 * A named set or map of nf_tables.
 *
 * @param family of its table
 * @param table its table
 * @param name its name
 * @param keyType type of its elements, in nft's words
 * @param map whether elements have values
 * @param elements in nft's language
 */
public record FirewallSet(
        String family, String table, String name, String keyType, boolean map, List<String> elements) {
    /** The record type, apart so that a text run does not load it. */
    public static final class Type {
        public static final RecordType<FirewallSet> SET = RecordType.<FirewallSet>of(
                        "diag/netstat/firewall_set/1", "a named set or map of nf_tables")
                .word("family", FirewallSet::family, "address family", "ip", "ip6", "inet", "arp", "bridge", "netdev")
                .text("table", FirewallSet::table, "its table")
                .text("name", FirewallSet::name, "its name")
                .text("keyType", FirewallSet::keyType, "type of its elements")
                .flag("map", FirewallSet::map, "elements have values")
                .list("elements", FirewallSet::elements, FieldType.TEXT, "in nft's language")
                .build();

        private Type() {}
    }
}

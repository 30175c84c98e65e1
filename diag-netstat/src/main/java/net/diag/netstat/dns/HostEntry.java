package net.diag.netstat.dns;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.FieldType;
import net.diag.record.RecordType;

/**
 * A line of {@code hosts(5)}: names that are not asked of any server.
 *
 * @param address as written
 * @param names the name, then its aliases
 */
record HostEntry(String address, List<String> names) {
    /** Understand the file's lines. */
    static List<HostEntry> parse(List<String> lines) {
        List<HostEntry> all = new ArrayList<>();
        for (String line : lines) {
            int comment = line.indexOf('#');
            String[] w =
                    (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
            if (w.length > 1) {
                all.add(new HostEntry(w[0], List.of(w).subList(1, w.length)));
            }
        }
        return all;
    }

    /** The record type, apart so that a text run does not load it. */
    static final class Type {
        static final RecordType<HostEntry> HOST = RecordType.<HostEntry>of(
                        "diag/netstat/dns_host/1", "names that are not asked of any server")
                .text("address", HostEntry::address, "their address")
                .list("names", HostEntry::names, FieldType.TEXT, "the name, then its aliases")
                .build();

        private Type() {}
    }
}

package net.diag.netstat.dns;

import net.diag.record.RecordType;

/**
 * A server that names are asked from.
 *
 * @param order from 1, as they are asked; 0: only for its link
 * @param address as configured, with its zone if there is one
 * @param origin the file, or {@code systemd-resolved}, that it comes from
 * @param link the interface it is for, or empty
 * @param domains routing or search domains of that link, separated by blanks
 * @param status {@code ok}, {@code refused}, {@code timeout} …, or empty when it was not probed
 * @param rttNanos how long its answer took, or -1
 */
record DnsServer(int order, String address, String origin, String link, String domains, String status, long rttNanos) {
    /** The record type, apart so that a text run does not load it. */
    static final class Type {
        static final RecordType<DnsServer> SERVER = RecordType.<DnsServer>of(
                        "diag/netstat/dns_server/1", "a server that names are asked from")
                .integer("order", DnsServer::order, "as they are asked, from 1")
                .absentIs(0)
                .text("address", DnsServer::address, "its address")
                .text("origin", DnsServer::origin, "where it is configured")
                .text("link", DnsServer::link, "the interface it is for")
                .presentIf(s -> !s.link().isEmpty())
                .text("domains", DnsServer::domains, "domains of that link")
                .presentIf(s -> !s.domains().isEmpty())
                .text("status", DnsServer::status, "what a probe said")
                .presentIf(s -> !s.status().isEmpty())
                .duration("rtt", DnsServer::rttNanos, "how long its answer took")
                .absentIs(-1)
                .build();

        private Type() {}
    }
}

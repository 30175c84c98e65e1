package net.diag.netstat.firewall;

/**
 * A rule's place, or a policy's.
 *
 * @param engine {@code nftables} or {@code iptables-legacy}
 * @param position from 1; 0: the policy
 */
record Place(
        String engine,
        String family,
        String table,
        String chain,
        String hook,
        int position,
        long handle,
        String rule) {}

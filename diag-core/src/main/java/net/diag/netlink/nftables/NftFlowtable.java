package net.diag.netlink.nftables;

import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;

/**
 * A flowtable: connections that bypass the rules.
 *
 * @param family of its table
 * @param table its table
 * @param name its name
 * @param hook 0: ingress
 * @param priority of the hook
 * @param devices interfaces that it works between
 * @param flags 1 hardware offload, 2 counters
 */
public record NftFlowtable(
        int family, String table, String name, int hook, int priority, List<String> devices, int flags) {
    static NftFlowtable decode(int family, AttributeSet a) {
        AttributeSet h = a.nested(3);
        List<String> devices = new ArrayList<>();
        AttributeReader r = h.reader(3);
        while (r.next()) {
            devices.add(r.string());
        }
        return new NftFlowtable(
                family, a.string(1), a.string(2), h.be32(1), h.be32(2), List.copyOf(devices), a.be32(7));
    }
}

package net.diag.netlink.nftables;

import java.util.List;
import net.diag.netlink.AttributeSet;

/**
 * A rule.
 *
 * @param family of its table
 * @param table its table
 * @param chain its chain
 * @param handle the kernel's number, by which it is deleted
 * @param expressions its instructions
 * @param comment set by the user, or empty
 */
public record NftRule(
        int family, String table, String chain, long handle, List<NftExpression> expressions, String comment) {
    static NftRule decode(int family, AttributeSet a) {
        return new NftRule(
                family,
                a.string(1),
                a.string(2),
                a.be64(3),
                List.copyOf(NftExpression.list(a.reader(4))),
                NftUserData.text(a.bytes(7), NftUserData.COMMENT));
    }
}

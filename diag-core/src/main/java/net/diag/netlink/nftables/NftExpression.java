package net.diag.netlink.nftables;

import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;

/**
 * One instruction of the nf_tables machine.
 *
 * @param name its kind, for example {@code payload} or {@code cmp}
 * @param data its {@code NFTA_*} attributes
 */
public record NftExpression(String name, AttributeSet data) {
    private static final int NFTA_EXPR_NAME = 1;
    private static final int NFTA_EXPR_DATA = 2;
    /** Rules of the kernel have at most 128 instructions; a list of more is not one. */
    private static final int MOST = 4096;

    /** A single expression's attributes. */
    public static NftExpression of(AttributeSet a) {
        return new NftExpression(a.string(NFTA_EXPR_NAME), a.nested(NFTA_EXPR_DATA));
    }

    /** A list of expressions. */
    public static List<NftExpression> list(AttributeReader r) {
        List<NftExpression> list = new ArrayList<>();
        while (r.next() && list.size() < MOST) {
            list.add(of(AttributeSet.of(r.bytes())));
        }
        return list;
    }

    /**
     * A register as the index of its first 32-bit word: registers 1 to 4 are of 128 bits, those from 8
     * up of 32 bits over the same memory. -1 for the verdict register, or a number that is none.
     */
    public static int word(int register) {
        if (register >= 1 && register <= 4) {
            return (register - 1) * 4;
        }
        return register >= 8 && register < 24 ? register - 8 : -1;
    }

    /** The register in attribute {@code type}, as {@link #word}. */
    public int register(int type) {
        return word(data.be32(type));
    }
}

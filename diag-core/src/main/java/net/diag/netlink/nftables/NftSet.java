package net.diag.netlink.nftables;

import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.AttributeReader;
import net.diag.netlink.AttributeSet;

/**
 * A set or a map, and its elements.
 *
 * @param family of its table
 * @param table its table
 * @param name its name; anonymous ones have a made-up one
 * @param flags {@code NFT_SET_*}
 * @param keyType nft's type number, six bits for each part of a concatenation
 * @param keyLength in bytes
 * @param dataType nft's type number of a map's values, or {@code NFT_DATA_VERDICT}
 * @param dataLength in bytes
 * @param fieldLengths lengths in bytes of a concatenation's parts; may be empty
 * @param attributes all others
 * @param elements filled when the ruleset is read
 */
public record NftSet(
        int family,
        String table,
        String name,
        int flags,
        int keyType,
        int keyLength,
        int dataType,
        int dataLength,
        List<Integer> fieldLengths,
        AttributeSet attributes,
        List<NftElement> elements) {
    public static final int NFT_SET_ANONYMOUS = 0x1;
    public static final int NFT_SET_CONSTANT = 0x2;
    public static final int NFT_SET_INTERVAL = 0x4;
    public static final int NFT_SET_MAP = 0x8;
    public static final int NFT_SET_TIMEOUT = 0x10;
    public static final int NFT_SET_EVAL = 0x20;
    public static final int NFT_SET_OBJECT = 0x40;
    public static final int NFT_SET_CONCAT = 0x80;
    public static final int NFT_DATA_VERDICT = 0xffff_ff00;

    public static final int NFTA_SET_POLICY = 8;
    public static final int NFTA_SET_DESC = 9;
    public static final int NFTA_SET_TIMEOUT = 11;
    public static final int NFTA_SET_GC_INTERVAL = 12;
    public static final int NFTA_SET_USERDATA = 13;
    public static final int NFTA_SET_OBJ_TYPE = 15;
    public static final int NFTA_SET_EXPR = 17;
    public static final int NFTA_SET_EXPRESSIONS = 18;

    static NftSet decode(int family, AttributeSet a) {
        List<Integer> lengths = new ArrayList<>();
        AttributeReader fields = a.nested(NFTA_SET_DESC).reader(2);
        while (fields.next()) {
            lengths.add(AttributeSet.of(fields.bytes()).be32(1));
        }
        return new NftSet(
                family,
                a.string(1),
                a.string(2),
                a.be32(3),
                a.be32(4),
                a.be32(5),
                a.be32(6),
                a.be32(7),
                List.copyOf(lengths),
                a,
                new ArrayList<>());
    }

    /** Whether all of these flags are set. */
    public boolean is(int flag) {
        return (flags & flag) == flag;
    }

    /** How many elements may be in it, or 0: no limit. */
    public long size() {
        return attributes.nested(NFTA_SET_DESC).be32u(1);
    }

    /** What nft keeps with it. */
    public byte[] userData() {
        return attributes.bytes(NFTA_SET_USERDATA);
    }

    /** The statements that each new element gets. */
    public List<NftExpression> expressions() {
        if (attributes.has(NFTA_SET_EXPR)) {
            return List.of(NftExpression.of(attributes.nested(NFTA_SET_EXPR)));
        }
        return NftExpression.list(attributes.reader(NFTA_SET_EXPRESSIONS));
    }
}

package net.diag.netstat.firewall;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import net.diag.netlink.nftables.NftUserData;

/**
 * The expressions that a set was declared with by {@code typeof}. nft keeps them in the set's user
 * data: kind (type 0) and the kind's own values (type 1), concatenations as a list of the same.
 */
final class TypeofText {
    private static final int EXPR_PAYLOAD = 7;
    private static final int EXPR_EXTHDR = 8;
    private static final int EXPR_META = 9;
    private static final int EXPR_SOCKET = 10;
    private static final int EXPR_OSF = 11;
    private static final int EXPR_CT = 12;
    private static final int EXPR_CONCAT = 13;
    private static final int EXPR_NUMGEN = 23;
    private static final int EXPR_RT = 25;
    private static final int EXPR_FIB = 26;
    private static final int EXPR_XFRM = 27;
    private static final Header[] HEADERS = {
        null,
        Header.AH,
        Header.ESP,
        Header.COMP,
        Header.ICMP,
        Header.IGMP,
        Header.UDP,
        Header.UDPLITE,
        Header.TCP,
        Header.DCCP,
        Header.SCTP,
        Header.TH,
        Header.IP,
        Header.IP6,
        Header.ICMPV6,
        Header.ARP,
        Header.VLAN,
        Header.ETHER_HEADER
    };

    private TypeofText() {}

    /** The expressions in nft's language; empty when there are none, or one that is not known. */
    static String text(byte[] userData) {
        StringBuilder s = new StringBuilder();
        for (Side side : sides(userData)) {
            s.append(s.isEmpty() ? "" : " . ").append(side.text());
        }
        return s.toString();
    }

    /** The expressions; empty when there are none, or one that is not known. */
    static List<Side> sides(byte[] userData) {
        if (userData == null) {
            return List.of();
        }
        int kind = NftUserData.number(userData, 0, -1);
        byte[] data = NftUserData.value(userData, 1);
        if (data == null) {
            return List.of();
        }
        if (kind != EXPR_CONCAT) {
            Side one = one(kind, data);
            return one == null ? List.of() : List.of(one);
        }
        List<Side> all = new ArrayList<>();
        // Part i has type i; each holds kind and data again.
        for (int i = 0; ; i++) {
            byte[] part = NftUserData.value(data, i);
            if (part == null) {
                return all;
            }
            byte[] inner = NftUserData.value(part, 1);
            Side one = inner == null ? null : one(NftUserData.number(part, 0, -1), inner);
            if (one == null) {
                return List.of();
            }
            all.add(one);
        }
    }

    private static int number(byte[] data, int type) {
        byte[] v = NftUserData.value(data, type);
        if (v == null) {
            return -1;
        }
        return switch (v.length) {
            case 1 -> v[0] & 0xff;
            case 2 -> ByteBuffer.wrap(v).order(ByteOrder.nativeOrder()).getShort() & 0xffff;
            case 4 -> ByteBuffer.wrap(v).order(ByteOrder.nativeOrder()).getInt();
            default -> -1;
        };
    }

    private static Side one(int kind, byte[] data) {
        switch (kind) {
            case EXPR_PAYLOAD -> {
                int desc = number(data, 0);
                int field = number(data, 1);
                if (desc == 0) {
                    return raw(number(data, 2) - 1, number(data, 3), number(data, 4));
                }
                Header h = desc > 0 && desc < HEADERS.length ? HEADERS[desc] : null;
                // Fields count from 1, in the order of nft's own tables, which ours follow; VLAN's has one more.
                field -= h == Header.VLAN && field > 2 ? 1 : 0;
                if (h == null || field < 1 || field > h.fields().size()) {
                    return null;
                }
                Header.Field f = h.fields().get(field - 1);
                return Side.of(SideText.name(h, f), f.type(), false, f.length() + 7 >> 3);
            }
            case EXPR_META -> {
                return Keys.meta(number(data, 0));
            }
            case EXPR_CT -> {
                return Keys.ct(number(data, 0), number(data, 1));
            }
            case EXPR_SOCKET -> {
                return Keys.socket(number(data, 0), number(data, 1));
            }
            case EXPR_OSF -> {
                return Side.of("osf name", DataType.STRING, true, 16);
            }
            case EXPR_RT -> {
                return Keys.rt(number(data, 0));
            }
            case EXPR_FIB -> {
                return Keys.fib(number(data, 1), number(data, 0));
            }
            case EXPR_EXTHDR -> {
                return option(data);
            }
            case EXPR_XFRM -> {
                return Keys.ipsec(number(data, 0), number(data, 1), number(data, 2));
            }
            case EXPR_NUMGEN -> {
                String type = number(data, 0) == 0 ? "inc" : "random";
                return Side.of("numgen " + type + " mod " + number(data, 1), DataType.INTEGER, true, 4);
            }
            default -> {
                return null;
            }
        }
    }

    private static Side raw(int base, int offset, int length) {
        String[] bases = {"ll", "nh", "th"};
        if (base < 0 || base >= bases.length || offset < 0 || length <= 0) {
            return null;
        }
        return Side.of("@" + bases[base] + ',' + offset + ',' + length, DataType.INTEGER, false, length + 7 >> 3);
    }

    /** An option: 0 which header or option, 1 which field in nft's tables, 2 operation (none: IPv6). */
    private static Side option(byte[] data) {
        int operation = Math.max(0, number(data, 2));
        int kind = number(data, 0);
        if (operation == 0) {
            int[] headers = {-1, 0, 43, 43, 43, 43, 44, 60, 135};
            kind = kind >= 0 && kind < headers.length ? headers[kind] : -1;
        }
        return OptionFields.byTemplate(operation, kind, number(data, 1));
    }
}

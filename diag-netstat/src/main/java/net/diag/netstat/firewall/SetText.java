package net.diag.netstat.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.diag.netlink.nftables.NftElement;
import net.diag.netlink.nftables.NftExpression;
import net.diag.netlink.nftables.NftSet;
import net.diag.netlink.nftables.NftUserData;
import net.diag.record.IpAddress;

/** Writes sets and maps, and references to them. */
final class SetText {
    private static final int UDATA_SET_MERGE_ELEMENTS = 2;
    private static final int UDATA_SET_KEY_TYPEOF = 3;
    private static final int UDATA_SET_DATA_TYPEOF = 4;
    private static final int UDATA_SET_DATA_INTERVAL = 6;
    private static final int UDATA_SET_COMMENT = 7;
    private static final int UDATA_SET_DATABYTEORDER = 1;
    private static final int UDATA_ELEM_COMMENT = 0;
    private static final int HOST_ORDER = 1;
    private static final int NFT_SET_POL_MEMORY = 1;

    private final ValueText values;

    SetText(ValueText values) {
        this.values = values;
    }

    /** {@code @name}, or the elements of an anonymous set, by the types of {@code key}. */
    String reference(NftSet s, Side key) {
        if (!s.is(NftSet.NFT_SET_ANONYMOUS)) {
            return "@" + s.name();
        }
        List<Side> sides = sides(s, key);
        List<String> all = elements(s, sides);
        boolean one = all.size() == 1 && s.is(NftSet.NFT_SET_INTERVAL) && !s.is(NftSet.NFT_SET_MAP);
        if (one && sides.size() == 1 && !sides.get(0).type().isString()) {
            all = halves(s, sides.get(0), all);
        }
        return all.isEmpty() ? "{ }" : "{ " + String.join(", ", all) + " }";
    }

    /** nft takes a set of one range for the range itself; two ranges side by side it joins into one. */
    private List<String> halves(NftSet s, Side key, List<String> one) {
        BigInteger from = null;
        BigInteger to = BigInteger.ONE.shiftLeft(key.length() * 8).subtract(BigInteger.ONE);
        for (NftElement e : s.elements()) {
            if (!e.isIntervalEnd()) {
                from = ValueText.number(e.key(), false);
            }
        }
        for (NftElement e : s.elements()) {
            BigInteger end = ValueText.number(e.key(), false);
            if (e.isIntervalEnd() && from != null && end.compareTo(from) > 0) {
                to = end.subtract(BigInteger.ONE);
            }
        }
        boolean isRange = from != null && to.compareTo(from) > 0 && one.get(0).indexOf(' ') < 0;
        return isRange ? List.of(range(key, from, to.subtract(BigInteger.ONE)), number(key, to)) : one;
    }

    private static List<Side> sides(NftSet s, Side key) {
        List<Side> all = new ArrayList<>();
        for (Side p : key.all()) {
            // Interval sets order their keys, so they are in network order throughout.
            boolean ordered = s.is(NftSet.NFT_SET_INTERVAL) && !p.type().isString();
            all.add(ordered ? p.withHostOrder(false) : p);
        }
        return all;
    }

    /** The types of a named set's key. */
    private List<Side> declaredSides(NftSet s) {
        List<Side> typed = TypeofText.sides(NftUserData.value(s.userData(), UDATA_SET_KEY_TYPEOF));
        List<DataType> types = types(s.keyType());
        List<Side> all = new ArrayList<>();
        boolean single = types.size() == 1 && typed.size() <= 1;
        int n = Math.max(types.size(), typed.size());
        for (int i = 0; i < n; i++) {
            DataType t = i < typed.size() ? typed.get(i).type() : types.get(Math.min(i, types.size() - 1));
            int length = single
                    ? s.keyLength()
                    : i < s.fieldLengths().size() ? s.fieldLengths().get(i) : t.bitLength() + 7 >> 3;
            boolean host = i < typed.size() ? typed.get(i).hostOrder() : t.isHostOrder();
            int order = NftUserData.number(s.userData(), 0, 0);
            if (single && t == DataType.INTEGER && order != 0) {
                host = order == 1;
            }
            if (s.is(NftSet.NFT_SET_INTERVAL) && !t.isString()) {
                host = false;
            }
            all.add(Side.of("", t, host, length));
        }
        return all;
    }

    /** The types of which a number is put together, six bits each. */
    static List<DataType> types(int number) {
        List<DataType> list = new ArrayList<>();
        for (int n = number; n != 0; n >>>= 6) {
            list.add(0, DataType.of(n & 0x3f));
        }
        if (list.isEmpty()) {
            list.add(DataType.INTEGER);
        }
        return list;
    }

    /** The type of a map's values, of the first part if they are put together. */
    DataType dataType(NftSet s) {
        List<Side> typed = TypeofText.sides(NftUserData.value(s.userData(), UDATA_SET_DATA_TYPEOF));
        return typed.size() == 1 ? typed.get(0).type() : types(s.dataType()).get(0);
    }

    private static String typeNames(int number) {
        StringBuilder s = new StringBuilder();
        for (DataType t : types(number)) {
            s.append(s.isEmpty() ? "" : " . ").append(t.typeName());
        }
        return s.toString();
    }

    /** A named set as a record. */
    FirewallSet record(NftSet s) {
        String typeof = TypeofText.text(NftUserData.value(s.userData(), UDATA_SET_KEY_TYPEOF));
        return new FirewallSet(
                net.diag.netlink.nftables.NftTable.familyName(s.family()),
                s.table(),
                s.name(),
                typeof.isEmpty() ? typeNames(s.keyType()) : typeof,
                s.is(NftSet.NFT_SET_MAP) || s.is(NftSet.NFT_SET_OBJECT),
                elements(s, declaredSides(s)));
    }

    /** The declaration of a named set or map, indented by one tab. */
    void declaration(StringBuilder out, NftSet s) {
        boolean map = s.is(NftSet.NFT_SET_MAP) || s.is(NftSet.NFT_SET_OBJECT);
        out.append('\t').append(map ? "map " : "set ").append(s.name()).append(" {\n");
        byte[] typeof = NftUserData.value(s.userData(), UDATA_SET_KEY_TYPEOF);
        String keyTypeof = TypeofText.text(typeof);
        out.append("\t\t").append(keyTypeof.isEmpty() ? "type " + typeNames(s.keyType()) : "typeof " + keyTypeof);
        if (s.is(NftSet.NFT_SET_OBJECT)) {
            out.append(" : ").append(ObjectText.typeName(s.attributes().be32(NftSet.NFTA_SET_OBJ_TYPE)));
        } else if (map) {
            String data = TypeofText.text(NftUserData.value(s.userData(), UDATA_SET_DATA_TYPEOF));
            boolean verdict = s.dataType() == NftSet.NFT_DATA_VERDICT;
            boolean interval = NftUserData.number(s.userData(), UDATA_SET_DATA_INTERVAL, 0) != 0;
            out.append(" : ").append(interval ? "interval " : "");
            out.append(verdict ? "verdict" : !keyTypeof.isEmpty() && !data.isEmpty() ? data : typeNames(s.dataType()));
        }
        out.append('\n');
        properties(out, s);
        List<String> all = elements(s, declaredSides(s));
        if (!all.isEmpty()) {
            out.append("\t\telements = { ")
                    .append(String.join(",\n\t\t\t     ", all))
                    .append(" }\n");
        }
        out.append("\t}\n");
    }

    private static void properties(StringBuilder out, NftSet s) {
        if (s.attributes().be32(NftSet.NFTA_SET_POLICY) == NFT_SET_POL_MEMORY) {
            out.append("\t\tpolicy memory\n");
        }
        String flags = flags(s);
        if (!flags.isEmpty()) {
            out.append("\t\tflags ").append(flags).append('\n');
        }
        if (s.attributes().be64(NftSet.NFTA_SET_TIMEOUT) != 0) {
            out.append("\t\ttimeout ").append(ValueText.duration(s.attributes().be64(NftSet.NFTA_SET_TIMEOUT)));
            out.append('\n');
        }
        if (s.attributes().be32(NftSet.NFTA_SET_GC_INTERVAL) != 0) {
            out.append("\t\tgc-interval ");
            out.append(ValueText.duration(s.attributes().be32u(NftSet.NFTA_SET_GC_INTERVAL)))
                    .append('\n');
        }
        if (s.size() != 0) {
            out.append("\t\tsize ").append(s.size()).append('\n');
        }
        if (NftUserData.number(s.userData(), UDATA_SET_MERGE_ELEMENTS, 0) != 0) {
            out.append("\t\tauto-merge\n");
        }
        String comment = NftUserData.text(s.userData(), UDATA_SET_COMMENT);
        if (!comment.isEmpty()) {
            out.append("\t\tcomment ").append(ValueText.quote(comment)).append('\n');
        }
        for (NftExpression e : s.expressions()) {
            String text = StatefulText.of(e);
            if (text != null) {
                // Only the kind matters here: each element has its own state.
                out.append("\t\t")
                        .append(e.name().equals("counter") ? "counter" : text)
                        .append('\n');
            }
        }
    }

    private static String flags(NftSet s) {
        List<String> list = new ArrayList<>();
        if (s.is(NftSet.NFT_SET_CONSTANT)) {
            list.add("constant");
        }
        if (s.is(NftSet.NFT_SET_EVAL)) {
            list.add("dynamic");
        }
        if (s.is(NftSet.NFT_SET_INTERVAL)) {
            list.add("interval");
        }
        if (s.is(NftSet.NFT_SET_TIMEOUT)) {
            list.add("timeout");
        }
        return String.join(",", list);
    }

    private List<String> elements(NftSet s, List<Side> key) {
        List<String> all = new ArrayList<>();
        if (s.is(NftSet.NFT_SET_INTERVAL) && key.size() == 1 && !s.is(NftSet.NFT_SET_CONCAT)) {
            intervals(s, key.get(0), all);
            return all;
        }
        List<NftElement> sorted = new ArrayList<>(s.elements());
        if (s.is(NftSet.NFT_SET_INTERVAL)) {
            // Ranges put together stay in the order in which they were added, as nft lists them.
            sorted.sort(Comparator.comparing(NftElement::isCatchAll));
        } else {
            sorted.sort(Comparator.comparing(NftElement::isCatchAll)
                    .thenComparing(e -> key.size() == 1
                            ? ValueText.number(e.key(), key.get(0).hostOrder())
                            : ValueText.number(e.key(), false)));
        }
        for (NftElement e : sorted) {
            String text = e.isCatchAll() ? "*" : key.size() == 1 ? single(e, key.get(0)) : concatenation(e, key);
            all.add(text + rest(s, e));
        }
        return all;
    }

    private String single(NftElement e, Side key) {
        if (e.keyEnd().length > 0 && !Arrays.equals(e.key(), e.keyEnd())) {
            return value(key, e.key()) + '-' + value(key, e.keyEnd());
        }
        return value(key, e.key());
    }

    private String concatenation(NftElement e, List<Side> key) {
        StringBuilder s = new StringBuilder();
        int at = 0;
        for (Side part : key) {
            int length = part.length();
            byte[] from = slice(e.key(), at, length);
            byte[] to = e.keyEnd().length == 0 ? from : slice(e.keyEnd(), at, length);
            s.append(s.isEmpty() ? "" : " . ");
            if (Arrays.equals(from, to)) {
                s.append(value(part, from));
            } else {
                s.append(range(part, ValueText.number(from, part.hostOrder()), ValueText.number(to, part.hostOrder())));
            }
            at += length + 3 & ~3;
        }
        return s.toString();
    }

    private static byte[] slice(byte[] b, int from, int length) {
        return from >= b.length ? new byte[length] : Arrays.copyOfRange(b, from, from + length);
    }

    /** A value by the left side that it is compared with. */
    String value(Side side, byte[] b) {
        if (side.type().isString()) {
            return values.text(side.type(), b, side.hostOrder());
        }
        BigInteger v = ValueText.number(b, side.hostOrder()).shiftRight(side.shift());
        if (side.type().isBitmask() && v.bitCount() > 1) {
            return ValueText.bits(side.type(), v, " | ");
        }
        return values.text(side.type(), v, side.length());
    }

    /** A value as a number. */
    String number(Side side, BigInteger v) {
        return values.text(side.type(), v.shiftRight(side.shift()), side.length());
    }

    /** A value at one end of a range, where a name with a hyphen would be misread. */
    String end(Side side, BigInteger v) {
        String text = number(side, v);
        return side.type().nameOf(v) != null && !text.startsWith("\"") ? v.toString() : text;
    }

    /** A range of values, both inclusive; a prefix where it is one of addresses. */
    String range(Side side, BigInteger from, BigInteger to) {
        if (from.equals(to)) {
            return number(side, from);
        }
        if (side.type().isAddress()) {
            int bits = side.type().bitLength();
            BigInteger size = to.subtract(from).add(BigInteger.ONE);
            int free = size.bitLength() - 1;
            if (size.bitCount() == 1 && (from.signum() == 0 || from.getLowestSetBit() >= free)) {
                return number(side, from) + '/' + (bits - free);
            }
        }
        return end(side, from) + '-' + end(side, to);
    }

    /** Pairs of start and end to ranges. */
    private void intervals(NftSet s, Side key, List<String> all) {
        boolean string = key.type().isString();
        int length = Math.max(1, key.length());
        BigInteger max = BigInteger.ONE.shiftLeft(length * 8).subtract(BigInteger.ONE);
        List<NftElement> sorted = new ArrayList<>();
        List<NftElement> others = new ArrayList<>();
        for (NftElement e : s.elements()) {
            (e.isCatchAll() ? others : sorted).add(e);
        }
        sorted.sort(Comparator.comparing((NftElement e) -> ValueText.number(e.key(), false))
                .thenComparing(e -> !e.isIntervalEnd()));
        for (int i = 0; i < sorted.size(); i++) {
            NftElement e = sorted.get(i);
            if (e.isIntervalEnd()) {
                continue;
            }
            BigInteger from = ValueText.number(e.key(), false);
            BigInteger to = max;
            if (e.keyEnd().length > 0) {
                to = ValueText.number(e.keyEnd(), false);
            } else if (i + 1 < sorted.size()) {
                to = ValueText.number(sorted.get(i + 1).key(), false).subtract(BigInteger.ONE);
            }
            String text = string ? interfaces(e.key(), from, to) : range(key, from, to);
            all.add(text + rest(s, e));
        }
        for (NftElement e : others) {
            all.add("*" + rest(s, e));
        }
    }

    /** A name, or a range of names that begin alike. */
    private static String interfaces(byte[] from, BigInteger first, BigInteger last) {
        return ValueText.ifName(from, !first.equals(last));
    }

    /** What comes behind an element's key. */
    private String rest(NftSet s, NftElement e) {
        StringBuilder t = new StringBuilder();
        for (NftExpression x : e.expressions()) {
            String text = StatefulText.of(x);
            if (text != null) {
                t.append(' ').append(text);
            }
        }
        if (e.timeoutMillis() >= 0) {
            t.append(" timeout ").append(ValueText.duration(e.timeoutMillis()));
        }
        if (e.expirationMillis() >= 0) {
            t.append(" expires ").append(ValueText.duration(e.expirationMillis()));
        }
        String comment = NftUserData.text(e.userData(), UDATA_ELEM_COMMENT);
        if (!comment.isEmpty()) {
            t.append(" comment ").append(ValueText.quote(comment));
        }
        if (e.verdict() != null) {
            t.append(" : ").append(e.verdict());
        } else if (!e.object().isEmpty()) {
            t.append(" : ").append(ValueText.quote(e.object()));
        } else if (e.data().length > 0) {
            t.append(" : ").append(data(s, e.data()));
        }
        return t.toString();
    }

    private String data(NftSet s, byte[] b) {
        List<Side> typed = TypeofText.sides(NftUserData.value(s.userData(), UDATA_SET_DATA_TYPEOF));
        List<DataType> types = types(s.dataType());
        boolean interval = NftUserData.number(s.userData(), UDATA_SET_DATA_INTERVAL, 0) != 0;
        if (interval && b.length > 1) {
            return ranges(types, b);
        }
        if (types.size() == 1) {
            DataType t = typed.size() == 1 ? typed.get(0).type() : types.get(0);
            boolean host = typed.size() == 1 ? typed.get(0).hostOrder() : t.isHostOrder();
            if (t == DataType.INTEGER) {
                host = NftUserData.number(s.userData(), UDATA_SET_DATABYTEORDER, host ? HOST_ORDER : 0) == HOST_ORDER;
            }
            return values.text(t, b, host);
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (DataType t : types) {
            int length = t.bitLength() + 7 >> 3;
            text.append(text.isEmpty() ? "" : " . ");
            text.append(values.text(t, slice(b, at, length), t.isHostOrder()));
            at += length + 3 & ~3;
        }
        return text.toString();
    }

    /** Values of an interval map: the starts of all parts, then the ends. */
    private String ranges(List<DataType> types, byte[] b) {
        StringBuilder text = new StringBuilder();
        int half = b.length / 2;
        int at = 0;
        for (DataType t : types) {
            int length = t.bitLength() + 7 >> 3;
            Side side = Side.of("", t, false, length);
            text.append(text.isEmpty() ? "" : " . ");
            text.append(range(
                    side,
                    ValueText.number(slice(b, at, length), false),
                    ValueText.number(slice(b, half + at, length), false)));
            at += length + 3 & ~3;
        }
        return text.toString();
    }

    /** An address for {@code nat}: in brackets when a port follows. */
    static String bracketed(byte[] address) {
        String s = IpAddress.of(address).toString();
        return address.length == 16 ? '[' + s + ']' : s;
    }
}

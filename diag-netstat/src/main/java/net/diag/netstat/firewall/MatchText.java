package net.diag.netstat.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.diag.netlink.nftables.NftSet;

/** Writes comparisons, look-ups and what is set to a field. */
final class MatchText {
    private final Protocols protocols;
    private final SideText sides;
    private final SetText sets;
    private final ValueText values;

    MatchText(Protocols protocols, SideText sides, SetText sets, ValueText values) {
        this.protocols = protocols;
        this.sides = sides;
        this.sets = sets;
        this.values = values;
    }

    ValueText values() {
        return values;
    }

    SetText sets() {
        return sets;
    }

    private Statement statement(String text, String provides) {
        return new Statement(text, provides, sides.takeNeeds());
    }

    /** {@code e OPERATOR value}: several statements where nft had merged neighbouring fields. */
    List<Statement> compare(Expr e, String operator, byte[] value) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        if (e instanceof Expr.Payload p && equality) {
            return fields(p, operator, value);
        }
        if (e instanceof Expr.Masked m && SideText.isZero(m.xor()) && equality) {
            Statement prefix = prefix(m, operator, value);
            if (prefix != null) {
                return List.of(prefix);
            }
        }
        return List.of(plain(e, operator, value));
    }

    private Statement plain(Expr e, String operator, byte[] value) {
        Side s = sides.of(e);
        if (e instanceof Expr.Masked m && s.type().isBitmask() && s.shift() == 0 && SideText.isZero(m.xor())) {
            Side inner = sides.of(m.inner());
            boolean isSet = operator.equals("!=") && SideText.isZero(value);
            if (isSet) {
                String names = values.text(inner.type(), ValueText.number(m.mask(), inner.hostOrder()), m.length());
                // "a,b" means: any of these bits. A number has no such short form.
                return names.startsWith("0x")
                        ? statement(s.text() + " != 0x0", null)
                        : statement(inner.text() + ' ' + names, null);
            }
            return statement(s.text() + ' ' + operator + ' ' + bitValue(inner, value), null);
        }
        if (s.type().isString()) {
            boolean wildcard = value.length < 16 && value.length > 0 && value[value.length - 1] != 0;
            String text =
                    s.type() == DataType.IFNAME ? ValueText.ifName(value, wildcard) : ValueText.ifName(value, false);
            return statement(s.text() + ' ' + shown(operator) + text, null);
        }
        if (s.type().isAddress() && value.length * 8 < s.type().bitLength()) {
            byte[] padded = Arrays.copyOf(value, s.type().bitLength() / 8);
            String text = sets.number(s, ValueText.number(padded, false)) + '/' + value.length * 8;
            return statement(s.text() + ' ' + shown(operator) + text, null);
        }
        BigInteger v = ValueText.number(value, s.hostOrder());
        if (s.type().isBitmask() && s.type() != DataType.CT_LABEL) {
            return statement(s.text() + ' ' + operator + ' ' + bitValue(s, value), null);
        }
        if (operator.equals("==")) {
            protocols.learn(s.text(), v);
        }
        String provides = operator.equals("==") ? s.text() + '=' + v : null;
        return statement(s.text() + ' ' + shown(operator) + sets.number(s, v), provides);
    }

    private static String shown(String operator) {
        return operator.equals("==") ? "" : operator + ' ';
    }

    private static String bitValue(Side s, byte[] value) {
        BigInteger v = ValueText.number(value, s.hostOrder());
        if (v.bitCount() == 1) {
            return ValueText.bits(s.type(), v, ",");
        }
        String names = ValueText.bits(s.type(), v, " | ");
        return names.startsWith("0x") ? names : '(' + names + ')';
    }

    /** {@code address & ones == value}: a prefix. */
    private Statement prefix(Expr.Masked m, String operator, byte[] value) {
        int length = SideText.prefixLength(m.mask());
        if (length < 0) {
            return null;
        }
        Side inner = sides.of(m.inner());
        if (!inner.type().isAddress()
                || inner.hostOrder()
                || length == inner.type().bitLength()) {
            return null;
        }
        String text = sets.number(inner, ValueText.number(value, false)) + '/' + length;
        return statement(inner.text() + ' ' + shown(operator) + text, null);
    }

    private List<Statement> fields(Expr.Payload p, String operator, byte[] value) {
        Header h = protocols.at(p.base());
        int bits = value.length * 8;
        Side whole = sides.of(p);
        boolean named = !whole.text().startsWith("@") && value.length >= p.length();
        if (named || h == null && !(p.base() == 2)) {
            return List.of(plain(p, operator, value));
        }
        sides.takeNeeds();
        Header header = h == null ? Header.TH : h;
        List<Statement> all = new ArrayList<>();
        BigInteger number = ValueText.number(value, false);
        int start = p.offset() * 8;
        int at = 0;
        while (at < bits) {
            Header.Field f = header.startingAt(start + at, bits - at);
            if (f == null) {
                break;
            }
            BigInteger v = number.shiftRight(bits - at - f.length())
                    .and(BigInteger.ONE.shiftLeft(f.length()).subtract(BigInteger.ONE));
            all.add(field(header, f, operator, values.text(f.type(), v, f.length() + 7 >> 3), v));
            at += f.length();
        }
        if (at < bits) {
            Header.Field f = header.longestAt(start + at);
            if (f == null || f.length() <= bits - at || !f.type().isAddress()) {
                all.clear();
                at = 0;
                all.add(plain(p, operator, value));
                return all;
            }
            int left = bits - at;
            BigInteger v = number.and(BigInteger.ONE.shiftLeft(left).subtract(BigInteger.ONE))
                    .shiftLeft(f.length() - left);
            all.add(field(header, f, operator, values.text(f.type(), v, f.length() + 7 >> 3) + '/' + left, null));
        }
        return all;
    }

    private Statement field(Header h, Header.Field f, String operator, String text, BigInteger v) {
        String name = SideText.name(h, f);
        sides.of(new Expr.Payload(base(h), f.offset() / 8, f.length() / 8));
        if (v != null && operator.equals("==")) {
            protocols.learn(name, v);
        }
        String provides = v != null && operator.equals("==") ? name + '=' + v : null;
        boolean bitmask = f.type().isBitmask();
        return statement(name + ' ' + (bitmask ? operator + ' ' : shown(operator)) + text, provides);
    }

    private int base(Header h) {
        return h == protocols.at(0) ? 0 : h == protocols.at(1) ? 1 : 2;
    }

    /** {@code e low-high}. */
    Statement range(Expr e, boolean negated, byte[] low, byte[] high) {
        Side s = sides.of(e);
        BigInteger from = ValueText.number(low, s.hostOrder());
        BigInteger to = ValueText.number(Arrays.copyOf(high, low.length), s.hostOrder());
        String text = sets.end(s, from) + '-' + sets.end(s, to);
        return statement(s.text() + ' ' + (negated ? "!= " : "") + text, null);
    }

    /** {@code e @set}. */
    Statement lookup(Expr e, NftSet s, boolean negated) {
        Side key = sides.of(e);
        return statement(key.text() + ' ' + (negated ? "!= " : "") + sets.reference(s, key), null);
    }

    /** {@code e vmap @map}. */
    Statement verdictMap(Expr e, NftSet s) {
        Side key = sides.of(e);
        return statement(key.text() + " vmap " + sets.reference(s, key), null);
    }

    /** What a field is set to. */
    String right(Side target, Expr e) {
        if (e instanceof Expr.Constant c) {
            if (target.type().isString()) {
                return ValueText.ifName(c.bytes(), false);
            }
            BigInteger v = ValueText.number(c.bytes(), target.hostOrder());
            if (target.type() == DataType.INET_PROTO) {
                // "set tcp" would begin a field of TCP.
                return v.toString();
            }
            return values.text(target.type(), v.shiftRight(target.shift()), Math.max(1, target.length()));
        }
        return sides.of(e).text();
    }

    /** A field of the packet is changed: all of the bytes, or those bits that a mask spares. */
    String payloadSet(Expr.Payload p, Expr e) {
        if (e instanceof Expr.Masked m && m.inner().equals(p)) {
            BigInteger all = BigInteger.ONE.shiftLeft(p.length() * 8).subtract(BigInteger.ONE);
            BigInteger changed = ValueText.number(m.mask(), false).xor(all);
            Side field = sides.of(new Expr.Masked(p, ValueText.bytes(changed, p.length()), new byte[p.length()]));
            BigInteger v = ValueText.number(m.xor(), false).shiftRight(field.shift());
            String text = field.type() == DataType.INET_PROTO ? v.toString() : values.text(field.type(), v, p.length());
            return field.text() + " set " + text;
        }
        Side field = sides.of(p);
        return field.text() + " set " + right(field, e);
    }
}

package net.diag.netstat.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions: what stands on the left of a comparison, or is set, or looked up. */
final class SideText {
    private static final String[] BASES = {"ll", "nh", "th", "ih"};

    private final Protocols protocols;
    private final SetText sets;
    private final List<String> needs = new ArrayList<>();

    SideText(Protocols protocols, SetText sets) {
        this.protocols = protocols;
        this.sets = sets;
    }

    /** What nft adds by itself before the expressions written since the last call. */
    List<String> takeNeeds() {
        List<String> n = List.copyOf(needs);
        needs.clear();
        return n;
    }

    private void need(Header h) {
        for (String n : protocols.needed(h)) {
            if (!needs.contains(n)) {
                needs.add(n);
            }
        }
    }

    /** An expression. */
    Side of(Expr e) {
        if (e instanceof Expr.Named n) {
            return Side.of(n.text(), n.type(), n.hostOrder(), n.length());
        } else if (e instanceof Expr.Payload p) {
            return payload(p.base(), p.offset() * 8, p.length() * 8, p.length());
        } else if (e instanceof Expr.Option o) {
            if (o.operation() == 2) {
                need(Header.IP);
            }
            Side f = OptionFields.field(o.operation(), o.kind(), o.offset() * 8, o.length() * 8, o.length());
            return f != null
                    ? f
                    : OptionFields.raw(o.operation(), o.kind(), o.offset() * 8, o.length() * 8, o.length());
        } else if (e instanceof Expr.Masked m) {
            return masked(m);
        } else if (e instanceof Expr.Shifted s) {
            return shifted(s);
        } else if (e instanceof Expr.Swapped s) {
            Side side = of(s.inner());
            return side.withHostOrder(!side.hostOrder());
        } else if (e instanceof Expr.Combined c) {
            Side left = of(c.inner());
            return left.withText(
                    left.text() + ' ' + c.operator() + ' ' + of(c.other()).text());
        } else if (e instanceof Expr.Mapped m) {
            Side key = of(m.key());
            DataType data = sets.dataType(m.map());
            return Side.of(key.text() + " map " + sets.reference(m.map(), key), data, data.isHostOrder(), m.length());
        } else if (e instanceof Expr.Concat c) {
            List<Side> parts = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (Expr part : c.parts()) {
                Side s = of(part);
                text.append(text.isEmpty() ? "" : " . ").append(s.text());
                parts.add(s);
            }
            return new Side(text.toString(), DataType.INTEGER, false, 0, c.length(), parts);
        } else if (e instanceof Expr.Constant c) {
            return Side.of("0x" + ValueText.number(c.bytes(), false).toString(16), DataType.INTEGER, false, c.length());
        }
        throw new IllegalArgumentException(String.valueOf(e));
    }

    private Side payload(int base, int bitOffset, int bits, int length) {
        Header h = protocols.at(base);
        Header.Field f = h == null ? null : protocols.exact(h, bitOffset, bits);
        if (f == null && base == 2 && h == null) {
            f = Header.TH.exact(bitOffset, bits);
            h = Header.TH;
        }
        if (f != null) {
            need(h);
            return Side.of(name(h, f), f.type(), false, length);
        }
        String b = base >= 0 && base < BASES.length ? BASES[base] : Integer.toString(base);
        return Side.of("@" + b + ',' + bitOffset + ',' + bits, DataType.INTEGER, false, length);
    }

    static String name(Header h, Header.Field f) {
        return h.protocol() + ' ' + f.name();
    }

    private Side masked(Expr.Masked m) {
        BigInteger xor = ValueText.number(m.xor(), false);
        if (m.inner() instanceof Expr.Payload p && xor.signum() == 0) {
            Side field = bitField(p, m.mask());
            if (field != null) {
                return field;
            }
        }
        if (m.inner() instanceof Expr.Option o && xor.signum() == 0) {
            BigInteger bits = ValueText.number(m.mask(), false);
            int low = Math.max(0, bits.getLowestSetBit());
            Side f = OptionFields.field(
                    o.operation(),
                    o.kind(),
                    (o.offset() + o.length()) * 8 - bits.bitLength(),
                    bits.bitLength() - low,
                    o.length());
            if (f != null && bits.bitCount() == bits.bitLength() - low) {
                return f.withShift(low);
            }
        }
        Side inner = of(m.inner());
        boolean host = inner.hostOrder();
        BigInteger mask = ValueText.number(m.mask(), host);
        BigInteger flip = ValueText.number(m.xor(), host);
        BigInteger all = BigInteger.ONE.shiftLeft(m.mask().length * 8).subtract(BigInteger.ONE);
        String text = inner.text();
        if (mask.xor(all).equals(flip) && flip.signum() != 0) {
            text += " | " + constant(inner, flip);
        } else {
            if (!mask.equals(all)) {
                text += " & " + constant(inner, mask);
            }
            if (flip.signum() != 0) {
                text += " ^ " + constant(inner, flip);
            }
        }
        return inner.withText(text);
    }

    private static String constant(Side side, BigInteger v) {
        if (side.type().isBitmask() && side.type() != DataType.CT_LABEL) {
            String names = ValueText.bits(side.type(), v, " | ");
            return names.contains("|") ? '(' + names + ')' : names;
        }
        if (side.type().isAddress() || side.type() == DataType.ETHER) {
            return new ValueText(i -> null).text(side.type(), v, side.length());
        }
        return "0x" + (side.type() == DataType.MARK ? String.format("%08x", v) : v.toString(16));
    }

    /** A field that is part of the bytes loaded, cut out by the mask; or null. */
    private Side bitField(Expr.Payload p, byte[] mask) {
        BigInteger m = ValueText.number(mask, false);
        if (m.signum() == 0) {
            return null;
        }
        int low = m.getLowestSetBit();
        int bits = m.bitCount();
        if (m.bitLength() - low != bits) {
            return null;
        }
        int offset = p.offset() * 8 + p.length() * 8 - m.bitLength();
        Header h = protocols.at(p.base());
        Header.Field f = h == null ? null : h.exact(offset, bits);
        if (f == null) {
            boolean whole = h != null && h.exact(p.offset() * 8, p.length() * 8) != null;
            if (whole || p.base() == 2 && h == null && Header.TH.exact(p.offset() * 8, p.length() * 8) != null) {
                return null;
            }
            return payload(p.base(), offset, bits, p.length()).withShift(low);
        }
        need(h);
        return Side.of(name(h, f), f.type(), false, p.length()).withShift(low);
    }

    private Side shifted(Expr.Shifted s) {
        // A field out of a byte, moved to its lowest bit.
        if (!s.left()
                && s.inner() instanceof Expr.Masked m
                && (m.inner() instanceof Expr.Payload || m.inner() instanceof Expr.Option)) {
            Side field = masked(m);
            if (field.shift() == s.bits()) {
                return field.withShift(0);
            }
        }
        if (!s.left() && s.inner() instanceof Expr.Payload p) {
            int bits = p.length() * 8 - s.bits();
            Header h = protocols.at(p.base());
            Header.Field f = h == null || bits <= 0 ? null : h.exact(p.offset() * 8, bits);
            if (f != null) {
                need(h);
                return Side.of(name(h, f), f.type(), false, p.length());
            }
        }
        Side inner = of(s.inner());
        String text = s.inner() instanceof Expr.Masked ? '(' + inner.text() + ')' : inner.text();
        return inner.withText(text + (s.left() ? " << " : " >> ") + s.bits());
    }

    /** Whether a mask is all ones from the top, of an address; its length in bits, or -1. */
    static int prefixLength(byte[] mask) {
        BigInteger m = ValueText.number(mask, false);
        int bits = mask.length * 8;
        int ones = m.bitCount();
        boolean contiguous = ones > 0
                && m.equals(
                        BigInteger.ONE.shiftLeft(ones).subtract(BigInteger.ONE).shiftLeft(bits - ones));
        return contiguous ? ones : -1;
    }

    static boolean isZero(byte[] b) {
        return ValueText.number(b, false).signum() == 0;
    }
}

package net.diag.netstat.firewall;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.nftables.NftElement;
import net.diag.netlink.nftables.NftExpression;
import net.diag.netlink.nftables.NftObject;
import net.diag.netlink.nftables.NftRule;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.nftables.NftSet;
import net.diag.netlink.nftables.NftVerdict;

/**
 * The nf_tables machine over a {@link Flow}: runs a rule's instructions. Where a comparison can't be
 * judged it goes on as if it held, and says that the outcome is uncertain.
 */
final class Machine {
    private static final int REGISTER_BYTES = 64;

    private final NftRuleset ruleset;
    private final Loads loads;
    private final NftRule rule;
    private final Flow flow;
    private final boolean conntrack;
    private Bits registers = Bits.unknown(REGISTER_BYTES);
    private boolean uncertain;

    /**
     * A machine for one rule.
     *
     * @param conntrack whether connection tracking has seen the packet at this hook
     */
    Machine(NftRuleset ruleset, Loads loads, NftRule rule, Flow flow, boolean conntrack) {
        this.ruleset = ruleset;
        this.loads = loads;
        this.rule = rule;
        this.flow = flow;
        this.conntrack = conntrack;
    }

    /** Run the rule. */
    Outcome run() throws IOException {
        for (NftExpression e : rule.expressions()) {
            Outcome o = step(e);
            if (o != null) {
                return o;
            }
        }
        return Outcome.of(Outcome.Kind.CONTINUE, uncertain);
    }

    private Outcome done(Outcome.Kind kind) {
        return Outcome.of(kind, uncertain);
    }

    private void doubt() {
        if (!uncertain) {
            uncertain = true;
            flow.doubt = flow.copy();
        }
    }

    private Outcome judge(Boolean matches) {
        if (matches == null) {
            doubt();
            return null;
        }
        return matches ? null : done(Outcome.Kind.NO_MATCH);
    }

    private Bits get(int word, int length) {
        int from = Math.max(0, word) * 4;
        if (word < 0 || length < 0 || from + length > REGISTER_BYTES) {
            return Bits.unknown(Math.max(0, Math.min(length, REGISTER_BYTES)));
        }
        return registers.slice(from, length);
    }

    private void set(int word, Bits b) {
        int from = word * 4;
        int length = Math.min(b.length() + 3 & ~3, REGISTER_BYTES - Math.max(0, from));
        if (word < 0 || length <= 0) {
            return;
        }
        Bits padded = b.sized(length);
        byte[] v = registers.value().clone();
        byte[] k = registers.known().clone();
        System.arraycopy(padded.value(), 0, v, from, length);
        System.arraycopy(padded.known(), 0, k, from, length);
        registers = new Bits(v, k);
    }

    private Outcome step(NftExpression e) throws IOException {
        AttributeSet a = e.data();
        return switch (e.name()) {
            case "meta" -> a.has(3) ? setMeta(e) : load(e.register(1), loads.meta(flow, a.be32(2)));
            case "ct" ->
                a.has(4)
                        ? setCt(e)
                        : load(e.register(1), loads.ct(flow, a.be32(2), a.has(3) ? a.u8(3) : -1, conntrack));
            case "payload" ->
                a.has(5) ? changed() : load(e.register(1), loads.payload(flow, a.be32(2), a.be32(3), a.be32(4)));
            case "exthdr" -> a.has(1) ? load(e.register(1), loads.option(flow, a)) : null;
            case "fib" -> load(e.register(1), loads.fib(flow, a.be32(3), a.be32(2)));
            case "immediate" -> immediate(e);
            case "cmp" ->
                judge(compare(
                        get(e.register(1), a.nested(3).length(1)),
                        a.be32(2),
                        a.nested(3).bytes(1)));
            case "range" -> range(e);
            case "bitwise" -> bitwise(e);
            case "byteorder" -> byteOrder(e);
            case "lookup" -> lookup(e);
            case "counter", "log", "dup", "last", "flow_offload" -> null;
            case "notrack" -> {
                flow.untracked = true;
                yield null;
            }
            case "quota" ->
                judge(
                        (a.be32(2) & 1) != 0
                                ? Long.compareUnsigned(a.be64(4), a.be64(1)) >= 0
                                : Long.compareUnsigned(a.be64(4), a.be64(1)) < 0);
            case "objref" -> objectReference(a);
            case "dynset" -> a.has(7) || a.has(10) ? judge(null) : null;
            case "reject" -> done(Outcome.Kind.REJECT);
            case "nat" -> translate(e);
            case "masq" -> done(Outcome.Kind.ACCEPT);
            case "redir" -> redirect(e);
            case "fwd", "queue", "tproxy", "synproxy" -> done(Outcome.Kind.ELSEWHERE);
            case "match" -> judge(XtMatcher.matches(flow, loads, conntrack, a.string(1), a.be32(2), a.bytes(3)));
            case "target" -> target(a);
            case "rt", "socket", "osf", "xfrm", "numgen" ->
                load(e.register(e.name().equals("socket") ? 2 : 1), Bits.unknown(16));
            case "hash", "tunnel" -> load(e.register(2), Bits.unknown(4));
            // Limits depend on what came before; what is not known here may match or not.
            default -> judge(null);
        };
    }

    private Outcome load(int word, Bits b) {
        if (b == null) {
            return done(Outcome.Kind.NO_MATCH);
        }
        set(word, b);
        return null;
    }

    /** A field of the packet is rewritten, which later rules see: what it is then is not followed up. */
    private Outcome changed() {
        doubt();
        return null;
    }

    private Outcome setMeta(NftExpression e) {
        if (e.data().be32(2) == 3) {
            flow.mark = uncertain ? Bits.unknown(4) : get(e.register(3), 4);
        }
        return null;
    }

    private Outcome setCt(NftExpression e) {
        if (e.data().be32(2) == 3) {
            flow.ctMark = uncertain ? Bits.unknown(4) : get(e.register(4), 4);
        }
        return null;
    }

    private Outcome immediate(NftExpression e) {
        AttributeSet d = e.data().nested(2);
        if (!d.has(2)) {
            set(e.register(1), Bits.of(d.bytes(1)));
            return null;
        }
        return verdict(NftVerdict.decode(d.nested(2)));
    }

    private Outcome verdict(NftVerdict v) {
        return switch (v.code()) {
            case NftVerdict.NF_DROP -> done(Outcome.Kind.DROP);
            case NftVerdict.NF_ACCEPT -> done(Outcome.Kind.ACCEPT);
            case NftVerdict.NFT_CONTINUE -> done(Outcome.Kind.CONTINUE);
            case NftVerdict.NFT_BREAK -> done(Outcome.Kind.NO_MATCH);
            case NftVerdict.NFT_JUMP -> new Outcome(Outcome.Kind.JUMP, v.chain(), uncertain);
            case NftVerdict.NFT_GOTO -> new Outcome(Outcome.Kind.GOTO, v.chain(), uncertain);
            case NftVerdict.NFT_RETURN -> done(Outcome.Kind.RETURN);
            default -> done(Outcome.Kind.ELSEWHERE);
        };
    }

    private static Boolean compare(Bits b, int operator, byte[] value) {
        if (operator <= 1) {
            Boolean equal = b.isEqual(value);
            return equal == null ? null : equal == (operator == 0);
        }
        if (!b.isKnown()) {
            return null;
        }
        int c = Arrays.compareUnsigned(b.value(), value);
        return switch (operator) {
            case 2 -> c < 0;
            case 3 -> c <= 0;
            case 4 -> c > 0;
            default -> c >= 0;
        };
    }

    private Outcome range(NftExpression e) {
        AttributeSet a = e.data();
        byte[] from = a.nested(3).bytes(1);
        byte[] to = a.nested(4).bytes(1);
        Bits b = get(e.register(1), from.length);
        if (!b.isKnown()) {
            return judge(null);
        }
        boolean in = Arrays.compareUnsigned(b.value(), from) >= 0 && Arrays.compareUnsigned(b.value(), to) <= 0;
        return judge(in == (a.be32(2) == 0));
    }

    private Outcome bitwise(NftExpression e) {
        AttributeSet a = e.data();
        int length = Math.max(0, Math.min(a.be32(3), REGISTER_BYTES));
        Bits b = get(e.register(1), length);
        int operation = a.be32(6);
        if (operation == 0) {
            set(e.register(2), b.masked(a.nested(4).bytes(1), a.nested(5).bytes(1)));
        } else if (operation <= 2 && operation > 0 && b.isKnown() && length <= 4) {
            int bits = ValueText.number(a.nested(7).bytes(1), true).intValue() & 31;
            // The kernel shifts 32-bit words as they are in the register, network order words first.
            BigInteger v = ValueText.number(b.value(), false);
            BigInteger r = operation == 1 ? v.shiftLeft(bits) : v.shiftRight(bits);
            set(
                    e.register(2),
                    length < 4 && operation == 2 ? Bits.of(ValueText.bytes(r, length)) : Bits.unknown(length));
        } else {
            set(e.register(2), Bits.unknown(length));
        }
        return null;
    }

    private Outcome byteOrder(NftExpression e) {
        AttributeSet a = e.data();
        int length = Math.max(0, Math.min(a.be32(4), REGISTER_BYTES));
        int size = Math.max(1, Math.min(a.be32(5), 8));
        Bits b = get(e.register(1), length);
        byte[] v = b.value().clone();
        byte[] k = b.known().clone();
        if (java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN) {
            for (int i = 0; i + size <= length; i += size) {
                for (int j = 0; j < size / 2; j++) {
                    swap(v, i + j, i + size - 1 - j);
                    swap(k, i + j, i + size - 1 - j);
                }
            }
        }
        set(e.register(2), new Bits(v, k));
        return null;
    }

    private static void swap(byte[] b, int i, int j) {
        byte t = b[i];
        b[i] = b[j];
        b[j] = t;
    }

    private Outcome lookup(NftExpression e) {
        AttributeSet a = e.data();
        NftSet s = ruleset.set(rule.family(), rule.table(), a.string(1));
        if (s == null) {
            return judge(null);
        }
        Bits key = get(e.register(2), s.keyLength());
        if (!key.isKnown()) {
            if (a.has(3)) {
                // Which of its verdicts or values can't be said: none is followed.
                doubt();
                if (a.be32(3) == 0) {
                    return done(Outcome.Kind.ELSEWHERE);
                }
                set(e.register(3), Bits.unknown(s.dataLength()));
                return null;
            }
            return judge(null);
        }
        NftElement found = SetSearch.find(s, key.value());
        if (!a.has(3)) {
            return judge((found != null) != ((a.be32(5) & 1) != 0));
        }
        if (found == null) {
            return done(Outcome.Kind.NO_MATCH);
        }
        if (found.verdict() != null) {
            Outcome o = verdict(found.verdict());
            return o.kind() == Outcome.Kind.CONTINUE ? null : o;
        }
        set(e.register(3), Bits.of(found.data()));
        return null;
    }

    private Outcome objectReference(AttributeSet a) {
        int type = a.be32(1);
        if (type == NftObject.NFT_OBJECT_QUOTA) {
            List<NftObject> all = ruleset.objects();
            for (NftObject o : all) {
                if (o.type() == type
                        && o.table().equals(rule.table())
                        && o.name().equals(a.string(2))) {
                    AttributeSet d = o.data();
                    boolean used = Long.compareUnsigned(d.be64(4), d.be64(1)) >= 0;
                    return judge(used == ((d.be32(2) & 1) != 0));
                }
            }
        }
        boolean harmless = type == NftObject.NFT_OBJECT_COUNTER
                || type == NftObject.NFT_OBJECT_CT_HELPER
                || type == NftObject.NFT_OBJECT_CT_TIMEOUT
                || type == NftObject.NFT_OBJECT_CT_EXPECT
                || type == NftObject.NFT_OBJECT_SECMARK;
        return harmless ? null : judge(null);
    }

    private Outcome translate(NftExpression e) {
        AttributeSet a = e.data();
        if (a.be32(1) == 1) {
            int length = flow.isV4() ? 4 : 16;
            if (a.has(3)) {
                Bits to = get(e.register(3), length);
                if (!to.isKnown() || uncertain) {
                    return done(Outcome.Kind.ELSEWHERE);
                }
                flow.destination = to.value();
            }
            if (a.has(5)) {
                Bits port = get(e.register(5), 2);
                if (!port.isKnown()) {
                    return done(Outcome.Kind.ELSEWHERE);
                }
                flow.destinationPort = (port.value()[0] & 0xff) << 8 | port.value()[1] & 0xff;
            }
        }
        return done(Outcome.Kind.ACCEPT);
    }

    private Outcome redirect(NftExpression e) {
        if (uncertain) {
            return done(Outcome.Kind.ELSEWHERE);
        }
        if (e.data().has(1)) {
            Bits port = get(e.register(1), 2);
            if (port.isKnown()) {
                flow.destinationPort = (port.value()[0] & 0xff) << 8 | port.value()[1] & 0xff;
            }
        }
        loads.redirect(flow);
        return done(Outcome.Kind.ACCEPT);
    }

    private Outcome target(AttributeSet a) {
        Outcome.Kind k = XtMatcher.target(flow, loads, a.string(1), a.bytes(3));
        return k == null ? judge(null) : k == Outcome.Kind.CONTINUE ? null : done(k);
    }
}

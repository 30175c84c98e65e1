package net.diag.netstat.firewall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.nftables.NftExpression;
import net.diag.netlink.nftables.NftRule;
import net.diag.netlink.nftables.NftRuleset;
import net.diag.netlink.nftables.NftSet;
import net.diag.netlink.nftables.NftVerdict;

/**
 * Turns a rule's instructions into statements: follows what is loaded into registers, and writes a
 * statement where they are used.
 *
 * <p>An instruction that is not known becomes {@code # unknown NAME}; nothing is left out silently.
 */
final class RuleDecoder {
    private static final int WORDS = 16;
    private static final String[] OPERATORS = {"==", "!=", "<", "<=", ">", ">="};

    private final NftRuleset ruleset;
    private final NftRule rule;
    private final MatchText matches;
    private final SideText sides;
    private final ActionText actions;
    private final Expr[] registers = new Expr[WORDS];
    private final List<Statement> statements = new ArrayList<>();

    private RuleDecoder(NftRuleset ruleset, NftRule rule, ValueText values) {
        this.ruleset = ruleset;
        this.rule = rule;
        Protocols protocols = new Protocols(rule.family());
        SetText sets = new SetText(values);
        sides = new SideText(protocols, sets);
        matches = new MatchText(protocols, sides, sets, values);
        actions = new ActionText(rule.family(), protocols, sides, sets, values);
    }

    /** The statements of a rule, without those that nft adds by itself. */
    static List<String> decode(NftRuleset ruleset, NftRule rule, ValueText values) {
        RuleDecoder d = new RuleDecoder(ruleset, rule, values);
        List<NftExpression> all = rule.expressions();
        for (int i = 0; i < all.size(); i++) {
            NftExpression next = i + 1 < all.size() ? all.get(i + 1) : null;
            if (d.isRange(all.get(i), next)) {
                d.range(all.get(i), next);
                i++;
            } else {
                d.expression(all.get(i));
            }
        }
        return Dependencies.withoutImplied(d.statements);
    }

    private void add(String text) {
        statements.add(new Statement(text, null, sides.takeNeeds()));
    }

    private void set(int word, Expr e) {
        if (word >= 0 && word < WORDS) {
            Arrays.fill(registers, word, Math.min(WORDS, word + Math.max(1, e.length() + 3 >> 2)), null);
            registers[word] = e;
        }
    }

    /** What is in the registers from a word on: one value, or the parts of a concatenation. */
    private Expr get(int word, int length) {
        if (word < 0 || word >= WORDS || registers[word] == null) {
            return new Expr.Named("unknown", DataType.INTEGER, Math.max(1, length), false);
        }
        Expr first = registers[word];
        if (length <= 0 || first.length() + 3 >> 2 << 2 >= length) {
            return first;
        }
        List<Expr> parts = new ArrayList<>();
        for (int at = word; at < WORDS && (at - word) * 4 < length && registers[at] != null; ) {
            parts.add(registers[at]);
            at += Math.max(1, registers[at].length() + 3 >> 2);
        }
        return parts.size() == 1 ? first : new Expr.Concat(parts);
    }

    private Expr get(int word) {
        return get(word, 0);
    }

    private static Expr named(Side s) {
        return new Expr.Named(s.text(), s.type(), s.length(), s.hostOrder());
    }

    private void expression(NftExpression e) {
        AttributeSet a = e.data();
        switch (e.name()) {
            case "meta" -> keyed(e, 1, 3, Keys.meta(a.be32(2)));
            case "ct" -> keyed(e, 1, 4, Keys.ct(a.be32(2), a.has(3) ? a.u8(3) : -1));
            case "payload" -> payload(e);
            case "exthdr" -> option(e);
            case "immediate" -> immediate(e);
            case "cmp" ->
                statements.addAll(matches.compare(
                        get(e.register(1)),
                        OPERATORS[Math.floorMod(a.be32(2), OPERATORS.length)],
                        a.nested(3).bytes(1)));
            case "range" ->
                statements.add(matches.range(
                        get(e.register(1)),
                        a.be32(2) == 1,
                        a.nested(3).bytes(1),
                        a.nested(4).bytes(1)));
            case "lookup" -> lookup(e);
            case "bitwise" -> bitwise(e);
            case "byteorder" -> set(e.register(2), new Expr.Swapped(get(e.register(1))));
            case "fib" -> set(e.register(1), named(Keys.fib(a.be32(3), a.be32(2))));
            case "rt" -> set(e.register(1), named(Keys.rt(a.be32(2))));
            case "socket" -> set(e.register(2), named(Keys.socket(a.be32(1), a.be32(3))));
            case "osf" -> set(e.register(1), named(osf(a)));
            case "xfrm" -> set(e.register(1), named(Keys.ipsec(a.be32(2), a.be32(4), a.u8(3))));
            case "numgen" -> set(e.register(1), named(numberGenerator(a)));
            case "hash" -> set(e.register(2), named(hash(e)));
            case "tunnel" -> set(e.register(2), named(Side.of("tunnel " + a.be32(1), DataType.INTEGER, true, 4)));
            case "dynset" -> dynamicSet(e);
            case "objref" -> objectReference(e);
            default -> {
                String text = actions.of(e, this::get);
                add(text == null ? "# unknown " + e.name() : text);
            }
        }
    }

    private void keyed(NftExpression e, int load, int store, Side key) {
        if (e.data().has(store)) {
            Side target = key.text().startsWith("meta ") || key.text().startsWith("ct ")
                    ? key
                    : key.withText("meta " + key.text());
            add(target.text() + " set " + matches.right(target, get(e.register(store))));
        } else {
            set(e.register(load), named(key));
        }
    }

    private void payload(NftExpression e) {
        AttributeSet a = e.data();
        Expr.Payload p = new Expr.Payload(a.be32(2), a.be32(3) & 0xffff, bytes(a.be32(4)));
        if (a.has(5)) {
            add(matches.payloadSet(p, get(e.register(5))));
        } else {
            set(e.register(1), p);
        }
    }

    /** A length that the kernel could have: registers hold 64 bytes, expressions at most 255. */
    private static int bytes(int length) {
        return Math.max(1, Math.min(length, 255));
    }

    private void option(NftExpression e) {
        AttributeSet a = e.data();
        int operation = a.be32(6);
        int kind = a.u8(2);
        if ((a.be32(5) & 1) != 0) {
            String name = OptionFields.name(operation, kind);
            String text = operation == 0 && !name.startsWith("exthdr") ? "exthdr " + name : name;
            set(e.register(1), new Expr.Named(text, DataType.BOOLEAN, 1, true));
            return;
        }
        Expr.Option o = new Expr.Option(operation, kind, a.be32(3) & 0xffff, bytes(a.be32(4)));
        if (a.has(7)) {
            Side s = sides.of(o);
            add(s.text() + " set " + matches.right(s, get(e.register(7))));
        } else if (a.has(1)) {
            set(e.register(1), o);
        } else {
            add("reset " + OptionFields.name(operation, kind));
        }
    }

    private void immediate(NftExpression e) {
        AttributeSet data = e.data().nested(2);
        if (data.has(2)) {
            add(verdict(NftVerdict.decode(data.nested(2))));
        } else {
            set(e.register(1), new Expr.Constant(data.bytes(1)));
        }
    }

    /** A jump into a chain without a name of its own is written with the chain inside. */
    private String verdict(NftVerdict v) {
        var target = v.chain().isEmpty() ? null : ruleset.chain(rule.family(), rule.table(), v.chain());
        if (target == null || (target.flags() & net.diag.netlink.nftables.NftChain.NFT_CHAIN_BINDING) == 0) {
            return v.toString();
        }
        StringBuilder s = new StringBuilder(v.code() == NftVerdict.NFT_GOTO ? "goto {\n" : "jump {\n");
        for (NftRule r : ruleset.rules(target)) {
            s.append("\t\t\t")
                    .append(RulesetText.rule(ruleset, r, matches.values()))
                    .append('\n');
        }
        return s.append("\t\t}").toString();
    }

    private void lookup(NftExpression e) {
        AttributeSet a = e.data();
        NftSet s = ruleset.set(rule.family(), rule.table(), a.string(1));
        if (s == null) {
            add("# lookup in the unknown set " + a.string(1));
            return;
        }
        Expr key = get(e.register(2), s.keyLength());
        if (a.has(3) && a.be32(3) != 0) {
            set(e.register(3), new Expr.Mapped(key, s));
        } else if (a.has(3)) {
            statements.add(matches.verdictMap(key, s));
        } else {
            statements.add(matches.lookup(key, s, (a.be32(5) & 1) != 0));
        }
    }

    private void bitwise(NftExpression e) {
        AttributeSet a = e.data();
        Expr inner = get(e.register(1), 0);
        int operation = a.be32(6);
        switch (operation) {
            case 0 ->
                set(
                        e.register(2),
                        new Expr.Masked(inner, a.nested(4).bytes(1), a.nested(5).bytes(1)));
            case 1, 2 -> {
                int bits = ValueText.number(a.nested(7).bytes(1), true).intValue() & 0xff;
                set(e.register(2), new Expr.Shifted(inner, operation == 1, bits));
            }
            default -> {
                String[] names = {"&", "|", "^"};
                String name = operation >= 3 && operation < 6 ? names[operation - 3] : "?";
                set(e.register(2), new Expr.Combined(inner, name, get(e.register(8))));
            }
        }
    }

    private static Side osf(AttributeSet a) {
        String ttl = a.u8(2) == 1 ? " ttl loose" : a.u8(2) == 2 ? " ttl skip" : "";
        return Side.of("osf" + ttl + ((a.be32(3) & 1) != 0 ? " version" : " name"), DataType.STRING, true, 16);
    }

    private static Side numberGenerator(AttributeSet a) {
        String offset = a.be32(4) == 0 ? "" : " offset " + a.be32u(4);
        return Side.of(
                "numgen " + (a.be32(3) == 0 ? "inc" : "random") + " mod " + a.be32u(2) + offset,
                DataType.INTEGER,
                true,
                4);
    }

    private Side hash(NftExpression e) {
        AttributeSet a = e.data();
        String offset = a.be32(6) == 0 ? "" : " offset " + a.be32u(6);
        String modulus = " mod " + a.be32u(4);
        if (a.be32(7) == 1) {
            return Side.of("symhash" + modulus + offset, DataType.INTEGER, true, 4);
        }
        String seed = a.has(5) ? " seed 0x" + Integer.toHexString(a.be32(5)) : "";
        String of = sides.of(get(e.register(1), a.be32(3))).text();
        return Side.of("jhash " + of + modulus + seed + offset, DataType.INTEGER, true, 4);
    }

    private void dynamicSet(NftExpression e) {
        AttributeSet a = e.data();
        NftSet s = ruleset.set(rule.family(), rule.table(), a.string(1));
        String[] operations = {"add", "update", "delete"};
        StringBuilder t = new StringBuilder();
        Side key = sides.of(get(e.register(4), s == null ? 0 : s.keyLength()));
        if (s != null && s.is(NftSet.NFT_SET_ANONYMOUS)) {
            t.append("meter ").append(a.string(1)).append(s.size() == 0 ? "" : " size " + s.size());
        } else {
            t.append(operations[Math.floorMod(a.be32(3), operations.length)])
                    .append(" @")
                    .append(a.string(1));
        }
        t.append(" { ").append(key.text());
        if (a.has(6) && a.be64(6) != 0) {
            t.append(" timeout ").append(ValueText.duration(a.be64(6)));
        }
        List<NftExpression> inner = a.has(10)
                ? NftExpression.list(a.reader(10))
                : a.has(7) ? List.of(NftExpression.of(a.nested(7))) : List.of();
        for (NftExpression x : inner) {
            String text = StatefulText.of(x);
            t.append(' ').append(text == null ? "# unknown " + x.name() : text);
        }
        if (a.has(5) && s != null) {
            DataType data = matches.sets().dataType(s);
            Side target = Side.of("", data, data.isHostOrder(), s.dataLength());
            t.append(" : ").append(matches.right(target, get(e.register(5), s.dataLength())));
        }
        add(t.append(" }").toString());
    }

    private void objectReference(NftExpression e) {
        AttributeSet a = e.data();
        if (a.has(4)) {
            NftSet s = ruleset.set(rule.family(), rule.table(), a.string(4));
            if (s == null) {
                add("# object of the unknown map " + a.string(4));
                return;
            }
            Side key = sides.of(get(e.register(3), s.keyLength()));
            int type = s.attributes().be32(NftSet.NFTA_SET_OBJ_TYPE);
            add(ActionText.objectUse(type, key.text() + " map " + matches.sets().reference(s, key)));
        } else {
            add(ActionText.objectUse(a.be32(1), ValueText.quote(a.string(2))));
        }
    }

    private boolean isRange(NftExpression e, NftExpression next) {
        return next != null
                && e.name().equals("cmp")
                && next.name().equals("cmp")
                && e.data().be32(2) == 5
                && next.data().be32(2) == 3
                && e.data().be32(1) == next.data().be32(1);
    }

    private void range(NftExpression from, NftExpression to) {
        byte[] low = from.data().nested(3).bytes(1);
        byte[] high = to.data().nested(3).bytes(1);
        statements.add(matches.range(
                get(from.register(1)), false, low, Arrays.copyOf(high, Math.max(high.length, low.length))));
    }
}

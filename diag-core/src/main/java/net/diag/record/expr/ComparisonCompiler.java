package net.diag.record.expr;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.IpAddress;
import net.diag.record.IpPrefix;
import net.diag.record.Rfc3339;

/** Chooses the node for a comparison by the types of its sides, or says why there is none. */
final class ComparisonCompiler<R> {
    private final Mistakes mistakes;

    ComparisonCompiler(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** {@code left op right}; a negation is added by the caller. */
    Node<R> compare(Operand<R> left, Operator op, Operand<R> right, Token opToken) throws ExpressionException {
        if (left instanceof Operand.OfField<R> a) {
            if (right instanceof Operand.OfField<R> b) {
                return twoFields(a, op, b, opToken);
            }
            return fieldAndValue(a.field(), a.inJsonUnit(), op, right, opToken);
        }
        if (right instanceof Operand.OfField<R> b) {
            if (op == Operator.MATCH) {
                throw mistakes.at(right, "the pattern stands on the right of '~', the field on its left");
            }
            return fieldAndValue(b.field(), b.inJsonUnit(), op.mirrored(), left, opToken);
        }
        throw mistakes.noField(left);
    }

    private <T> Node<T> fieldAndValue(Field<T> f, boolean json, Operator op, Operand<?> value, Token opToken)
            throws ExpressionException {
        if (value instanceof Operand.OfConstant<?> c) {
            return constant(f, op, c, opToken);
        }
        Operand.OfWord<?> word = (Operand.OfWord<?>) value;
        if (f.type() == FieldType.LIST) {
            if (f.elementType() == FieldType.RECORD) {
                throw mistakes.at(opToken, isRecord(f));
            }
            Node<Object> element = fieldAndWord(new ObjectNodes.Element(f), json, op, word, opToken);
            return new ObjectNodes.AnyElement<>(f, element);
        }
        return fieldAndWord(f, json, op, word, opToken);
    }

    private static String isRecord(Field<?> f) {
        String first = f.nested() == null || f.nested().fields().isEmpty()
                ? ""
                : ", for example '" + f.name() + '.'
                        + f.nested().fields().get(0).name() + "'";
        return "'" + f.name() + "' is " + Mistakes.phrase(f) + "; compare one of its fields" + first;
    }

    private <T> Node<T> constant(Field<T> f, Operator op, Operand.OfConstant<?> c, Token opToken)
            throws ExpressionException {
        if (op != Operator.EQUAL) {
            throw mistakes.at(opToken, "only == and != compare with true, false and null");
        }
        if (c.value() == null) {
            return new LogicNodes.Not<>(new LogicNodes.Present<>(f));
        }
        if (f.type() == FieldType.ANY) {
            return new DynamicNode<>(f, op, c.value());
        }
        if (f.type() != FieldType.BOOLEAN) {
            throw mistakes.at(c, "'" + f.name() + "' is " + Mistakes.phrase(f) + ", not true or false");
        }
        Node<T> isTrue = new LogicNodes.True<>(f);
        return c.value() ? isTrue : new LogicNodes.And<>(new LogicNodes.Present<>(f), new LogicNodes.Not<>(isTrue));
    }

    private <T> Node<T> fieldAndWord(Field<T> f, boolean json, Operator op, Operand.OfWord<?> word, Token opToken)
            throws ExpressionException {
        if (op == Operator.MATCH) {
            return match(f, word, opToken);
        }
        switch (f.type()) {
            case INTEGER, DECIMAL -> {
                return NumberLiteral.compare(f, op, NumberLiteral.of(f, json, word, mistakes));
            }
            case TEXT -> {
                return new ObjectNodes.Compare<>(f, op, text(f, word));
            }
            case ADDRESS -> {
                IpAddress a = address(f, word);
                boolean anyZone = op == Operator.EQUAL && a.zone().isEmpty();
                return anyZone ? new ObjectNodes.AddressInAnyZone<>(f, a) : new ObjectNodes.Compare<>(f, op, a);
            }
            case PREFIX -> {
                return new ObjectNodes.Compare<>(f, op, prefix(f, word));
            }
            case TIME -> {
                return NumberNodes.compare(f, op, time(f, word));
            }
            case ANY -> {
                return DynamicNode.of(f, op, word, mistakes);
            }
            case BOOLEAN -> throw mistakes.at(word, "'" + f.name() + "' is true or false, not '" + word.text() + "'");
            default -> throw mistakes.at(opToken, isRecord(f));
        }
    }

    private <T> Node<T> match(Field<T> f, Operand.OfWord<?> word, Token opToken) throws ExpressionException {
        boolean textual = switch (f.type()) {
            case TEXT, ADDRESS, PREFIX, ANY -> true;
            default -> false;
        };
        if (!textual) {
            throw mistakes.at(opToken, "'~' matches text, and '" + f.name() + "' is " + Mistakes.phrase(f));
        }
        try {
            return new ObjectNodes.Match<>(f, Pattern.compile(word.text()));
        } catch (PatternSyntaxException e) {
            throw mistakes.at(word, "bad regular expression: " + e.getDescription());
        }
    }

    private String text(Field<?> f, Operand.OfWord<?> word) throws ExpressionException {
        if (word.quoted()) {
            return word.text();
        }
        boolean number = true;
        for (int i = 0; i < word.text().length() && number; i++) {
            char c = word.text().charAt(i);
            number = (c >= '0' && c <= '9') || (c == '-' && i == 0);
        }
        if (number) {
            throw mistakes.at(
                    word, "'" + f.name() + "' is text, and " + word.text() + " is a number; quote it to compare texts");
        }
        String sameButCase = null;
        for (String known : f.knownValues()) {
            if (known.equals(word.text())) {
                return known;
            }
            if (known.equalsIgnoreCase(word.text())) {
                sameButCase = known;
            }
        }
        return sameButCase == null ? word.text() : sameButCase;
    }

    private IpAddress address(Field<?> f, Operand.OfWord<?> word) throws ExpressionException {
        IpAddress a = IpAddress.parse(word.text());
        if (a != null) {
            return a;
        }
        if (IpPrefix.parse(word.text()) != null) {
            throw mistakes.at(
                    word, "'" + word.text() + "' is a prefix; write '" + f.name() + " in " + word.text() + "'");
        }
        throw mistakes.at(word, "'" + f.name() + "' is an address, and '" + word.text() + "' isn't one");
    }

    private IpPrefix prefix(Field<?> f, Operand.OfWord<?> word) throws ExpressionException {
        IpPrefix p = IpPrefix.parse(word.text());
        if (p == null) {
            throw mistakes.at(
                    word, "'" + f.name() + "' is a prefix, and '" + word.text() + "' isn't one (write 10.0.0.0/8)");
        }
        return p;
    }

    private long time(Field<?> f, Operand.OfWord<?> word) throws ExpressionException {
        try {
            return Rfc3339.parse(word.text());
        } catch (IllegalArgumentException e) {
            throw mistakes.at(
                    word,
                    "'" + f.name() + "' is a time, and '" + word.text() + "' isn't one (write 2026-11-24T08:45:00Z)");
        }
    }

    private Node<R> twoFields(Operand.OfField<R> a, Operator op, Operand.OfField<R> b, Token opToken)
            throws ExpressionException {
        Field<R> f = a.field();
        Field<R> g = b.field();
        if (op == Operator.MATCH) {
            throw mistakes.at(b, "a pattern is a text in quotes, not a field");
        }
        if (isNumber(f) && isNumber(g)) {
            if (!Mistakes.phrase(f).equals(Mistakes.phrase(g))) {
                throw mistakes.at(opToken, differ(f, g));
            }
            double scale =
                    f.unit() == g.unit() ? 1 : f.unit().toBase(1) / g.unit().toBase(1);
            return new NumberNodes.TwoFields<>(f, op, g, scale);
        }
        boolean dynamic = f.type() == FieldType.ANY && g.type() == FieldType.ANY;
        boolean comparable = f.type() == g.type() && f.type() != FieldType.RECORD && f.type() != FieldType.LIST;
        if (!comparable) {
            throw mistakes.at(opToken, differ(f, g));
        }
        return dynamic ? new DynamicNode.TwoFields<>(f, op, g) : new ObjectNodes.TwoFields<>(f, op, g);
    }

    private static boolean isNumber(Field<?> f) {
        return f.type() == FieldType.INTEGER || f.type() == FieldType.DECIMAL;
    }

    private static String differ(Field<?> f, Field<?> g) {
        return "'" + f.name() + "' is " + Mistakes.phrase(f) + ", and '" + g.name() + "' is " + Mistakes.phrase(g);
    }

    /** {@code left in right}. */
    Node<R> in(Operand<R> left, Operand<R> right) throws ExpressionException {
        if (right instanceof Operand.OfList<R> list) {
            if (left instanceof Operand.OfField<R> f) {
                return inList(f.field(), f.inJsonUnit(), list.elements());
            }
            throw mistakes.noField(left);
        }
        if (right instanceof Operand.OfField<R> f) {
            return contained(left, f);
        }
        if (right instanceof Operand.OfWord<R> word && left instanceof Operand.OfField<R> f) {
            return element(f.field(), f.inJsonUnit(), word, true);
        }
        throw mistakes.at(right, "expected a prefix (10.0.0.0/8) or a list ([a, b]) after 'in'");
    }

    /** {@code word in field}: the field is a list or a prefix. */
    private Node<R> contained(Operand<R> left, Operand.OfField<R> f) throws ExpressionException {
        if (left instanceof Operand.OfWord<R> word) {
            Token place = new Token(Token.Kind.LOGIC, "in", f.start(), f.end());
            if (f.field().type() == FieldType.LIST) {
                return fieldAndValue(f.field(), f.inJsonUnit(), Operator.EQUAL, word, place);
            }
            if (f.field().type() == FieldType.PREFIX) {
                return new ObjectNodes.PrefixContains<>(f.field(), prefix(f.field(), word));
            }
        }
        throw mistakes.at(
                f, "'" + f.field().name() + "' is " + Mistakes.phrase(f.field()) + ", not a list or a prefix");
    }

    private <T> Node<T> inList(Field<T> f, boolean json, List<? extends Operand<?>> elements)
            throws ExpressionException {
        if (f.type() == FieldType.INTEGER && !f.spec().unsigned()) {
            long[] values = new long[elements.size()];
            boolean all = true;
            for (int i = 0; i < values.length; i++) {
                BigDecimal v = NumberLiteral.of(f, json, (Operand.OfWord<?>) elements.get(i), mistakes);
                all &= NumberLiteral.isLong(v);
                values[i] = all ? v.longValue() : 0;
            }
            if (all) {
                return new NumberNodes.InNode<>(f, values);
            }
        }
        if (f.type() == FieldType.TEXT) {
            Set<String> values = new HashSet<>();
            for (Operand<?> e : elements) {
                values.add(text(f, (Operand.OfWord<?>) e));
            }
            return new ObjectNodes.InSet<>(f, values);
        }
        Node<T> any = null;
        for (Operand<?> e : elements) {
            Node<T> one = element(f, json, (Operand.OfWord<?>) e, false);
            any = any == null ? one : new LogicNodes.Or<>(any, one);
        }
        return any;
    }

    /** One word behind {@code in}: a prefix, or (in a list) a value to be equal to. */
    private <T> Node<T> element(Field<T> f, boolean json, Operand.OfWord<?> word, boolean alone)
            throws ExpressionException {
        FieldType type = f.type() == FieldType.LIST ? f.elementType() : f.type();
        boolean addresses = type == FieldType.ADDRESS || type == FieldType.PREFIX || type == FieldType.ANY;
        IpPrefix p = addresses ? IpPrefix.parse(word.text()) : null;
        boolean prefix = p != null && (type != FieldType.ANY || word.text().indexOf('/') > 0 || alone);
        if (prefix) {
            return f.type() == FieldType.LIST
                    ? new ObjectNodes.AnyElement<>(f, new ObjectNodes.InPrefix<>(new ObjectNodes.Element(f), p))
                    : new ObjectNodes.InPrefix<>(f, p);
        }
        if (alone) {
            String wanted = addresses ? "a prefix (10.0.0.0/8)" : "a list ([a, b])";
            throw mistakes.at(word, "'" + f.name() + "' is " + Mistakes.phrase(f) + "; 'in' wants " + wanted);
        }
        Token place = new Token(Token.Kind.LOGIC, "in", word.start(), word.end());
        return fieldAndValue(f, json, Operator.EQUAL, word, place);
    }
}

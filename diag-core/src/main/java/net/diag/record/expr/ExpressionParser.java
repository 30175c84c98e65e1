package net.diag.record.expr;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.RecordType;

/**
 * Recursive descent over the tokens, compiling as it goes.
 *
 * <pre>
 * or         = and { "or" and }
 * and        = not { "and" not }
 * not        = { "not" } primary
 * primary    = "(" or ")" | ("has" | "exists") field | comparison
 * comparison = operand [ operator operand | ["not"] "in" (list | operand) ]
 * </pre>
 */
final class ExpressionParser<R> {
    private static final int MAX_DEPTH = 200;

    private final List<Token> tokens;
    private final RecordType<R> type;
    private final ComparisonCompiler<R> compiler;
    private final Mistakes mistakes;
    private int at;
    private int depth;

    ExpressionParser(String source, RecordType<R> type) {
        this.tokens = ExpressionLexer.tokens(source);
        this.type = type;
        this.mistakes = new Mistakes(source);
        this.compiler = new ComparisonCompiler<>(mistakes);
    }

    Node<R> parse() throws ExpressionException {
        if (peek().kind() == Token.Kind.END) {
            throw mistakes.at(peek(), "the expression is empty");
        }
        Node<R> node = or();
        Token t = peek();
        if (t.kind() != Token.Kind.END) {
            String what = t.is(")") ? "this parenthesis was never opened" : "expected 'and', 'or' or the end here";
            throw mistakes.at(t, what);
        }
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private boolean accept(String s) {
        if (peek().is(s)) {
            at++;
            return true;
        }
        return false;
    }

    private Node<R> or() throws ExpressionException {
        Node<R> left = and();
        while (accept("or")) {
            left = new LogicNodes.Or<>(left, and());
        }
        return left;
    }

    private Node<R> and() throws ExpressionException {
        Node<R> left = not();
        while (accept("and")) {
            left = new LogicNodes.And<>(left, not());
        }
        return left;
    }

    private Node<R> not() throws ExpressionException {
        boolean negate = false;
        while (accept("not")) {
            negate = !negate;
        }
        Node<R> node = primary();
        return negate ? new LogicNodes.Not<>(node) : node;
    }

    private Node<R> primary() throws ExpressionException {
        Token t = peek();
        if (accept("(")) {
            if (++depth > MAX_DEPTH) {
                throw mistakes.at(t, "nested too deeply");
            }
            Node<R> inner = or();
            if (!accept(")")) {
                throw mistakes.at(peek(), "expected ')'");
            }
            depth--;
            return inner;
        }
        if (t.is("has") || t.is("exists")) {
            at++;
            boolean parenthesis = accept("(");
            Token name = take();
            if (name.kind() != Token.Kind.WORD) {
                throw mistakes.at(name, "expected a field's name after '" + t.text() + "'");
            }
            Field<R> f = requireField(name);
            if (parenthesis && !accept(")")) {
                throw mistakes.at(peek(), "expected ')'");
            }
            return new LogicNodes.Present<>(f);
        }
        return comparison();
    }

    private Node<R> comparison() throws ExpressionException {
        Token first = peek();
        Operand<R> left = operand(null);
        Token t = peek();
        Operator op = t.kind() == Token.Kind.COMPARISON ? Operator.of(t.text()) : null;
        boolean notIn = t.is("not") && tokens.get(at + 1).is("in");
        if (op == null && !notIn && !t.is("in")) {
            if (t.kind() == Token.Kind.COMPARISON) {
                throw mistakes.at(t, "unknown operator '" + t.text() + "'");
            }
            return alone(first, left);
        }
        at += notIn ? 2 : 1;
        boolean negated = notIn || (op != null && Operator.isNegation(t.text()));
        // The word on the left names a field, unless what stands on the right does.
        if (left instanceof Operand.OfWord<R> w && !w.quoted() && !isFieldAhead()) {
            throw isName(w.text()) ? unknownField(first) : mistakes.noField(left);
        }
        Operand<R> right = op == null && peek().is("[") ? list() : operand(left);
        Node<R> node = op == null ? compiler.in(left, right) : compiler.compare(left, op, right, t);
        Token behind = peek();
        if (behind.kind() == Token.Kind.COMPARISON) {
            throw mistakes.at(behind, "comparisons can't be chained; join two with 'and'");
        }
        return negated ? new LogicNodes.Not<>(node) : node;
    }

    private boolean isFieldAhead() {
        Token t = peek();
        return t.kind() == Token.Kind.WORD && isName(t.text()) && type.field(t.text()) != null;
    }

    /** An operand with nothing behind it must be true or false by itself. */
    private Node<R> alone(Token token, Operand<R> operand) throws ExpressionException {
        if (operand instanceof Operand.OfField<R> f) {
            if (f.field().type() == FieldType.BOOLEAN || f.field().type() == FieldType.ANY) {
                return f.field().type() == FieldType.BOOLEAN
                        ? new LogicNodes.True<>(f.field())
                        : new DynamicNode<>(f.field(), Operator.EQUAL, Boolean.TRUE);
            }
            throw mistakes.at(
                    peek(),
                    "'" + f.field().name() + "' is " + Mistakes.phrase(f.field())
                            + ", not true or false; compare it with something, or write 'has "
                            + f.field().name() + "'");
        }
        if (operand instanceof Operand.OfConstant<R> c && c.value() != null) {
            return new LogicNodes.Constant<>(c.value());
        }
        if (token.kind() == Token.Kind.WORD && isName(token.text())) {
            throw unknownField(token);
        }
        throw mistakes.at(token, "expected a field's name here");
    }

    private Operand<R> operand(Operand<R> other) throws ExpressionException {
        Token t = take();
        switch (t.kind()) {
            case WORD -> {
                Field<R> f = isKnownValue(other, t.text()) ? null : type.field(t.text());
                // In an open type every word could be a field; on the right, only a declared one is.
                boolean guess = f != null && other != null && f.type() == FieldType.ANY;
                if (f != null && !guess && isName(t.text())) {
                    boolean json = !f.name().equals(t.text()) && f.jsonName().equals(t.text());
                    return new Operand.OfField<>(f, json, t.start(), t.end());
                }
                return new Operand.OfWord<>(t.text(), false, t.start(), t.end());
            }
            case TEXT -> {
                return new Operand.OfWord<>(t.text(), true, t.start(), t.end());
            }
            case CONSTANT -> {
                Boolean value =
                        t.text().equals("null") ? null : (Boolean) t.text().equals("true");
                return new Operand.OfConstant<>(value, t.start(), t.end());
            }
            case UNFINISHED_TEXT -> throw mistakes.at(t, "the closing quote is missing");
            case END -> throw mistakes.at(t, other == null ? "something is missing here" : "a value is missing here");
            default -> throw mistakes.at(t, "expected " + (other == null ? "a field's name" : "a value") + " here");
        }
    }

    private boolean isKnownValue(Operand<R> other, String word) {
        if (other instanceof Operand.OfField<R> f) {
            for (String known : f.field().knownValues()) {
                if (known.equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Operand<R> list() throws ExpressionException {
        Token open = take();
        List<Operand<R>> elements = new ArrayList<>();
        while (!peek().is("]")) {
            Token t = take();
            switch (t.kind()) {
                case WORD, TEXT ->
                    elements.add(new Operand.OfWord<>(t.text(), t.kind() == Token.Kind.TEXT, t.start(), t.end()));
                case UNFINISHED_TEXT -> throw mistakes.at(t, "the closing quote is missing");
                case END -> throw mistakes.at(t, "expected ']'");
                default -> throw mistakes.at(t, "expected a value here");
            }
            if (!accept(",") && !peek().is("]")) {
                throw mistakes.at(peek(), "expected ',' or ']'");
            }
        }
        Token close = take();
        if (elements.isEmpty()) {
            throw mistakes.between(open, close, "the list is empty");
        }
        return new Operand.OfList<>(elements, open.start(), close.end());
    }

    /** Whether a bare word may name a field, by its form: not a number, an address or a path. */
    private static boolean isName(String word) {
        char c = word.charAt(0);
        if (!Character.isLetter(c) && c != '_') {
            return false;
        }
        return word.indexOf(':') < 0 && word.indexOf('/') < 0 && word.indexOf('%') < 0;
    }

    private Field<R> requireField(Token name) throws ExpressionException {
        Field<R> f = type.field(name.text());
        if (f == null) {
            throw unknownField(name);
        }
        return f;
    }

    private ExpressionException unknownField(Token t) {
        return mistakes.unknownField(t, type);
    }
}

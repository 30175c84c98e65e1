package net.diag.shell.term;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.RecordType;
import net.diag.record.expr.ExpressionLexer;
import net.diag.record.expr.Token;
import net.diag.shell.data.FieldReader;

/** What may stand at the end of an expression: fields, operators that fit the field, known values. */
final class ExpressionSuggestions {
    private final List<RecordType<?>> types;

    ExpressionSuggestions(List<RecordType<?>> types) {
        this.types = types;
    }

    /** For an expression that is one (quoted) word. */
    List<Suggestion> inWord(String word) {
        int space = word.lastIndexOf(' ') + 1;
        List<Suggestion> out = new ArrayList<>();
        for (Suggestion s : at(word)) {
            out.add(new Suggestion(word.substring(0, space) + s.value(), s.display(), s.description(), false));
        }
        return out;
    }

    /** For an expression up to the cursor. */
    List<Suggestion> at(String text) {
        List<Token> tokens = new ArrayList<>(ExpressionLexer.tokens(text));
        tokens.removeIf(t -> t.kind() == Token.Kind.END);
        boolean midWord = !text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1));
        if (midWord && !tokens.isEmpty() && isWordLike(tokens.get(tokens.size() - 1))) {
            tokens.remove(tokens.size() - 1);
        }
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        if (last == null || opens(last)) {
            return operands();
        }
        if (last.kind() == Token.Kind.COMPARISON) {
            return values(
                    tokens.size() < 2 ? null : tokens.get(tokens.size() - 2).text());
        }
        if (last.kind() == Token.Kind.LOGIC) { // in, has
            return last.text().equalsIgnoreCase("in") ? List.of() : VerbSuggestions.fields(types);
        }
        Token before = tokens.size() < 2 ? null : tokens.get(tokens.size() - 2);
        boolean isField = last.kind() == Token.Kind.WORD && (before == null || opens(before));
        return isField ? operators(last.text()) : connectives();
    }

    private static boolean isWordLike(Token t) {
        return t.kind() == Token.Kind.WORD
                || t.kind() == Token.Kind.CONSTANT
                || t.kind() == Token.Kind.UNFINISHED_TEXT
                || t.kind() == Token.Kind.LOGIC && Character.isLetter(t.text().charAt(0));
    }

    /** Whether an operand may follow. */
    private static boolean opens(Token t) {
        String s = t.text().toLowerCase(java.util.Locale.ROOT);
        return t.kind() == Token.Kind.PUNCTUATION && (s.equals("("))
                || t.kind() == Token.Kind.LOGIC
                        && (s.equals("and")
                                || s.equals("or")
                                || s.equals("not")
                                || s.equals("&&")
                                || s.equals("||")
                                || s.equals("!"));
    }

    private List<Suggestion> operands() {
        List<Suggestion> all = new ArrayList<>(VerbSuggestions.fields(types));
        all.add(Suggestion.of("not", "the opposite of what follows"));
        all.add(Suggestion.of("has", "whether the field is there"));
        return all;
    }

    private Field<?> field(String name) {
        for (RecordType<?> t : types) {
            Field<?> f = FieldReader.find(t, name);
            if (f != null) {
                return f;
            }
        }
        return null;
    }

    private List<Suggestion> operators(String fieldName) {
        Field<?> f = field(fieldName);
        List<Suggestion> all = new ArrayList<>();
        all.add(Suggestion.of("==", "equal"));
        all.add(Suggestion.of("!=", "not equal"));
        FieldType type = f == null ? FieldType.ANY : f.type();
        if (type == FieldType.BOOLEAN) {
            all.addAll(connectives());
            return all;
        }
        if (type != FieldType.TEXT && type != FieldType.ADDRESS && type != FieldType.PREFIX) {
            all.add(Suggestion.of("<", "less"));
            all.add(Suggestion.of("<=", "less or equal"));
            all.add(Suggestion.of(">", "greater"));
            all.add(Suggestion.of(">=", "greater or equal"));
        }
        if (type == FieldType.TEXT || type == FieldType.ANY) {
            all.add(Suggestion.of("~", "matches the regular expression"));
            all.add(Suggestion.of("!~", "doesn't match"));
        }
        all.add(Suggestion.of("in", "within a prefix or a list"));
        return all;
    }

    private List<Suggestion> values(String fieldName) {
        List<Suggestion> all = new ArrayList<>();
        Field<?> f = fieldName == null ? null : field(fieldName);
        if (f == null) {
            return all;
        }
        for (String v : f.knownValues()) {
            all.add(Suggestion.of(v, f.meaning()));
        }
        if (f.type() == FieldType.BOOLEAN) {
            all.add(Suggestion.of("true", ""));
            all.add(Suggestion.of("false", ""));
        }
        return all;
    }

    private static List<Suggestion> connectives() {
        return List.of(Suggestion.of("and", "both"), Suggestion.of("or", "one of them"));
    }
}

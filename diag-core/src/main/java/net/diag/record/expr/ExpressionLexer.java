package net.diag.record.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts an expression into tokens. Never fails, so that a shell may use it for highlighting while the
 * expression is being typed.
 *
 * <p>A bare word runs to the next blank, quote, bracket, comma or operator: {@code 10.0.0.0/8},
 * {@code fe80::1%eth0}, {@code 50ms}, {@code SYN-SENT}, {@code 2026-11-24T08:45:00Z} are one word
 * each.
 */
public final class ExpressionLexer {
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ExpressionLexer(String source) {
        this.source = source;
    }

    /** The tokens of {@code source}; the last is {@code END}. */
    public static List<Token> tokens(String source) {
        ExpressionLexer l = new ExpressionLexer(source);
        while (l.at < source.length()) {
            l.next();
        }
        l.add(Token.Kind.END, "", l.at);
        return l.tokens;
    }

    private void add(Token.Kind kind, String text, int start) {
        tokens.add(new Token(kind, text, start, at));
    }

    private void next() {
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if ("()[],".indexOf(c) >= 0) {
            at++;
            add(Token.Kind.PUNCTUATION, String.valueOf(c), at - 1);
        } else if ("=!<>~&|".indexOf(c) >= 0) {
            operator(c);
        } else {
            word();
        }
    }

    private void operator(char c) {
        int start = at;
        char d = at + 1 < source.length() ? source.charAt(at + 1) : 0;
        if ((c == '&' || c == '|') && d == c) {
            at += 2;
            add(Token.Kind.LOGIC, c == '&' ? "and" : "or", start);
        } else if ((d == '=' && "=!<>".indexOf(c) >= 0) || (c == '!' && d == '~')) {
            at += 2;
            add(Token.Kind.COMPARISON, source.substring(start, at), start);
        } else if (c == '=' && d == '~') {
            // Perl's and bash's spelling of a match.
            at += 2;
            add(Token.Kind.COMPARISON, "~", start);
        } else if (c == '!') {
            at++;
            add(Token.Kind.LOGIC, "not", start);
        } else {
            at++;
            add(Token.Kind.COMPARISON, c == '=' ? "==" : String.valueOf(c), start);
        }
    }

    private void quoted(char quote) {
        int start = at++;
        StringBuilder b = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                add(Token.Kind.TEXT, b.toString(), start);
                return;
            }
            if (c == '\\' && at < source.length()) {
                escape(b, source.charAt(at++), quote);
            } else {
                b.append(c);
            }
        }
        add(Token.Kind.UNFINISHED_TEXT, b.toString(), start);
    }

    /** A backslash before any other character stays, so that {@code \d} reaches a regular expression. */
    private static void escape(StringBuilder b, char c, char quote) {
        switch (c) {
            case 'n' -> b.append('\n');
            case 't' -> b.append('\t');
            case 'r' -> b.append('\r');
            case '\\' -> b.append('\\');
            default -> {
                if (c != quote) {
                    b.append('\\');
                }
                b.append(c);
            }
        }
    }

    private void word() {
        int start = at;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Character.isWhitespace(c) || "\"'()[],=!<>~&|".indexOf(c) >= 0) {
                break;
            }
            at++;
        }
        String text = source.substring(start, at);
        switch (text.toLowerCase(Locale.ROOT)) {
            case "and", "or", "not", "in", "has", "exists" ->
                add(Token.Kind.LOGIC, text.toLowerCase(Locale.ROOT), start);
            case "true", "false", "null" -> add(Token.Kind.CONSTANT, text.toLowerCase(Locale.ROOT), start);
            default -> add(Token.Kind.WORD, text, start);
        }
    }
}

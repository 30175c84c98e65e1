package net.diag.record.expr;

/**
 * A piece of an expression's source.
 *
 * @param kind what it is
 * @param text its text; of a quoted text, without quotes and escapes
 * @param start the index of its first character
 * @param end the index behind its last character
 */
public record Token(Kind kind, String text, int start, int end) {
    /** The kinds of tokens. */
    public enum Kind {
        /** A bare word: a field's name, a text, an address, a number with its unit. */
        WORD,
        /** A quoted text. */
        TEXT,
        /** A quoted text whose closing quote is missing; only while typing. */
        UNFINISHED_TEXT,
        /** {@code and or not in has exists}, in any case, and {@code && || !}. */
        LOGIC,
        /** {@code == != < <= > >= ~ !~}, and {@code =}, which means {@code ==}. */
        COMPARISON,
        /** {@code true false null}. */
        CONSTANT,
        /** {@code ( ) [ ] ,}. */
        PUNCTUATION,
        /** The end of the source. */
        END
    }

    boolean is(String s) {
        return (kind == Kind.LOGIC || kind == Kind.PUNCTUATION || kind == Kind.COMPARISON) && text.equals(s);
    }
}

package net.diag.record.expr;

import java.util.List;

/**
 * An expression is wrong. The message is one line; {@link #explanation} shows the source with a caret
 * under the column, and what could be meant.
 */
public final class ExpressionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int start;
    private final int end;
    private final transient List<String> hints;

    ExpressionException(String message, String source, int start, int end, List<String> hints) {
        super(message);
        this.source = source;
        this.start = Math.min(start, source.length());
        this.end = end;
        this.hints = hints;
    }

    /** The expression. */
    public String source() {
        return source;
    }

    /** The index of the first wrong character; the source's length for a missing end. */
    public int start() {
        return start;
    }

    /** The index behind the last wrong character. */
    public int end() {
        return end;
    }

    /**
     * Several lines without a final newline: the message, the source, carets under the mistake, hints.
     *
     * <pre>
     * unknown field 'rtx'; did you mean 'rtt'?
     *   rtx &gt; 50ms
     *   ^^^
     * fields of reply: time, from, icmpSeq, ttl, rtt
     * </pre>
     */
    public String explanation() {
        StringBuilder b = new StringBuilder(getMessage());
        // One column per character on the terminal: a control character would break the alignment.
        b.append("\n  ");
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            b.append(c < 0x20 || (c >= 0x7f && c < 0xa0) ? ' ' : c);
        }
        b.append("\n  ");
        for (int i = 0; i < start; i++) {
            b.append(' ');
        }
        for (int i = start; i < Math.max(start + 1, Math.min(end, source.length())); i++) {
            b.append('^');
        }
        if (hints != null) {
            for (String h : hints) {
                b.append('\n').append(h);
            }
        }
        return b.toString();
    }
}

package net.diag.shell.lang;

/** A line that can't be read, with the column of the trouble. */
public final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final boolean incomplete;

    /** An error at {@code column} (from 0); {@code incomplete} when more input could mend it. */
    public SyntaxError(String message, int column, boolean incomplete) {
        super(message);
        this.column = column;
        this.incomplete = incomplete;
    }

    /** The column, from 0. */
    public int column() {
        return column;
    }

    /** Whether the line ended too early: an open quote, a pipe with nothing after it. */
    public boolean isIncomplete() {
        return incomplete;
    }

    /** The message over the source line with a caret below the column. */
    public String render(String source) {
        return Caret.render(getMessage(), source, column);
    }
}

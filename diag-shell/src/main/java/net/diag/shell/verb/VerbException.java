package net.diag.shell.verb;

/** A stage's words are wrong; with the column of the line at which. */
public final class VerbException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int column;

    /** A mistake at {@code column} of the line, from 0. */
    public VerbException(String message, int column) {
        super(message, null, false, false);
        this.column = column;
    }

    /** The column. */
    public int column() {
        return column;
    }
}

package net.diag.record;

import java.io.IOException;

/** What was read is not JSON, or larger or deeper than allowed. The message names line and column. */
public final class JsonException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;

    JsonException(String message, long line, long column) {
        super("line " + line + ", column " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public long line() {
        return line;
    }

    /** The column in bytes, from 1. */
    public long column() {
        return column;
    }
}

package net.diag.shell.lang;

import net.diag.record.Escape;

/** Points at a column of a source line. */
public final class Caret {
    private Caret() {}

    /**
     * Three lines: the message, the line of {@code source} that holds {@code column}, and a caret
     * below it. Control characters in the source are made visible.
     */
    public static String render(String message, String source, int column) {
        int at = Math.max(0, Math.min(column, source.length()));
        int from = source.lastIndexOf('\n', at - 1) + 1;
        int to = source.indexOf('\n', at);
        String line = source.substring(from, to < 0 ? source.length() : to);
        String before = Escape.text(line.substring(0, at - from));
        return message + "\n  " + before + Escape.text(line.substring(at - from)) + "\n  " + " ".repeat(before.length())
                + "^";
    }
}

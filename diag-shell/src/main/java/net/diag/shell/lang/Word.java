package net.diag.shell.lang;

/**
 * One word of a stage.
 *
 * @param text what it means: quotes removed, escapes resolved, variables not yet replaced
 * @param start the column of its first character in the line, from 0
 * @param end the column after its last character
 * @param quote the quote that it began with, or 0; a word in single quotes takes no variables
 */
public record Word(String text, int start, int end, char quote) {
    /** Whether {@code $name} in it stands for a variable. */
    public boolean takesVariables() {
        return quote != '\'';
    }
}

package net.diag.shell.lang;

import java.util.List;

/**
 * One command of a pipeline.
 *
 * @param words the command word and its arguments; never empty
 * @param source the line
 * @param start the column of the first character
 * @param end the column after the last character
 */
public record Stage(List<Word> words, String source, int start, int end) {
    public Stage {
        words = List.copyOf(words);
    }

    /** The command word. */
    public String name() {
        return words.get(0).text();
    }

    /** The column in the line at which the text after the command word starts. */
    public int argumentsStart() {
        return words.size() > 1 ? words.get(1).start() : end;
    }

    /** The text after the command word as typed, for verbs with a language of their own. */
    public String argumentsText() {
        return source.substring(Math.min(argumentsStart(), end), end);
    }
}

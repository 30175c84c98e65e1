package net.diag.shell.lang;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads statements: pipelines that end at a newline, {@code ;} or {@code &}, of stages joined by
 * {@code |}. {@code ||} doesn't end a stage: it belongs to an expression. {@code #} at the start of a
 * word begins a comment.
 *
 * <p>Quotes are a shell's: nothing is special in {@code '…'}; in {@code "…"} and outside,
 * {@code \} takes the next character as it is. A backslash before a newline joins two lines. After a
 * {@code |}, newlines are blank.
 */
public final class PipelineParser {
    private static final int MOST_STAGES = 200;

    private final String source;
    private int at;
    private int stageStart;
    private int lastWordEnd;

    private PipelineParser(String source) {
        this.source = source;
    }

    /** Read all statements of {@code source}; an empty list when there is none. */
    public static List<Pipeline> parse(String source) throws SyntaxError {
        return new PipelineParser(source).statements();
    }

    private List<Pipeline> statements() throws SyntaxError {
        List<Pipeline> all = new ArrayList<>();
        while (true) {
            skipBlank(true);
            if (at >= source.length()) {
                return all;
            }
            if (source.charAt(at) == ';') {
                at++;
                continue;
            }
            all.add(pipeline());
        }
    }

    private Pipeline pipeline() throws SyntaxError {
        int start = at;
        List<Stage> stages = new ArrayList<>();
        while (true) {
            Stage stage = stage();
            stages.add(stage);
            if (stages.size() > MOST_STAGES) {
                throw new SyntaxError("more than " + MOST_STAGES + " stages", stage.start(), false);
            }
            skipBlank(false);
            char c = at < source.length() ? source.charAt(at) : '\n';
            if (c == '|') {
                int pipe = at++;
                skipBlank(true);
                if (at >= source.length()) {
                    throw new SyntaxError("a command is missing after the pipe", pipe, true);
                }
                continue;
            }
            int end = lastWordEnd;
            if (at < source.length()) {
                at++;
            }
            return new Pipeline(stages, c == '&', start, end);
        }
    }

    private Stage stage() throws SyntaxError {
        List<Word> words = new ArrayList<>();
        stageStart = at;
        while (true) {
            skipBlank(false);
            if (at >= source.length() || endsStage()) {
                break;
            }
            words.add(word());
        }
        if (words.isEmpty()) {
            throw new SyntaxError("a command is missing here", Math.min(at, source.length()), false);
        }
        return new Stage(words, source, stageStart, lastWordEnd);
    }

    /** Whether the character here ends a stage; doubled, it is an operator of the expression language. */
    private boolean endsStage() {
        char c = source.charAt(at);
        if (c == '|' || c == '&') {
            return !isDoubled(c);
        }
        return c == '\n' || c == ';';
    }

    private boolean isDoubled(char c) {
        return at + 1 < source.length() && source.charAt(at + 1) == c;
    }

    private void skipBlank(boolean newlinesToo) {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || newlinesToo && c == '\n') {
                at++;
            } else if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
                at += 2;
            } else if (c == '#') {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else {
                return;
            }
        }
    }

    private Word word() throws SyntaxError {
        int start = at;
        char first = source.charAt(at);
        char quote = first == '\'' || first == '"' ? first : 0;
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\'' || c == '"') {
                quoted(c, text);
            } else if (c == '\\' && at + 1 < source.length()) {
                if (source.charAt(at + 1) != '\n') {
                    text.append(source.charAt(at + 1));
                }
                at += 2;
            } else if ((c == '|' || c == '&') && isDoubled(c)) {
                text.append(c).append(c);
                at += 2;
            } else if (c == ' ' || c == '\t' || c == '\r' || endsStage()) {
                break;
            } else {
                text.append(c);
                at++;
            }
        }
        lastWordEnd = at;
        return new Word(text.toString(), start, at, quote);
    }

    private void quoted(char quote, StringBuilder text) throws SyntaxError {
        int open = at++;
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                return;
            }
            if (c == '\\' && quote == '"' && at < source.length()) {
                c = source.charAt(at++);
                if (c != '"' && c != '\\' && c != '$') {
                    text.append('\\');
                }
            }
            text.append(c);
        }
        throw new SyntaxError("the quote is not closed", open, true);
    }
}

package net.diag.shell.term;

import java.util.ArrayList;
import java.util.List;
import net.diag.shell.lang.PipelineParser;
import net.diag.shell.lang.SyntaxError;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * The shell's words for JLine: at Enter, an open quote or a pipe with nothing behind it asks for a
 * further line; for completion, the word at the cursor.
 */
final class LineParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE) {
            try {
                PipelineParser.parse(line);
            } catch (SyntaxError e) {
                if (e.isIncomplete()) {
                    throw new EOFError(-1, e.column(), e.getMessage());
                }
            }
        }
        return Cursor.at(line, cursor);
    }

    /** The word at the cursor, and the words before it in the same stage. */
    record Cursor(String line, int cursor, List<String> words, int wordStart, String word, char openQuote)
            implements CompletingParsedLine {
        static Cursor at(String line, int cursor) {
            List<String> words = new ArrayList<>();
            StringBuilder word = new StringBuilder();
            int start = 0;
            char quote = 0;
            boolean in = false;
            for (int i = 0; i < cursor; i++) {
                char c = line.charAt(i);
                if (quote != 0) {
                    if (c == quote) {
                        quote = 0;
                    } else {
                        word.append(c);
                    }
                    continue;
                }
                if (c == '\'' || c == '"') {
                    quote = c;
                    if (!in) {
                        start = i;
                        in = true;
                    }
                } else if (c == ' ' || c == '\t' || c == '\n' || c == ';' || c == '|' || c == '&') {
                    if (in) {
                        words.add(word.toString());
                        word.setLength(0);
                        in = false;
                    }
                    boolean twice = (c == '|' || c == '&') && i + 1 < line.length() && line.charAt(i + 1) == c;
                    if (twice) {
                        words.add("" + c + c);
                        i++;
                    } else if (c == ';' || c == '|' || c == '&' || c == '\n' && !continues(words)) {
                        words.clear();
                    }
                } else {
                    if (!in) {
                        start = i;
                        in = true;
                    }
                    word.append(c);
                }
            }
            return new Cursor(line, cursor, words, in ? start : cursor, word.toString(), quote);
        }

        private static boolean continues(List<String> words) {
            return words.isEmpty();
        }

        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return words.size();
        }

        @Override
        public List<String> words() {
            List<String> all = new ArrayList<>(words);
            all.add(word);
            return all;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            String s = candidate.toString();
            if (openQuote != 0) {
                return openQuote + s + (complete ? openQuote : "");
            }
            boolean plain = s.chars().noneMatch(c -> " \t|;&'\"\\".indexOf(c) >= 0);
            return plain ? s : "'" + s.replace("'", "'\\''") + "'";
        }

        @Override
        public int rawWordCursor() {
            return cursor - wordStart;
        }

        @Override
        public int rawWordLength() {
            return cursor - wordStart;
        }
    }
}

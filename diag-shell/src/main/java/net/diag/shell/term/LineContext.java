package net.diag.shell.term;

import java.util.List;
import net.diag.shell.lang.Pipeline;
import net.diag.shell.lang.PipelineParser;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.SyntaxError;

/**
 * Where the cursor stands: the stages before, the words before it in its own stage, and the word that
 * it is in.
 *
 * @param stages the whole stages before
 * @param words the words before the cursor in its stage
 * @param word the beginning of the word at the cursor
 * @param text the text of the stage behind its first word, up to the cursor
 */
record LineContext(List<Stage> stages, List<String> words, String word, String text) {
    static LineContext at(String line, int cursor) {
        String before = line.substring(0, cursor);
        LineParser.Cursor c = LineParser.Cursor.at(line, cursor);
        int stageStart = stageStart(before);
        List<Stage> stages = stagesBefore(before, stageStart);
        List<String> words =
                new java.util.ArrayList<>(c.words().subList(0, c.words().size() - 1));
        while (stages.isEmpty()
                && !words.isEmpty()
                && (words.get(0).equals("time") || words.get(0).equals("watch"))) {
            int drop = words.get(0).equals("watch") ? 2 : 1;
            if (words.size() < drop) {
                break;
            }
            words = words.subList(drop, words.size());
        }
        String text = before.substring(stageStart).stripLeading();
        int space = text.indexOf(' ');
        return new LineContext(stages, words, c.word(), space < 0 ? "" : text.substring(space + 1));
    }

    /** Where the stage of the cursor starts. */
    private static int stageStart(String before) {
        char quote = 0;
        int start = 0;
        for (int i = 0; i < before.length(); i++) {
            char ch = before.charAt(i);
            if (quote != 0) {
                quote = ch == quote ? 0 : quote;
            } else if (ch == '\'' || ch == '"') {
                quote = ch;
            } else if (ch == ';') {
                start = i + 1;
            } else if (ch == '|' || ch == '&') {
                if (i + 1 < before.length() && before.charAt(i + 1) == ch) {
                    i++;
                } else {
                    start = i + 1;
                }
            }
        }
        return start;
    }

    private static List<Stage> stagesBefore(String before, int stageStart) {
        if (stageStart == 0 || before.charAt(stageStart - 1) != '|') {
            return List.of();
        }
        try {
            List<Pipeline> parsed = PipelineParser.parse(before.substring(0, stageStart - 1));
            return parsed.isEmpty() ? List.of() : parsed.get(parsed.size() - 1).stages();
        } catch (SyntaxError e) {
            return List.of();
        }
    }
}

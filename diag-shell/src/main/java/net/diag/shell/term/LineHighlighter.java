package net.diag.shell.term;

import java.util.List;
import java.util.regex.Pattern;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.Tool;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;
import net.diag.record.expr.Expression;
import net.diag.record.expr.ExpressionException;
import net.diag.shell.exec.Builtins;
import net.diag.shell.lang.Pipeline;
import net.diag.shell.lang.PipelineParser;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.SyntaxError;
import net.diag.shell.lang.Word;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the line while it is typed: known commands, options, texts; what is wrong in red. */
final class LineHighlighter implements Highlighter {
    private static final AttributedStyle COMMAND = AttributedStyle.BOLD.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle VERB = AttributedStyle.BOLD.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle OPTION = AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle TEXT = AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
    private static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
    private static final Pattern LIKE_ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]*)+|[0-9a-fA-F]*:[0-9a-fA-F:.]*");
    private static final int LONGEST = 10_000;

    private final Suggestions suggestions;

    LineHighlighter(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        if (buffer.length() > LONGEST) {
            return new AttributedString(buffer); // a paste: colour is not worth a pause
        }
        AttributedStyle[] styles = new AttributedStyle[buffer.length()];
        try {
            for (Pipeline p : PipelineParser.parse(buffer)) {
                for (int i = 0; i < p.stages().size(); i++) {
                    stage(p.stages(), i, styles, reader.getBuffer().cursor());
                }
            }
        } catch (SyntaxError e) {
            if (!e.isIncomplete()) {
                paint(styles, e.column(), buffer.length(), WRONG);
            }
        }
        AttributedStringBuilder out = new AttributedStringBuilder(buffer.length());
        for (int i = 0; i < styles.length; i++) {
            out.style(styles[i] == null ? AttributedStyle.DEFAULT : styles[i]).append(buffer.charAt(i));
        }
        return out.toAttributedString();
    }

    private static void paint(AttributedStyle[] styles, int from, int to, AttributedStyle style) {
        for (int i = Math.max(0, from); i < Math.min(to, styles.length); i++) {
            styles[i] = style;
        }
    }

    private void stage(List<Stage> stages, int index, AttributedStyle[] styles, int cursor) {
        Stage s = stages.get(index);
        Word first = s.words().get(0);
        boolean typing = first.end() == cursor;
        Tool tool = suggestions.executor().session().toolbox().named(s.name());
        boolean verb = suggestions.executor().verbs().named(s.name()) != null;
        boolean own = Builtins.NAMES.contains(s.name())
                || s.name().startsWith("!")
                || suggestions.executor().session().aliases().containsKey(s.name());
        if (tool != null || own && (index == 0 || !verb)) {
            paint(styles, first.start(), first.end(), COMMAND);
        } else if (verb) {
            paint(styles, first.start(), first.end(), index == 0 ? WRONG : VERB);
        } else if (!typing) {
            paint(styles, first.start(), first.end(), WRONG);
        }
        for (Word w : s.words().subList(1, s.words().size())) {
            if (w.quote() != 0) {
                paint(styles, w.start(), w.end(), TEXT);
            }
        }
        if (tool != null) {
            arguments(tool, s, styles, cursor);
        } else if (s.name().equals("where") && index > 0) {
            expression(stages, index, styles, cursor);
        }
    }

    private static void arguments(Tool tool, Stage s, AttributedStyle[] styles, int cursor) {
        boolean value = false;
        for (Word w : s.words().subList(1, s.words().size())) {
            String text = w.text();
            if (value) {
                value = false;
                continue;
            }
            if (text.equals("--")) {
                return;
            }
            boolean typing = w.end() == cursor;
            if (text.startsWith("--")) {
                int equals = text.indexOf('=');
                OptionSpec o = tool.options().find(text.substring(2, equals < 0 ? text.length() : equals));
                paint(styles, w.start(), w.end(), o != null || typing ? OPTION : WRONG);
                value = o != null && equals < 0 && o.argument() == OptionSpec.Argument.REQUIRED;
            } else if (text.length() > 1 && text.charAt(0) == '-') {
                value = letters(tool, w, styles);
            } else if (tool.options().operands() == Completion.HOST
                    && !typing
                    && LIKE_ADDRESS.matcher(text).matches()
                    && IpAddress.parse(text) == null) {
                paint(styles, w.start(), w.end(), WRONG);
            }
        }
    }

    /** Paint bundled letters; whether the last one's value is the next word. */
    private static boolean letters(Tool tool, Word w, AttributedStyle[] styles) {
        String text = w.text();
        for (int i = 1; i < text.length(); i++) {
            OptionSpec o = tool.options().find(text.charAt(i));
            if (o == null) {
                paint(styles, w.start() + i, w.end(), WRONG);
                return false;
            }
            paint(styles, w.start(), w.start() + i + 1, OPTION);
            if (o.argument() != OptionSpec.Argument.NONE) {
                return o.argument() == OptionSpec.Argument.REQUIRED && i == text.length() - 1;
            }
        }
        return false;
    }

    private void expression(List<Stage> stages, int index, AttributedStyle[] styles, int cursor) {
        Stage s = stages.get(index);
        String source = s.argumentsText();
        if (source.isBlank()) {
            return;
        }
        LineContext at = new LineContext(stages.subList(0, index), List.of(), "", "");
        ExpressionException farthest = null;
        for (RecordType<?> t : suggestions.typesAt(at)) {
            try {
                Expression.compile(source, t);
                return;
            } catch (ExpressionException e) {
                farthest = farthest == null || e.start() > farthest.start() ? e : farthest;
            }
        }
        if (farthest != null && farthest.start() < source.length() && s.argumentsStart() + farthest.end() != cursor) {
            int from = s.argumentsStart() + farthest.start();
            paint(styles, from, Math.max(from + 1, s.argumentsStart() + farthest.end()), WRONG);
        }
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {}

    @Override
    public void setErrorIndex(int errorIndex) {}
}

package net.diag.cli;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.TextOut;

/** Renders {@code --help}: how to call the tool, and its options by section, from the option table. */
public final class HelpFace {
    private static final int DEFAULT_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final int HELP_COLUMN = 28;

    private final TextOut out;
    private final int width;

    private HelpFace(TextOut out, int columns) {
        this.out = out;
        this.width = columns == 0 ? DEFAULT_WIDTH : Math.max(LEAST_WIDTH, columns);
    }

    /** Print the help of a tool called {@code program}, at most {@code columns} wide (0: 80). */
    public static void print(TextOut out, String program, OptionTable table, int columns) {
        new HelpFace(out, columns).table(program, table);
    }

    private void table(String program, OptionTable table) {
        String lead = "Usage: ";
        for (String usage : table.usage()) {
            out.print(lead).print(program).print(' ').println(usage);
            lead = "       ";
        }
        String summary = table.summary();
        if (!summary.isEmpty()) {
            wrap(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + '.', 0, 0);
        }
        for (String section : sections(table)) {
            out.println().print(section).println(":");
            for (OptionSpec o : table.options()) {
                if (!o.isHidden() && o.section().equals(section)) {
                    option(o);
                }
            }
        }
    }

    /** The sections in the order in which they first appear. */
    static List<String> sections(OptionTable table) {
        List<String> sections = new ArrayList<>();
        for (OptionSpec o : table.options()) {
            if (!o.isHidden() && !sections.contains(o.section())) {
                sections.add(o.section());
            }
        }
        return sections;
    }

    private void option(OptionSpec o) {
        String tag = "  " + tag(o);
        out.print(tag);
        int at = tag.length();
        if (at > HELP_COLUMN - 2) {
            out.println();
            at = 0;
        }
        out.spaces(HELP_COLUMN - at);
        wrap(text(o), HELP_COLUMN, HELP_COLUMN);
    }

    /** {@code -c, --count=N}; an option without a letter is indented as if it had one. */
    static String tag(OptionSpec o) {
        StringBuilder b = new StringBuilder();
        List<String> names = o.names();
        boolean anyLong = names.get(names.size() - 1).startsWith("--");
        if (names.get(0).startsWith("--")) {
            b.append("    ");
        }
        for (int i = 0; i < names.size(); i++) {
            b.append(i > 0 ? ", " : "").append(names.get(i));
        }
        String argument = o.argumentName();
        switch (o.argument()) {
            case REQUIRED -> b.append(anyLong ? '=' : ' ').append(argument);
            case OPTIONAL ->
                b.append('[').append(anyLong ? "=" : "").append(argument).append(']');
            default -> {
                // Nothing behind the names.
            }
        }
        return b.toString();
    }

    /** The help with values, default and unit. */
    static String text(OptionSpec o) {
        StringBuilder b = new StringBuilder(o.help());
        if (!o.defaultValue().isEmpty()) {
            b.append(" (default ").append(o.defaultValue());
            b.append(o.unit().isEmpty() ? "" : ' ' + o.unit()).append(')');
        } else if (!o.unit().isEmpty()) {
            b.append(" (in ").append(o.unit()).append(')');
        }
        return b.toString();
    }

    /** Print words up to the width; lines after the first begin at {@code indent}. */
    private void wrap(String text, int start, int indent) {
        int at = start;
        boolean first = true;
        int i = 0;
        while (i < text.length()) {
            int space = text.indexOf(' ', i);
            String word = text.substring(i, space < 0 ? text.length() : space);
            i += word.length() + 1;
            if (!first && at + 1 + word.length() > width) {
                out.println().spaces(indent);
                at = indent;
                first = true;
            }
            if (!first) {
                out.print(' ');
                at++;
            }
            out.print(word);
            at += word.length();
            first = false;
        }
        out.println();
    }
}

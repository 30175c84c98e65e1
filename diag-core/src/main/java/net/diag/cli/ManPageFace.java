package net.diag.cli;

import java.util.List;
import net.diag.record.TextOut;

/**
 * Renders the OPTIONS part of a manual page ({@code man(7)}) from the option table: what a page
 * begins with before its prose is written, and what {@link ManPageCheck} holds it to.
 */
public final class ManPageFace {
    private ManPageFace() {}

    /** Print {@code .SH OPTIONS} with a {@code .SS} per section and a {@code .TP} per option. */
    public static void printOptions(TextOut out, OptionTable table) {
        out.println(".SH OPTIONS");
        List<String> sections = HelpFace.sections(table);
        for (String section : sections) {
            if (sections.size() > 1) {
                out.print(".SS ").println(escape(section));
            }
            for (OptionSpec o : table.options()) {
                if (!o.isHidden() && o.section().equals(section)) {
                    out.println(".TP");
                    out.println(tag(o));
                    String text = HelpFace.text(o);
                    out.print(escape(Character.toUpperCase(text.charAt(0)) + text.substring(1)))
                            .println(".");
                }
            }
        }
    }

    /** {@code \fB\-c\fR, \fB\-\-count\fR=\fIN\fR}. */
    private static String tag(OptionSpec o) {
        StringBuilder b = new StringBuilder();
        List<String> names = o.names();
        for (String n : names) {
            b.append(b.length() > 0 ? ", " : "")
                    .append("\\fB")
                    .append(escape(n))
                    .append("\\fR");
        }
        boolean anyLong = names.get(names.size() - 1).startsWith("--");
        String argument = "\\fI" + escape(o.argumentName()) + "\\fR";
        switch (o.argument()) {
            case REQUIRED -> b.append(anyLong ? "=" : " ").append(argument);
            case OPTIONAL ->
                b.append('[').append(anyLong ? "=" : "").append(argument).append(']');
            default -> {
                // Nothing behind the names.
            }
        }
        return b.toString();
    }

    private static String escape(String s) {
        String t = s.replace("\\", "\\e").replace("-", "\\-");
        return t.startsWith(".") || t.startsWith("'") ? "\\&" + t : t;
    }
}

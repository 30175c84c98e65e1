package net.diag.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the options that a manual page lists with the option table. An entry is a {@code .TP} whose
 * tag line begins with a dash, in any of {@code man(7)}'s font notations.
 */
public final class ManPageCheck {
    private record Entry(String tag, List<String> names, String body) {}

    private ManPageCheck() {}

    /** What is wrong with {@code page} (roff source), one sentence each; empty if all is well. */
    public static List<String> mistakes(OptionTable table, String page) {
        List<Entry> entries = entries(page);
        List<String> mistakes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (OptionSpec o : table.options()) {
            known.addAll(o.names());
            if (!o.isHidden()) {
                check(o, entries, mistakes);
            }
        }
        for (Entry e : entries) {
            for (String name : e.names) {
                if (!known.contains(name)) {
                    mistakes.add("the page lists " + name + ", which is no option");
                }
            }
        }
        return mistakes;
    }

    private static void check(OptionSpec o, List<Entry> entries, List<String> mistakes) {
        Entry found = null;
        for (Entry e : entries) {
            if (e.names.contains(o.names().get(0))) {
                found = e;
            }
        }
        if (found == null) {
            mistakes.add("the page lacks " + o);
            return;
        }
        for (String name : o.names()) {
            if (!found.names.contains(name)) {
                mistakes.add("the entry '" + found.tag + "' lacks " + name);
            }
        }
        if (!o.argumentName().isEmpty() && !found.tag.contains(o.argumentName())) {
            mistakes.add("the entry '" + found.tag + "' lacks its argument " + o.argumentName());
        }
        if (!o.defaultValue().isEmpty() && !found.body.contains(o.defaultValue())) {
            mistakes.add("the entry '" + found.tag + "' doesn't say its default " + o.defaultValue());
        }
        if (!o.unit().isEmpty() && !found.body.contains(o.unit())) {
            mistakes.add("the entry '" + found.tag + "' doesn't say its unit " + o.unit());
        }
    }

    private static List<Entry> entries(String page) {
        List<Entry> entries = new ArrayList<>();
        String[] lines = page.split("\n");
        for (int i = 0; i + 1 < lines.length; i++) {
            boolean tagged = lines[i].startsWith(".TP") || lines[i].startsWith(".TQ");
            String tag = tagged ? plain(lines[i + 1]) : "";
            if (!tag.startsWith("-")) {
                continue;
            }
            StringBuilder body = new StringBuilder();
            for (int k = i + 2; k < lines.length && !isBreak(lines[k]); k++) {
                body.append(plain(lines[k])).append(' ');
            }
            entries.add(new Entry(tag, names(tag), body.toString()));
        }
        return entries;
    }

    private static boolean isBreak(String line) {
        return line.startsWith(".TP") || line.startsWith(".SH") || line.startsWith(".SS");
    }

    /** The names in {@code -c, --count=N}. */
    private static List<String> names(String tag) {
        List<String> names = new ArrayList<>();
        for (String word : tag.split("[,\\s]+")) {
            if (word.startsWith("-") && word.length() > 1) {
                int end = 1;
                while (end < word.length() && "=[<".indexOf(word.charAt(end)) < 0) {
                    end++;
                }
                names.add(word.substring(0, end));
            }
        }
        return names;
    }

    /** A line as it is printed: macro and font changes taken away, {@code \-} a dash. */
    static String plain(String line) {
        String s = line;
        if (s.startsWith(".") && s.length() > 1 && Character.isLetter(s.charAt(1))) {
            int space = s.indexOf(' ');
            String macro = space < 0 ? s : s.substring(0, space);
            s = space < 0 ? "" : arguments(s.substring(space + 1), macro.length() == 3 && !macro.equals(".SH"));
        }
        return s.replaceAll("\\\\f(?:[BIRP1234]|\\[[A-Z]*\\]|\\(..)", "")
                .replace("\\-", "-")
                .replace("\\&", "")
                .replace("\\e", "\\")
                .replace("\\(aq", "'");
    }

    /** A macro's arguments without their quotes; two-font macros ({@code .BR}) set them without blanks. */
    private static String arguments(String s, boolean joined) {
        StringBuilder b = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && i + 1 < s.length()) {
                b.append(c).append(s.charAt(++i));
            } else if (c != ' ' || quoted || !joined) {
                b.append(c);
            }
        }
        return b.toString();
    }
}

package net.diag.shell.exec;

import java.util.Map;

/** Puts what an alias stands for in the place of a statement's first word. */
final class Aliases {
    private static final int MOST_ROUNDS = 20;

    private Aliases() {}

    /** {@code line} with its first word replaced, also where that is an alias again; never for ever. */
    static String expand(String line, Map<String, String> aliases) {
        String s = line;
        for (int i = 0; i < MOST_ROUNDS && !aliases.isEmpty(); i++) {
            int from = 0;
            while (from < s.length() && Character.isWhitespace(s.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < s.length() && !Character.isWhitespace(s.charAt(to)) && "|;&".indexOf(s.charAt(to)) < 0) {
                to++;
            }
            String word = s.substring(from, to);
            String meaning = aliases.get(word);
            if (meaning == null) {
                return s;
            }
            s = s.substring(0, from) + meaning + s.substring(to);
            if (meaning.equals(word) || meaning.startsWith(word + " ")) {
                return s; // as `alias ping='ping -n'`
            }
        }
        return s;
    }
}

package net.diag.netstat.ip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.diag.cli.UsageException;

/**
 * The operands of a view, in ip's own words: {@code show}, {@code list} or {@code get ADDR}, then
 * pairs such as {@code dev eth0}. A word that is none of them names an interface.
 */
final class Selection {
    private static final Set<String> COMMANDS = Set.of("show", "list", "lst", "ls", "get", "list-id", "identify");
    private static final Set<String> PAIRS = Set.of(
            "dev",
            "master",
            "type",
            "group",
            "table",
            "proto",
            "protocol",
            "scope",
            "from",
            "iif",
            "oif",
            "mark",
            "uid",
            "tos",
            "ipproto",
            "sport",
            "dport",
            "via",
            "src",
            "to",
            "root",
            "match",
            "exact",
            "nud",
            "label",
            "vrf");
    private static final Set<String> FLAGS = Set.of(
            "up",
            "fibmatch",
            "dynamic",
            "permanent",
            "tentative",
            "deprecated",
            "temporary",
            "primary",
            "secondary",
            "proxy",
            "nomaster",
            "notify");

    private String command = "show";
    private String target;
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>();

    /** Understand the operands. */
    Selection(String prefix, List<String> operands) throws UsageException {
        int i = 0;
        if (i < operands.size() && COMMANDS.contains(operands.get(i))) {
            command = operands.get(i++);
            if (command.startsWith("l") && !command.equals("list-id")) {
                command = "show";
            }
        }
        for (; i < operands.size(); i++) {
            String word = operands.get(i);
            if (PAIRS.contains(word)) {
                if (++i == operands.size()) {
                    throw new UsageException(prefix + ": '" + word + "' needs a value");
                }
                if (command.equals("get") && word.equals("to")) {
                    target = operands.get(i);
                } else {
                    pairs.put(word.equals("protocol") ? "proto" : word, operands.get(i));
                }
            } else if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (target == null) {
                target = word;
            } else {
                throw new UsageException(prefix + ": what is '" + word + "'?");
            }
        }
    }

    /** {@code show}, {@code get}, {@code list-id} or {@code identify}. */
    String command() {
        return command;
    }

    /** The word without a keyword: an interface, or what {@code get} asks for; or null. */
    String target() {
        return target;
    }

    /** The interface asked for, by {@code dev} or without a keyword, or null. */
    String device() {
        return pairs.getOrDefault("dev", target);
    }

    /** The value given with {@code key}, or null. */
    String value(String key) {
        return pairs.get(key);
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Whether a row's field is what was asked for, if anything was. */
    boolean matches(String key, Object value) {
        String wanted = pairs.get(key);
        return wanted == null || wanted.equals("all") || wanted.equals(String.valueOf(value));
    }
}

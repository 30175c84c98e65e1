package net.diag.shell.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.Completion;
import net.diag.cli.OptionSpec;
import net.diag.cli.Tool;
import net.diag.record.RecordType;
import net.diag.shell.exec.Builtins;
import net.diag.shell.exec.Executor;
import net.diag.shell.exec.Jobs;
import net.diag.shell.exec.Session;
import net.diag.shell.exec.StageTypes;
import net.diag.shell.verb.Verb;

/** What may stand at the cursor, from the option tables, the fields of the records, and this machine. */
final class Suggestions {
    private final Executor executor;
    private final Session session;
    private final ValueSources sources;
    private final StageTypes types;

    Suggestions(Executor executor) {
        this.executor = executor;
        this.session = executor.session();
        this.sources = new ValueSources(session);
        this.types = new StageTypes(session.toolbox(), executor.verbs());
    }

    Executor executor() {
        return executor;
    }

    /** The record types that reach the stage at the cursor. */
    List<RecordType<?>> typesAt(LineContext c) {
        return types.into(c.stages(), c.stages().size());
    }

    List<Suggestion> at(LineContext c) {
        if (c.word().startsWith("$")) {
            return variables();
        }
        if (c.words().isEmpty()) {
            return c.word().startsWith("!") && c.word().length() > 1
                    ? prefixed("!", sources.programs(c.word().substring(1)))
                    : commands(c);
        }
        String name = c.words().get(0);
        Tool tool = session.toolbox().named(name);
        if (tool != null) {
            return tool(tool, c);
        }
        Verb verb = executor.verbs().named(name);
        if (verb != null && !c.stages().isEmpty()) {
            return new VerbSuggestions(typesAt(c), sources).at(verb, c);
        }
        if (name.equals("!")) {
            return c.words().size() == 1 ? sources.programs(c.word()) : sources.files(c.word(), false);
        }
        return builtin(name, c);
    }

    private List<Suggestion> variables() {
        List<Suggestion> all = new ArrayList<>();
        for (Map.Entry<String, String> e : session.variables().entrySet()) {
            all.add(Suggestion.of("$" + e.getKey(), e.getValue()));
        }
        return all;
    }

    private static List<Suggestion> prefixed(String prefix, List<Suggestion> all) {
        List<Suggestion> out = new ArrayList<>();
        for (Suggestion s : all) {
            out.add(new Suggestion(prefix + s.value(), s.display(), s.description(), s.complete()));
        }
        return out;
    }

    private List<Suggestion> commands(LineContext c) {
        List<Suggestion> all = new ArrayList<>();
        boolean first = c.stages().isEmpty();
        boolean afterProgram =
                !first && c.stages().get(c.stages().size() - 1).name().startsWith("!");
        for (Tool t : session.toolbox().all()) {
            Completion operands = t.options().operands();
            if (first || !afterProgram && (operands == Completion.HOST || operands == Completion.PCAP_FILTER)) {
                all.add(Suggestion.of(t.name(), t.options().summary()));
            }
        }
        if (first) {
            for (String b : Builtins.NAMES) {
                all.add(Suggestion.of(b, Builtins.summary(b)));
            }
            for (Map.Entry<String, String> e : session.aliases().entrySet()) {
                all.add(Suggestion.of(e.getKey(), "alias of " + e.getValue()));
            }
        } else if (afterProgram) {
            all.add(Suggestion.of("from", Builtins.summary("from")));
        } else {
            for (Verb v : executor.verbs().all()) {
                all.add(Suggestion.of(v.name(), v.summary()));
            }
        }
        return all;
    }

    // ---- tools

    private List<Suggestion> tool(Tool tool, LineContext c) {
        String word = c.word();
        List<String> words = c.words();
        if (!words.subList(1, words.size()).contains("--")) {
            OptionSpec waiting = waiting(tool, words.get(words.size() - 1));
            if (words.size() > 1 && waiting != null) {
                return values(tool, waiting.completion(), waiting.values(), word, "");
            }
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                OptionSpec o = tool.options().find(word.substring(2, equals));
                return o == null
                        ? List.of()
                        : prefixed(
                                word.substring(0, equals + 1),
                                values(tool, o.completion(), o.values(), word.substring(equals + 1), ""));
            }
            if (word.startsWith("-")) {
                return options(tool, word);
            }
        }
        return values(tool, tool.options().operands(), List.of(), word, c.text());
    }

    /** The option whose argument is still missing after {@code previous}, or null. */
    private static OptionSpec waiting(Tool tool, String previous) {
        if (previous.startsWith("--")) {
            OptionSpec o = previous.indexOf('=') < 0 ? tool.options().find(previous.substring(2)) : null;
            return o != null && o.argument() == OptionSpec.Argument.REQUIRED ? o : null;
        }
        if (previous.length() < 2 || previous.charAt(0) != '-') {
            return null;
        }
        for (int i = 1; i < previous.length(); i++) {
            OptionSpec o = tool.options().find(previous.charAt(i));
            if (o == null || o.argument() == OptionSpec.Argument.OPTIONAL) {
                return null;
            }
            if (o.argument() == OptionSpec.Argument.REQUIRED) {
                return i == previous.length() - 1 ? o : null;
            }
        }
        return null;
    }

    private static List<Suggestion> options(Tool tool, String word) {
        List<Suggestion> all = new ArrayList<>();
        for (OptionSpec o : tool.options().options()) {
            if (o.isHidden()) {
                continue;
            }
            if (o.shortName() != 0 && !word.startsWith("--")) {
                all.add(Suggestion.of("-" + o.shortName(), o.help()));
            }
            if (o.longName() != null && !o.longName().isEmpty()) {
                all.add(Suggestion.of("--" + o.longName(), o.help()));
            }
        }
        return all;
    }

    private List<Suggestion> values(Tool tool, Completion kind, List<String> listed, String word, String text) {
        return switch (kind) {
            case INTERFACE -> sources.interfaces();
            case NETNS -> sources.namespaces();
            case HOST -> sources.hosts();
            case LOCAL_ADDRESS -> sources.localAddresses();
            case PORT -> sources.services();
            case PROTOCOL -> sources.protocols();
            case FILE -> sources.files(word, false);
            case DIRECTORY -> sources.files(word, true);
            case USER -> sources.users();
            case PID -> sources.processes();
            case VALUES -> plain(listed);
            case VALUE_LIST -> VerbSuggestions.list(word, plain(listed));
            case FIELD -> VerbSuggestions.fields(new ArrayList<>(tool.recordTypes()));
            case FIELD_LIST -> VerbSuggestions.list(word, VerbSuggestions.fields(new ArrayList<>(tool.recordTypes())));
            case EXPRESSION -> new ExpressionSuggestions(new ArrayList<>(tool.recordTypes())).inWord(word);
            case PCAP_FILTER -> new FilterSuggestions(sources).at(word, text);
            default -> plain(listed);
        };
    }

    private static List<Suggestion> plain(List<String> values) {
        List<Suggestion> all = new ArrayList<>();
        for (String v : values) {
            all.add(Suggestion.of(v, ""));
        }
        return all;
    }

    // ---- the shell's own

    private List<Suggestion> builtin(String name, LineContext c) {
        int at = c.words().size();
        return switch (name) {
            case "use" ->
                at == 1
                        ? List.of(Suggestion.of("netns", "a network namespace"))
                        : at == 2 ? sources.namespaces() : List.of();
            case "help" -> at == 1 ? everyCommand() : List.of();
            case "man" -> {
                List<Suggestion> all = new ArrayList<>();
                for (Tool t : session.toolbox().all()) {
                    all.add(Suggestion.of(t.name(), t.options().summary()));
                }
                yield at == 1 ? all : List.of();
            }
            case "fg", "kill" -> {
                List<Suggestion> all = new ArrayList<>();
                for (Jobs.Job j : session.jobs().all()) {
                    all.add(Suggestion.of(Integer.toString(j.number()), j.command()));
                }
                yield all;
            }
            case "unset" -> names(session.variables());
            case "unalias" -> names(session.aliases());
            case "from" -> at == 1 ? plain(List.of("json", "csv", "lines")) : List.of();
            case "open", "source" -> at == 1 ? sources.files(c.word(), false) : List.of();
            default -> List.of();
        };
    }

    private List<Suggestion> everyCommand() {
        List<Suggestion> all = new ArrayList<>(commands(new LineContext(List.of(), List.of(), "", "")));
        for (Verb v : executor.verbs().all()) {
            all.add(Suggestion.of(v.name(), v.summary()));
        }
        return all;
    }

    private static List<Suggestion> names(Map<String, String> map) {
        List<Suggestion> all = new ArrayList<>();
        for (Map.Entry<String, String> e : map.entrySet()) {
            all.add(Suggestion.of(e.getKey(), e.getValue()));
        }
        return all;
    }
}

package net.diag.shell.term;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.RecordType;
import net.diag.record.Unit;
import net.diag.shell.data.Aggregate;
import net.diag.shell.verb.Verb;

/** What may stand behind a verb, given the records that reach it. */
final class VerbSuggestions {
    private static final List<String> AGGREGATES = List.of("count", "sum", "avg", "min", "max", "stdev", "p50", "p99");

    private final List<RecordType<?>> types;
    private final ValueSources sources;

    VerbSuggestions(List<RecordType<?>> types, ValueSources sources) {
        this.types = types;
        this.sources = sources;
    }

    List<Suggestion> at(Verb verb, LineContext c) {
        return switch (verb.arguments()) {
            case NONE, NUMBER -> List.of();
            case EXPRESSION -> new ExpressionSuggestions(types).at(c.text());
            case FIELDS -> list(c.word(), unused(fields(types), c));
            case FIELD -> c.words().size() == 1 ? fields(types) : List.of();
            case SORT_FIELDS -> sort(c);
            case GROUPING -> grouping(c);
            case FILE -> c.words().size() == 1 ? sources.files(c.word(), false) : List.of();
            case CHART -> chart(c);
        };
    }

    /** The fields of {@code types}, nested ones with dots, each once. */
    static List<Suggestion> fields(List<RecordType<?>> types) {
        Map<String, Suggestion> all = new LinkedHashMap<>();
        for (RecordType<?> t : types) {
            collect(t, "", all, 0);
        }
        return new ArrayList<>(all.values());
    }

    private static void collect(RecordType<?> type, String prefix, Map<String, Suggestion> all, int depth) {
        for (Field<?> f : type.fields()) {
            String name = prefix + f.name();
            String unit = f.unit() == Unit.NONE || f.unit().symbol().isEmpty()
                    ? ""
                    : " [" + f.unit().symbol() + "]";
            all.putIfAbsent(name, Suggestion.of(name, f.meaning() + unit));
            if (f.nested() != null && depth < 3) {
                collect(f.nested(), name + ".", all, depth + 1);
            }
        }
    }

    private static List<Suggestion> unused(List<Suggestion> all, LineContext c) {
        List<Suggestion> out = new ArrayList<>();
        for (Suggestion s : all) {
            if (!c.words().subList(1, c.words().size()).contains(s.value())) {
                out.add(s);
            }
        }
        return out;
    }

    /** For a comma-separated word: what may follow the last comma. */
    static List<Suggestion> list(String word, List<Suggestion> values) {
        int comma = word.lastIndexOf(',') + 1;
        String before = word.substring(0, comma);
        List<String> used = List.of(before.split(","));
        List<Suggestion> out = new ArrayList<>();
        for (Suggestion s : values) {
            if (comma == 0 || !used.contains(s.value())) {
                out.add(new Suggestion(before + s.value(), s.display(), s.description(), s.complete()));
            }
        }
        return out;
    }

    private List<Suggestion> sort(LineContext c) {
        List<Suggestion> fields = unused(fields(types), c);
        if (!c.word().startsWith("-")) {
            return fields;
        }
        List<Suggestion> out = new ArrayList<>();
        for (Suggestion s : fields) {
            out.add(new Suggestion("-" + s.value(), "-" + s.display(), s.description() + ", greatest first", true));
        }
        return out;
    }

    private List<Suggestion> grouping(LineContext c) {
        String previous = c.words().get(c.words().size() - 1);
        if (c.words().size() > 1 && Aggregate.isName(previous) && !previous.equals("count")) {
            return numbers();
        }
        boolean aggregates = false;
        for (String w : c.words().subList(1, c.words().size())) {
            aggregates |= Aggregate.isName(w);
        }
        List<Suggestion> all = new ArrayList<>(aggregates ? numbers() : list(c.word(), unused(fields(types), c)));
        if (c.words().size() > 1) {
            for (String a : AGGREGATES) {
                all.add(Suggestion.of(a, "aggregate"));
            }
        }
        return all;
    }

    private List<Suggestion> numbers() {
        List<Suggestion> out = new ArrayList<>();
        for (RecordType<?> t : types) {
            for (Field<?> f : t.fields()) {
                if (f.type() == FieldType.INTEGER || f.type() == FieldType.DECIMAL) {
                    out.add(Suggestion.of(f.name(), f.meaning()));
                }
            }
        }
        return out;
    }

    private List<Suggestion> chart(LineContext c) {
        List<Suggestion> all = new ArrayList<>();
        String previous = c.words().get(c.words().size() - 1);
        if (previous.equals("by")) {
            return fields(types);
        }
        if (c.words().size() == 1) {
            all.add(Suggestion.of("bars", "one bar a record"));
            all.add(Suggestion.of("line", "a line over the records"));
            all.add(Suggestion.of("histogram", "how often which values come"));
        }
        boolean kind = List.of("bars", "line", "histogram").contains(previous);
        if (c.words().size() == 1 || kind) {
            all.addAll(numbers());
        } else if (c.words().size() <= 3) {
            all.add(Suggestion.of("by", "the field that labels the bars"));
        }
        return all;
    }
}

package net.diag.netstat.ip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;

/**
 * A view's open record type: the fields that most rows have are declared, with meaning and type;
 * what an interface's kind or a newer kernel adds comes along undeclared.
 */
public final class Rows {
    private final List<FieldSpec> specs = new ArrayList<>();
    private final List<String> jsonNames = new ArrayList<>();
    private final RecordType<Row> type;

    /**
     * Declare a type.
     *
     * @param fields for each field its JSON name, its type's letter (i integer, t text, b true or
     *     false, l list of texts, a anything) and its meaning
     */
    public Rows(String name, String meaning, String... fields) {
        for (int i = 0; i < fields.length; i += 3) {
            FieldType t = switch (fields[i + 1]) {
                case "i" -> FieldType.INTEGER;
                case "b" -> FieldType.BOOLEAN;
                case "l" -> FieldType.LIST;
                case "a" -> FieldType.ANY;
                default -> FieldType.TEXT;
            };
            FieldSpec s = FieldSpec.of(camelCase(fields[i]), t, Unit.NONE, fields[i + 2])
                    .withJsonName(jsonName(name, fields[i]))
                    .asOptional();
            specs.add(t == FieldType.LIST ? s.withElementType(FieldType.TEXT) : s);
            jsonNames.add(fields[i]);
        }
        type = Row.openType(name, meaning, specs);
    }

    /** The type. */
    public RecordType<Row> type() {
        return type;
    }

    /** Make a row of the values, by JSON name. A null becomes {@code true}: it says something by being there. */
    public Row row(Map<String, Object> values) {
        Object[] declared = new Object[jsonNames.size()];
        Map<String, Object> extra = new LinkedHashMap<>();
        for (Map.Entry<String, Object> e : values.entrySet()) {
            int i = jsonNames.indexOf(e.getKey());
            if (i >= 0) {
                declared[i] = widen(specs.get(i).type(), e.getValue());
            } else {
                extra.put(e.getKey(), e.getValue());
            }
        }
        return new Row(declared, extra);
    }

    /** The values of a row that {@link #row} made, by JSON name. */
    Map<String, Object> values(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < jsonNames.size(); i++) {
            if (row.value(i) != null) {
                values.put(jsonNames.get(i), row.value(i));
            }
        }
        values.putAll(row.extra());
        return values;
    }

    private static Object widen(FieldType t, Object v) {
        if (v instanceof Integer i) {
            return (long) i;
        }
        return v == null && t == FieldType.BOOLEAN ? Boolean.TRUE : v;
    }

    private static String camelCase(String json) {
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '_' && i + 1 < json.length()) {
                s.append(Character.toUpperCase(json.charAt(++i)));
            } else {
                s.append(c);
            }
        }
        return s.toString();
    }

    /** The list of objects in a row, or an empty one. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> row, String name) {
        // Only this package makes these rows, and it makes them so.
        Object v = row.get(name);
        return v instanceof List<?> ? (List<Map<String, Object>>) v : List.of();
    }

    /** The object in a row, or an empty one. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Map<String, Object> row, String name) {
        Object v = row.get(name);
        return v instanceof Map<?, ?> ? (Map<String, Object>) v : Map.of();
    }

    /** The texts in a row's list, or an empty list. */
    static List<String> words(Map<String, Object> row, String name) {
        List<String> words = new ArrayList<>();
        if (row.get(name) instanceof List<?> list) {
            for (Object o : list) {
                words.add(String.valueOf(o));
            }
        }
        return words;
    }

    /** ip's own name, but for one that every record of ours has in another meaning. */
    private static String jsonName(String record, String field) {
        if (!field.equals("type")) {
            return field;
        }
        int end = record.lastIndexOf('/');
        return record.substring(record.lastIndexOf('/', end - 1) + 1, end) + "_type";
    }
}

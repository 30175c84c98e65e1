package net.diag.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns objects read from JSON into {@link Row}s.
 *
 * <p>An object with the {@code "type"} (and, if it says so, the {@code "schema"}) of a known record
 * type gets that type's fields back, with their units: {@code rtt_ms} is {@code rtt} again, in
 * nanoseconds. Any other object gets an open type made from the first object of its
 * {@code "type"}; a name that ends like a unit ({@code _ms}, {@code _bytes} …) gets that unit.
 */
public final class JsonRows {
    private static final Unit[] UNITS = {
        Unit.NANOSECONDS,
        Unit.BYTES_PER_SECOND,
        Unit.BITS_PER_SECOND,
        Unit.PER_SECOND,
        Unit.SECONDS,
        Unit.BYTES,
        Unit.PERCENT,
        Unit.RATIO
    };

    private final Map<String, RecordType<?>> known = new HashMap<>();
    private final Map<String, RecordType<Row>> types = new HashMap<>();
    private final Map<RecordType<?>, RecordType<Row>> rowTypes = new HashMap<>();
    private String schema = "";

    /** A converter that knows these record types. */
    public JsonRows(List<RecordType<?>> knownTypes) {
        for (RecordType<?> t : knownTypes) {
            known.put(t.schema() + ' ' + t.kind(), t);
        }
    }

    /** Give the row that {@code object} describes, with its type, to {@code sink}. */
    public void accept(Map<String, Object> object, RecordSink sink) {
        RecordType<Row> type = typeOf(object);
        sink.accept(type, row(type, object, type.isOpen()));
    }

    /** The row type for an object. */
    public RecordType<Row> typeOf(Map<String, Object> object) {
        String kind = object.get("type") instanceof String s ? s : "";
        if (object.get("schema") instanceof String s) {
            schema = s;
        }
        RecordType<?> declared = known.get(schema + ' ' + kind);
        if (declared != null) {
            return rowType(declared);
        }
        return types.computeIfAbsent(schema + ' ' + kind, k -> infer(kind, object));
    }

    /** The row of {@code type} that {@code object} describes. */
    public Row row(RecordType<Row> type, Map<String, Object> object) {
        return row(type, object, type.isOpen());
    }

    /** The same fields, read from rows. */
    private RecordType<Row> rowType(RecordType<?> t) {
        RecordType<Row> done = rowTypes.get(t);
        if (done != null) {
            return done;
        }
        List<FieldSpec> specs = new ArrayList<>();
        for (Field<?> f : t.fields()) {
            specs.add(f.nested() == null ? f.spec() : f.spec().withNested(rowType(f.nested())));
        }
        RecordType<Row> rows = Row.type(t.name(), t.meaning(), specs);
        rowTypes.put(t, rows);
        return rows;
    }

    private static RecordType<Row> infer(String kind, Map<String, Object> object) {
        List<FieldSpec> specs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, Object> e : object.entrySet()) {
            String json = e.getKey();
            boolean tag = json.equals("type") && !kind.isEmpty();
            if (tag || json.isEmpty() || json.indexOf('.') >= 0) {
                continue;
            }
            Unit unit = e.getValue() instanceof Number ? unitOf(json) : Unit.NONE;
            FieldType type = unit == Unit.NONE ? FieldType.ANY : FieldType.DECIMAL;
            String name = camelCase(
                    json.substring(0, json.length() - unit.jsonSuffix().length()));
            if (!names.add(name)) {
                name = json;
                names.add(name);
            }
            specs.add(FieldSpec.of(name, type, unit, "").withJsonName(json));
        }
        return Row.openType(kind, "an object of JSON", specs);
    }

    private static Unit unitOf(String json) {
        for (Unit u : UNITS) {
            if (json.endsWith(u.jsonSuffix()) && json.length() > u.jsonSuffix().length()) {
                return u;
            }
        }
        return Unit.NONE;
    }

    private static String camelCase(String snake) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < snake.length(); i++) {
            char c = snake.charAt(i);
            boolean upper = c == '_' && b.length() > 0 && i + 1 < snake.length();
            b.append(upper ? Character.toUpperCase(snake.charAt(++i)) : c);
        }
        return b.toString();
    }

    private Row row(RecordType<Row> type, Map<String, Object> object, boolean keepExtra) {
        List<Field<Row>> fields = type.fields();
        Object[] values = new Object[fields.size()];
        Map<String, Object> extra = keepExtra ? new LinkedHashMap<>(object) : null;
        for (int i = 0; i < values.length; i++) {
            Field<Row> f = fields.get(i);
            values[i] = value(f.type(), f, object.get(f.jsonName()));
            // A value that doesn't fit its field stays what it was, under its own name.
            if (keepExtra && (values[i] != null || object.get(f.jsonName()) == null)) {
                extra.remove(f.jsonName());
            }
        }
        if (keepExtra && !type.kind().isEmpty() && type.kind().equals(object.get("type"))) {
            extra.remove("type");
        }
        return keepExtra ? new Row(values, extra) : new Row(values);
    }

    private Object value(FieldType type, Field<?> f, Object v) {
        switch (type) {
            case INTEGER -> {
                return integer(f.unit(), v);
            }
            case DECIMAL -> {
                boolean ns = f.unit() == Unit.NANOSECONDS;
                return v instanceof Number n ? (Object) (ns ? n.doubleValue() * 1e6 : n.doubleValue()) : null;
            }
            case BOOLEAN -> {
                return v instanceof Boolean ? v : null;
            }
            case TEXT -> {
                return v instanceof String ? v : null;
            }
            case ADDRESS -> {
                return v instanceof String s ? IpAddress.parse(s) : null;
            }
            case PREFIX -> {
                return v instanceof String s ? IpPrefix.parse(s) : null;
            }
            case TIME -> {
                return v instanceof String s ? time(s) : null;
            }
            case RECORD -> {
                return v instanceof Map<?, ?> m ? nested(f, m) : null;
            }
            case LIST -> {
                return v instanceof List<?> list ? elements(f, list) : null;
            }
            default -> {
                return v;
            }
        }
    }

    private static Object integer(Unit unit, Object v) {
        if (v instanceof Long n && unit.jsonDecimals() == 0) {
            return n;
        }
        if (v instanceof Number n) {
            double scaled = unit == Unit.NANOSECONDS ? n.doubleValue() * 1e6 : n.doubleValue();
            return Math.round(scaled);
        }
        return null;
    }

    private static Long time(String s) {
        try {
            return Rfc3339.parse(s);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private Row nested(Field<?> f, Map<?, ?> m) {
        // JsonReader makes maps of text only, and rowType() gave every nested field a type of rows.
        return row((RecordType<Row>) f.nested(), (Map<String, Object>) m, false);
    }

    private List<Object> elements(Field<?> f, List<?> list) {
        List<Object> values = new ArrayList<>(list.size());
        for (Object e : list) {
            values.add(value(f.elementType() == null ? FieldType.ANY : f.elementType(), f, e));
        }
        return values;
    }
}

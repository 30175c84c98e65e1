package net.diag.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of JSON Lines, made from record types: each line is one of the
 * records, told apart by {@code "type"}. An optional field is absent, never {@code null}. Further
 * fields may come in later versions, so they are allowed.
 */
public final class JsonSchema {
    private final JsonWriter json;
    private final Map<RecordType<?>, String> names = new LinkedHashMap<>();

    private JsonSchema(TextOut out) {
        this.json = new JsonWriter(out);
    }

    /** Print the schema of a stream of these records as one line. */
    public static void print(TextOut out, String title, List<RecordType<?>> types) {
        new JsonSchema(out).document(title, types);
        out.println();
    }

    private void document(String title, List<RecordType<?>> types) {
        json.object().name("$schema").value("https://json-schema.org/draft/2020-12/schema");
        json.name("title").value(title);
        json.name("oneOf").array();
        for (RecordType<?> t : types) {
            collect(t);
            reference(t);
        }
        json.endArray().name("$defs").object();
        for (Map.Entry<RecordType<?>, String> e : names.entrySet()) {
            json.name(e.getValue());
            record(e.getKey(), types.contains(e.getKey()));
        }
        json.endObject().endObject();
    }

    private void collect(RecordType<?> t) {
        if (names.containsKey(t)) {
            return;
        }
        String name = t.kind();
        names.put(t, names.containsValue(name) ? t.name().replace('/', '.') : name);
        for (Field<?> f : t.fields()) {
            if (f.nested() != null) {
                collect(f.nested());
            }
        }
    }

    private void reference(RecordType<?> t) {
        json.object().name("$ref").value("#/$defs/" + names.get(t)).endObject();
    }

    private void record(RecordType<?> t, boolean line) {
        json.object().name("type").value("object").name("description").value(t.meaning());
        json.name("properties").object();
        if (line) {
            json.name("type").object().name("const").value(t.kind()).endObject();
            json.name("schema").object().name("const").value(t.schema()).endObject();
        }
        for (Field<?> f : t.fields()) {
            json.name(f.jsonName());
            field(f);
        }
        json.endObject().name("required").array();
        if (line) {
            json.value("type");
        }
        for (Field<?> f : t.fields()) {
            if (!f.isOptional()) {
                json.value(f.jsonName());
            }
        }
        json.endArray().endObject();
    }

    private void field(Field<?> f) {
        json.object();
        String unit = f.unit() == Unit.NONE || f.unit().symbol().isEmpty()
                ? ""
                : ", in " + f.unit().symbol();
        json.name("description").value(f.meaning() + unit);
        if (f.type() == FieldType.LIST) {
            json.name("type").value("array").name("items");
            if (f.elementType() == FieldType.RECORD) {
                reference(f.nested());
            } else {
                json.object();
                value(f.elementType(), f);
                json.endObject();
            }
        } else if (f.type() == FieldType.RECORD) {
            json.name("$ref").value("#/$defs/" + names.get(f.nested()));
        } else {
            value(f.type(), f);
        }
        json.endObject();
    }

    private void value(FieldType type, Field<?> f) {
        switch (type) {
            case INTEGER -> {
                json.name("type").value(f.unit().jsonDecimals() > 0 ? "number" : "integer");
                if (f.spec().unsigned()) {
                    json.name("minimum").value(0);
                }
            }
            case DECIMAL -> json.name("type").value("number");
            case BOOLEAN -> json.name("type").value("boolean");
            case TIME -> json.name("type").value("string").name("format").value("date-time");
            case TEXT, ADDRESS, PREFIX -> {
                json.name("type").value("string");
                if (!f.knownValues().isEmpty()) {
                    json.name("examples").array();
                    for (String v : f.knownValues()) {
                        json.value(v);
                    }
                    json.endArray();
                }
            }
            default -> {
                // Of any type: no constraint.
            }
        }
    }
}

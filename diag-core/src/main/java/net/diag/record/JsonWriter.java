package net.diag.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON (RFC 8259) to a {@link TextOut}: commas, escapes, numbers as numbers, no garbage per
 * value. Control characters, {@code "}, {@code \}, DEL and C1 controls are escaped, so that a line is
 * safe on a terminal too.
 */
public final class JsonWriter {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private final TextOut out;
    private boolean[] filled = new boolean[16];
    private int depth;
    private boolean afterName;

    /** A writer to {@code out}, which it neither flushes nor closes. */
    public JsonWriter(TextOut out) {
        this.out = out;
    }

    private void separate() {
        if (afterName) {
            afterName = false;
        } else {
            if (filled[depth]) {
                out.print(',');
            }
            filled[depth] = true;
        }
    }

    private void open(char c) {
        separate();
        out.print(c);
        depth++;
        if (depth == filled.length) {
            filled = Arrays.copyOf(filled, depth * 2);
        }
        filled[depth] = false;
    }

    /** Begin an object. */
    public JsonWriter object() {
        open('{');
        return this;
    }

    /** End the object. */
    public JsonWriter endObject() {
        depth--;
        out.print('}');
        return this;
    }

    /** Begin an array. */
    public JsonWriter array() {
        open('[');
        return this;
    }

    /** End the array. */
    public JsonWriter endArray() {
        depth--;
        out.print(']');
        return this;
    }

    /** End a line of JSON Lines: the next value is a document of its own. */
    public void endLine() {
        depth = 0;
        filled[0] = false;
        out.println();
    }

    /** A member's name. */
    public JsonWriter name(String name) {
        separate();
        string(name);
        out.print(':');
        afterName = true;
        return this;
    }

    /** A name that was encoded before, with its comma. */
    private void key(byte[] encoded) {
        out.putBytes(encoded, filled[depth] ? 0 : 1);
        filled[depth] = true;
        afterName = true;
    }

    /** A text; null is written as {@code null}. */
    public JsonWriter value(String text) {
        separate();
        if (text == null) {
            out.print("null");
        } else {
            string(text);
        }
        return this;
    }

    /** A whole number. */
    public JsonWriter value(long number) {
        separate();
        out.print(number);
        return this;
    }

    /** A broken number; JSON has no {@code NaN} and no infinity: {@code null}. */
    public JsonWriter value(double number) {
        separate();
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.print("null");
        } else {
            out.print(number);
        }
        return this;
    }

    /** {@code true} or {@code false}. */
    public JsonWriter value(boolean b) {
        separate();
        out.print(b ? "true" : "false");
        return this;
    }

    /** {@code null}. */
    public JsonWriter nullValue() {
        separate();
        out.print("null");
        return this;
    }

    /** A time stamp, from nanoseconds since the epoch. */
    public JsonWriter time(long epochNanos) {
        separate();
        out.print('"');
        Rfc3339.print(out, epochNanos);
        out.print('"');
        return this;
    }

    /** An address. */
    public JsonWriter value(IpAddress address) {
        separate();
        if (address.zone().isEmpty()) {
            out.print('"');
            address.printTo(out);
            out.print('"');
        } else {
            string(address.toString());
        }
        return this;
    }

    /** A record as an object of its present fields. */
    public <R> JsonWriter record(RecordType<R> type, R r) {
        object();
        fields(type, r);
        return endObject();
    }

    /** The present fields of a record as members of the object that is open. */
    public <R> JsonWriter fields(RecordType<R> type, R r) {
        List<Field<R>> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            field(fields.get(i), r);
        }
        if (type.isOpen() && r instanceof Row row) {
            for (Map.Entry<String, Object> e : row.extra().entrySet()) {
                name(e.getKey());
                any(e.getValue());
            }
        }
        return this;
    }

    private <R> void field(Field<R> f, R r) {
        switch (f.type()) {
            case INTEGER -> {
                if (!f.isAbsent(r)) {
                    key(f.jsonKey());
                    number(f.longValue(r), f.spec());
                }
            }
            case DECIMAL -> {
                double d = f.isAbsent(r) ? Double.NaN : f.doubleValue(r);
                if (!Double.isNaN(d)) {
                    key(f.jsonKey());
                    value(f.unit().toJson(d));
                }
            }
            case BOOLEAN -> {
                if (!f.isAbsent(r)) {
                    key(f.jsonKey());
                    value(f.booleanValue(r));
                }
            }
            case TIME -> {
                if (!f.isAbsent(r)) {
                    key(f.jsonKey());
                    time(f.longValue(r));
                }
            }
            default -> {
                Object v = f.value(r);
                if (v != null) {
                    key(f.jsonKey());
                    object(f, v);
                }
            }
        }
    }

    private void number(long v, FieldSpec spec) {
        separate();
        int decimals = spec.unit().jsonDecimals();
        if (decimals > 0) {
            out.printTrimmed(v, decimals);
        } else if (spec.unsigned()) {
            out.printUnsigned(v);
        } else {
            out.print(v);
        }
    }

    private void object(Field<?> f, Object v) {
        switch (f.type()) {
            case TEXT -> value((String) v);
            case ADDRESS -> value((IpAddress) v);
            case RECORD -> nested(f.nested(), v);
            case LIST -> {
                array();
                for (Object element : (List<?>) v) {
                    element(f, element);
                }
                endArray();
            }
            default -> any(v);
        }
    }

    private void element(Field<?> f, Object v) {
        if (v == null) {
            nullValue();
            return;
        }
        switch (f.elementType()) {
            case RECORD -> nested(f.nested(), v);
            case INTEGER -> number((Long) v, f.spec());
            case DECIMAL -> value(f.unit().toJson((Double) v));
            case TIME -> time((Long) v);
            default -> any(v);
        }
    }

    @SuppressWarnings("unchecked")
    private <N> void nested(RecordType<N> type, Object v) {
        // The field's accessor and its nested type were declared together with one type parameter.
        record(type, (N) v);
    }

    /** A value of any of the classes that {@link Field#value} and {@link JsonReader} give. */
    public JsonWriter any(Object v) {
        if (v == null) {
            return nullValue();
        } else if (v instanceof String s) {
            return value(s);
        } else if (v instanceof Boolean b) {
            return value(b.booleanValue());
        } else if (v instanceof Double || v instanceof Float) {
            return value(((Number) v).doubleValue());
        } else if (v instanceof Number n) {
            return value(n.longValue());
        } else if (v instanceof IpAddress a) {
            return value(a);
        } else if (v instanceof List<?> list) {
            array();
            for (Object element : list) {
                any(element);
            }
            return endArray();
        } else if (v instanceof Map<?, ?> map) {
            object();
            for (Map.Entry<?, ?> e : map.entrySet()) {
                name(String.valueOf(e.getKey()));
                any(e.getValue());
            }
            return endObject();
        }
        return value(v.toString());
    }

    private void string(String s) {
        out.print('"');
        int n = s.length();
        int i = out.printUpToEscape(s, 0);
        while (i < n) {
            escape(s.charAt(i));
            i = out.printUpToEscape(s, i + 1);
        }
        out.print('"');
    }

    private void escape(char c) {
        out.print('\\');
        switch (c) {
            case '"', '\\' -> out.print(c);
            case '\n' -> out.print('n');
            case '\t' -> out.print('t');
            case '\r' -> out.print('r');
            case '\b' -> out.print('b');
            case '\f' -> out.print('f');
            default -> {
                out.print("u00");
                out.write(HEX[c >> 4]);
                out.write(HEX[c & 15]);
            }
        }
    }
}

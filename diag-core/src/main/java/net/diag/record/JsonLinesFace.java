package net.diag.record;

/**
 * JSON Lines: one object a line, {@code "type"} first, {@code "schema"} in the first line of each
 * schema. Absent fields are left out. Flushed per record when asked (a terminal, a pipe that someone
 * watches). A record of a type without a name has no {@code "type"}.
 */
public final class JsonLinesFace implements RecordSink {
    private final TextOut out;
    private final JsonWriter json;
    private final boolean flushEach;
    private RecordType<?> lastType;
    private String kind;
    private String schema = "";

    /** A face to {@code out}; with {@code flushEach} every record is visible at once. */
    public JsonLinesFace(TextOut out, boolean flushEach) {
        this.out = out;
        this.json = new JsonWriter(out);
        this.flushEach = flushEach;
    }

    @Override
    public <R> void accept(RecordType<R> type, R record) {
        boolean first = false;
        if (type != lastType) {
            lastType = type;
            kind = type.kind();
            String s = type.schema();
            first = !s.isEmpty() && !s.equals(schema);
            schema = s;
        }
        json.object();
        if (!kind.isEmpty()) {
            json.name("type").value(kind);
        }
        if (first) {
            json.name("schema").value(schema);
        }
        json.fields(type, record).endObject();
        json.endLine();
        if (flushEach) {
            out.flush();
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void finish() {
        out.flush();
    }
}

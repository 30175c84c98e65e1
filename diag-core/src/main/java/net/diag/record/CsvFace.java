package net.diag.record;

import java.util.List;

/**
 * Comma-separated values after RFC 4180, with {@code \n} as line end: a head of JSON names, then one
 * line per record. Numbers are as in JSON, an absent field is empty, a list is written as JSON.
 * Nested records are spread out. Records of another type begin with an empty line and their own head.
 */
public final class CsvFace implements RecordSink {
    private final TextOut out;
    private final boolean visible;
    private final TextBuffer cell = new TextBuffer();
    private RecordType<?> type;
    private List<? extends Field<?>> fields = List.of();

    /** A face to {@code out}; {@code visible} makes control characters visible, for a terminal. */
    public CsvFace(TextOut out, boolean visible) {
        this.out = out;
        this.visible = visible;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> void accept(RecordType<R> recordType, R record) {
        if (recordType != type) {
            head(recordType);
        }
        // head() took them from this very type.
        List<Field<R>> own = (List<Field<R>>) fields;
        for (int i = 0; i < own.size(); i++) {
            if (i > 0) {
                out.print(',');
            }
            value(own.get(i), record);
        }
        out.println();
    }

    private void head(RecordType<?> recordType) {
        if (type != null) {
            out.println();
        }
        type = recordType;
        fields = recordType.flatFields();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.print(',');
            }
            text(fields.get(i).jsonName());
        }
        out.println();
    }

    private <R> void value(Field<R> f, R r) {
        if (f.isAbsent(r)) {
            return;
        }
        switch (f.type()) {
            case INTEGER -> {
                int decimals = f.unit().jsonDecimals();
                if (f.spec().unsigned()) {
                    out.printUnsigned(f.longValue(r));
                } else {
                    out.printTrimmed(f.longValue(r), decimals);
                }
            }
            case DECIMAL -> out.print(f.unit().toJson(f.doubleValue(r)));
            case BOOLEAN -> out.print(f.booleanValue(r) ? "true" : "false");
            case TIME -> Rfc3339.print(out, f.longValue(r));
            case LIST, ANY -> {
                Object v = f.value(r);
                if (v instanceof List<?> || v instanceof java.util.Map<?, ?>) {
                    cell.clear();
                    new JsonWriter(cell).any(v);
                    text(cell.toString());
                } else {
                    text(v.toString());
                }
            }
            default -> text(f.value(r).toString());
        }
    }

    private void text(String raw) {
        String s = visible ? Escape.text(raw) : raw;
        boolean quote = false;
        for (int i = 0; i < s.length() && !quote; i++) {
            char c = s.charAt(i);
            quote = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (!quote) {
            out.print(s);
            return;
        }
        out.print('"');
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) == '"') {
                out.print('"');
            }
            int end = s.offsetByCodePoints(i, 1);
            out.print(s, i, end);
            i = end - 1;
        }
        out.print('"');
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

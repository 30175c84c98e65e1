package net.diag.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenMetrics text (the 1.0 exposition format): every field declared as a counter or gauge becomes a
 * family, in base units; the record's labels tell the samples apart. Written as a whole by
 * {@link #finish}, since a family's samples stand together; the last of two samples with equal labels
 * wins.
 */
public final class OpenMetricsFace implements RecordSink {
    private static final class Family {
        private final Field<?> field;
        private final Map<String, String> samples = new LinkedHashMap<>();

        Family(Field<?> field) {
            this.field = field;
        }
    }

    private final TextOut out;
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final TextBuffer text = new TextBuffer();

    /** A face to {@code out}. */
    public OpenMetricsFace(TextOut out) {
        this.out = out;
    }

    @Override
    public <R> void accept(RecordType<R> type, R record) {
        List<Field<R>> metrics = new ArrayList<>();
        text.clear();
        char separator = '{';
        for (Field<R> f : type.flatFields()) {
            Metric m = f.spec().metric();
            if (m == null || f.isAbsent(record)) {
                continue;
            }
            if (m.kind() == Metric.Kind.LABEL) {
                text.print(separator).print(m.name()).print("=\"");
                escape(String.valueOf(f.value(record)), true);
                text.print('"');
                separator = ',';
            } else {
                metrics.add(f);
            }
        }
        if (separator == ',') {
            text.print('}');
        }
        String labels = text.toString();
        for (Field<R> f : metrics) {
            String name = f.spec().metric().name();
            families.computeIfAbsent(name, n -> new Family(f)).samples.put(labels, value(f, record));
        }
    }

    private <R> String value(Field<R> f, R r) {
        text.clear();
        if (f.type() == FieldType.INTEGER && f.unit() == Unit.NANOSECONDS) {
            text.printTrimmed(f.longValue(r), 9);
        } else if (f.type() == FieldType.INTEGER && f.unit() != Unit.PERCENT) {
            if (f.spec().unsigned()) {
                text.printUnsigned(f.longValue(r));
            } else {
                text.print(f.longValue(r));
            }
        } else if (f.type() == FieldType.BOOLEAN) {
            text.print(f.booleanValue(r) ? '1' : '0');
        } else if (f.type() == FieldType.TIME) {
            text.printTrimmed(f.longValue(r), 9);
        } else {
            double d = f.unit().toBase(f.doubleValue(r));
            if (Double.isInfinite(d)) {
                text.print(d > 0 ? "+Inf" : "-Inf");
            } else {
                text.print(d);
            }
        }
        return text.toString();
    }

    /** Backslash, quote and newline are escaped as the format says; other controls made visible. */
    private void escape(String s, boolean quoted) {
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '\\' || (quoted && c == '"')) {
                text.print('\\').print(c);
            } else if (c == '\n') {
                text.print("\\n");
            } else if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
                text.print("\\\\x").printHex(c, 2);
            } else {
                int end = s.offsetByCodePoints(i, 1);
                text.print(s, i, end);
                i = end - 1;
            }
        }
    }

    @Override
    public void finish() {
        for (Map.Entry<String, Family> e : families.entrySet()) {
            String name = e.getKey();
            Field<?> f = e.getValue().field;
            boolean counter = f.spec().metric().kind() == Metric.Kind.COUNTER;
            out.print("# TYPE ").print(name).println(counter ? " counter" : " gauge");
            String unit = f.unit().metricUnit();
            if (!unit.isEmpty() && name.endsWith("_" + unit)) {
                out.print("# UNIT ").print(name).print(' ').println(unit);
            }
            text.clear();
            escape(f.meaning(), false);
            out.print("# HELP ").print(name).print(' ').println(text.toString());
            for (Map.Entry<String, String> s : e.getValue().samples.entrySet()) {
                out.print(name)
                        .print(counter ? "_total" : "")
                        .print(s.getKey())
                        .print(' ')
                        .println(s.getValue());
            }
        }
        out.println("# EOF");
        out.flush();
        families.clear();
    }
}

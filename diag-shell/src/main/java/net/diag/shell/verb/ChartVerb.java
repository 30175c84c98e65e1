package net.diag.shell.verb;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.Escape;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Unit;
import net.diag.shell.chart.BarChart;
import net.diag.shell.chart.Histogram;
import net.diag.shell.chart.LineChart;
import net.diag.shell.data.FieldReader;
import net.diag.shell.lang.Word;

/**
 * {@code chart [bars|line|histogram] [FIELD] [by LABEL]}: the stream as a drawing. Without a field,
 * the last number of the record; bars where there is a label, else a line.
 */
final class ChartVerb implements Verb {
    private static final int WIDTH_OF_A_PIPE = 80;
    private static final int HEIGHT = 10;
    private static final int MOST_VALUES = 10_000_000;

    @Override
    public String name() {
        return "chart";
    }

    @Override
    public String synopsis() {
        return "[bars|line|histogram] [FIELD] [by LABEL]";
    }

    @Override
    public String summary() {
        return "draw a field as bars, as a line or as a histogram";
    }

    @Override
    public Arguments arguments() {
        return Arguments.CHART;
    }

    @Override
    public List<RecordType<?>> types(VerbCall call, List<RecordType<?>> in) {
        return List.of();
    }

    @Override
    public RecordSink open(VerbCall call, RecordSink next) throws VerbException {
        List<Word> words = new ArrayList<>(call.fieldWords());
        String kind = "";
        if (!words.isEmpty() && isKind(words.get(0).text())) {
            kind = words.remove(0).text();
        }
        FieldReader value = null;
        FieldReader label = null;
        if (!words.isEmpty() && !words.get(0).text().equals("by")) {
            Word w = words.remove(0);
            value = call.reader(w, w.text());
        }
        if (!words.isEmpty()) {
            Word by = words.get(0);
            if (!by.text().equals("by") || words.size() != 2) {
                throw new VerbException("chart takes " + synopsis(), by.start());
            }
            label = call.reader(words.get(1), words.get(1).text());
        }
        return new Drawing(call, kind, value, label, next);
    }

    private static boolean isKind(String word) {
        return word.equals("bars") || word.equals("line") || word.equals("histogram");
    }

    private static final class Drawing extends PassingSink {
        private final VerbCall call;
        private final String kind;
        private FieldReader value;
        private FieldReader label;
        private final List<String> labels = new ArrayList<>();
        private double[] values = new double[64];
        private int count;
        private Unit unit = Unit.NONE;
        private boolean chosen;

        Drawing(VerbCall call, String kind, FieldReader value, FieldReader label, RecordSink next) {
            super(next);
            this.call = call;
            this.kind = kind;
            this.value = value;
            this.label = label;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            choose(type);
            Field<R> field = value == null ? null : value.in(type);
            if (field == null || count >= MOST_VALUES) {
                return;
            }
            if (count == values.length) {
                values = java.util.Arrays.copyOf(values, count * 2);
            }
            unit = field.unit();
            values[count++] = unit.toJson(value.number(type, record));
            Object l = label == null ? null : label.value(type, record);
            labels.add(l == null ? "" : Escape.text(l.toString()));
        }

        /** Settle on fields at the first record: the last number, and the first field that is none. */
        private <R> void choose(RecordType<R> type) {
            if (chosen) {
                return;
            }
            chosen = true;
            boolean anyLabel = label == null && !kind.equals("line") && !kind.equals("histogram");
            for (Field<R> f : type.fields()) {
                boolean number = f.type() == FieldType.INTEGER || f.type() == FieldType.DECIMAL;
                if (number && value == null) {
                    value = new FieldReader(f.name());
                } else if (!number && anyLabel && label == null && f.type() != FieldType.TIME) {
                    label = new FieldReader(f.name());
                }
            }
            for (Field<R> f : type.fields()) {
                boolean number = f.type() == FieldType.INTEGER || f.type() == FieldType.DECIMAL;
                if (number && value != null && call.arguments().isEmpty()) {
                    value = new FieldReader(f.name());
                }
            }
        }

        @Override
        public void finish() {
            int width = call.columns() > 0 ? call.columns() : WIDTH_OF_A_PIPE;
            double[] all = java.util.Arrays.copyOf(values, count);
            List<String> lines;
            if (count == 0) {
                lines = List.of("(nothing to draw)");
            } else if (kind.equals("histogram")) {
                lines = Histogram.draw(all, width);
            } else if (kind.equals("line") || kind.isEmpty() && label == null) {
                lines = LineChart.draw(all, width, HEIGHT);
            } else {
                lines = BarChart.draw(labels, all, width);
            }
            if (value != null && count > 0) {
                String symbol = unit.symbol();
                call.out().println(value.name() + (symbol.isEmpty() ? "" : " (" + symbol + ")"));
            }
            for (String line : lines) {
                call.out().println(line);
            }
            call.out().flush();
            next.finish();
        }
    }
}

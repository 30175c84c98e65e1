package net.diag.record;

import java.util.List;

/** The text of a field's value in a table: for people, and safe for a terminal. */
final class CellText {
    static final String ABSENT = "-";
    private static final int BROKEN_DECIMALS = 3;

    private final TextBuffer buffer = new TextBuffer();

    /** Whether the column is right-aligned. */
    static boolean isNumber(Field<?> f) {
        return f.type() == FieldType.INTEGER || f.type() == FieldType.DECIMAL;
    }

    /** The column's head: the name, and the unit in parentheses. */
    static String head(Field<?> f) {
        String symbol = f.unit().symbol();
        return symbol.isEmpty() ? f.name() : f.name() + '(' + symbol + ')';
    }

    <R> String of(Field<R> f, R r) {
        if (f.isAbsent(r)) {
            return ABSENT;
        }
        switch (f.type()) {
            case INTEGER -> {
                return number(f.longValue(r), f.spec());
            }
            case DECIMAL -> {
                return broken(f.unit().toJson(f.doubleValue(r)));
            }
            case BOOLEAN -> {
                return f.booleanValue(r) ? "true" : "false";
            }
            case TIME -> {
                return Rfc3339.format(f.longValue(r));
            }
            default -> {
                return any(f.value(r), f);
            }
        }
    }

    private String number(long v, FieldSpec spec) {
        buffer.clear();
        if (spec.unit() == Unit.NANOSECONDS) {
            // Microseconds, half up: enough for a table, and every row has the point in one column.
            long micros = Math.floorDiv(v, 1000) + (Math.floorMod(v, 1000) >= 500 ? 1 : 0);
            buffer.printFixed(micros, 3);
        } else if (spec.unsigned()) {
            buffer.printUnsigned(v);
        } else {
            buffer.print(v);
        }
        return buffer.toString();
    }

    private String broken(double v) {
        buffer.clear();
        double scaled = v * 1000;
        if (Math.abs(scaled) < 9e15) {
            buffer.printFixed(Math.round(scaled), BROKEN_DECIMALS);
        } else {
            buffer.print(v);
        }
        return buffer.toString();
    }

    private String any(Object v, Field<?> f) {
        if (v instanceof String s) {
            return s.isEmpty() ? "\"\"" : Escape.text(s);
        } else if (v instanceof List<?> list) {
            return list(list, f);
        } else if (f.type() == FieldType.RECORD) {
            return "{\u2026}";
        }
        return Escape.text(v.toString());
    }

    private String list(List<?> list, Field<?> f) {
        if (list.isEmpty()) {
            return ABSENT;
        }
        if (f.elementType() == FieldType.RECORD) {
            return "[" + list.size() + ']';
        }
        StringBuilder b = new StringBuilder();
        for (Object e : list) {
            if (b.length() > 0) {
                b.append(',');
            }
            if (e instanceof Long n) {
                b.append(f.elementType() == FieldType.TIME ? Rfc3339.format(n) : number(n, f.spec()));
            } else if (e instanceof Double d) {
                b.append(broken(f.unit().toJson(d)));
            } else {
                b.append(e == null ? ABSENT : any(e, f));
            }
        }
        return b.toString();
    }
}

package net.diag.record.expr;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.Field;
import net.diag.record.NearestName;
import net.diag.record.RecordType;
import net.diag.record.Unit;

/** The words of the compiler's complaints about one source. */
final class Mistakes {
    private final String source;

    Mistakes(String source) {
        this.source = source;
    }

    ExpressionException at(Token t, String message) {
        return new ExpressionException(message, source, t.start(), t.end(), List.of());
    }

    ExpressionException at(Operand<?> o, String message) {
        return new ExpressionException(message, source, o.start(), o.end(), List.of());
    }

    ExpressionException between(Token first, Token last, String message) {
        return new ExpressionException(message, source, first.start(), last.end(), List.of());
    }

    ExpressionException noField(Operand<?> o) {
        return at(o, "one side of a comparison must name a field");
    }

    ExpressionException unknownField(Token t, RecordType<?> type) {
        List<String> names = new ArrayList<>();
        RecordType<?> inner = type;
        String prefix = "";
        String rest = t.text();
        // For ip.dts the fields of ip are of interest.
        for (int dot; (dot = rest.indexOf('.')) > 0; rest = rest.substring(dot + 1)) {
            Field<?> parent = inner.field(rest.substring(0, dot));
            if (parent == null || parent.nested() == null) {
                break;
            }
            prefix = prefix + parent.name() + '.';
            inner = parent.nested();
        }
        for (Field<?> f : inner.fields()) {
            names.add(prefix + f.name());
        }
        String near = NearestName.of(t.text(), names);
        String message = "unknown field '" + t.text() + "'" + (near == null ? "" : "; did you mean '" + near + "'?");
        String known =
                (inner.kind().isEmpty() ? "fields" : "fields of " + inner.kind()) + ": " + String.join(", ", names);
        return new ExpressionException(message, source, t.start(), t.end(), List.of(known));
    }

    /** What the field's values are, for people. */
    static String phrase(Field<?> f) {
        return switch (f.type()) {
            case INTEGER, DECIMAL -> phrase(f.unit());
            case BOOLEAN -> "true or false";
            case TEXT -> "text";
            case ADDRESS -> "an address";
            case PREFIX -> "a prefix";
            case TIME -> "a time";
            case RECORD -> "a record of several fields";
            case LIST -> "a list";
            case ANY -> "of no known type";
        };
    }

    private static String phrase(Unit u) {
        return switch (u) {
            case NANOSECONDS, SECONDS -> "a duration";
            case BYTES -> "an amount of data";
            case BYTES_PER_SECOND, BITS_PER_SECOND -> "a data rate";
            case PERCENT -> "a percentage";
            default -> "a number";
        };
    }
}

package net.diag.record;

import java.util.ArrayList;
import java.util.List;

/** A list of fields as {@code --columns} and {@code --sort} take it: {@code from,-rtt}. */
public final class FieldList {
    private FieldList() {}

    /** The parts of {@code text} between commas, without blanks around them; empty ones left out. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            String part = text.substring(from, to).trim();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            from = to + 1;
        }
        return parts;
    }

    /** The name in a part, without the sign of its direction. */
    public static String name(String part) {
        return part.startsWith("-") || part.startsWith("+") ? part.substring(1) : part;
    }

    /**
     * What is wrong with the list for streams of these types, or null: a field that none of them has,
     * with the nearest name and those that there are.
     */
    public static String mistake(String text, List<? extends RecordType<?>> types) {
        List<String> parts = split(text);
        if (parts.isEmpty()) {
            return "no field is named";
        }
        for (String part : parts) {
            String name = name(part);
            boolean known = false;
            List<String> names = new ArrayList<>();
            for (RecordType<?> t : types) {
                known |= t.field(name) != null;
                for (Field<?> f : t.flatFields()) {
                    if (!names.contains(f.name())) {
                        names.add(f.name());
                    }
                }
            }
            if (!known) {
                String near = NearestName.of(name, names);
                String question = near == null ? "" : "; did you mean '" + near + "'?";
                return "unknown field '" + Escape.text(name) + "'" + question + "\nfields: " + String.join(", ", names);
            }
        }
        return null;
    }
}

package net.diag.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The type of a record: its name and its fields in order, declared once.
 *
 * <p>Names are {@code diag/TOOL/KIND/VERSION}, for example {@code diag/ping/reply/1}. Within a
 * version fields may be added, never changed. Declare the type in a holder class of its own, so that
 * a text-only run never loads it:
 *
 * <pre>{@code
 * public record Reply(long timeNanos, IpAddress from, int icmpSeq, int ttl, long rttNanos) {
 *     public static final class Type {
 *         public static final RecordType<Reply> REPLY = RecordType.<Reply>of("diag/ping/reply/1", "an echo reply")
 *                 .time("time", Reply::timeNanos, "when the kernel received it")
 *                 .address("from", Reply::from, "who answered")
 *                 .integer("icmpSeq", Reply::icmpSeq, "ICMP sequence number, from 1")
 *                 .integer("ttl", Reply::ttl, "time to live on arrival").absentIs(-1)
 *                 .duration("rtt", Reply::rttNanos, "round-trip time, by the kernel's stamps")
 *                 .build();
 *     }
 * }
 * }</pre>
 *
 * @param <R> the Java record
 */
public final class RecordType<R> {
    private final String name;
    private final String meaning;
    private final List<Field<R>> fields;
    private final List<String> tableColumns;
    private final boolean open;
    private final Map<String, Field<R>> byName = new HashMap<>();

    RecordType(String name, String meaning, List<Field<R>> fields, List<String> tableColumns, boolean open) {
        this.name = name;
        this.meaning = meaning;
        this.fields = List.copyOf(fields);
        this.tableColumns = List.copyOf(tableColumns);
        this.open = open;
        for (Field<R> f : this.fields) {
            if (byName.put(f.name(), f) != null) {
                throw new IllegalArgumentException(name + " declares " + f.name() + " twice");
            }
        }
        for (Field<R> f : this.fields) {
            byName.putIfAbsent(f.jsonName(), f);
        }
    }

    /** Begin the declaration of a type. */
    public static <R> RecordTypeBuilder<R> of(String name, String meaning) {
        return new RecordTypeBuilder<>(name, meaning);
    }

    /** The full name, {@code diag/ping/reply/1}. */
    public String name() {
        return name;
    }

    /** What the record is: a phrase for people. */
    public String meaning() {
        return meaning;
    }

    /** The third part of the name, JSON's {@code "type"}: {@code reply}. */
    public String kind() {
        String[] parts = name.split("/");
        return parts.length == 4 ? parts[2] : name;
    }

    /**
     * The name without the kind, JSON's {@code "schema"}: {@code diag/ping/1}. Empty for a type that was
     * made from foreign JSON or by a pipeline.
     */
    public String schema() {
        String[] parts = name.split("/");
        return parts.length == 4 ? parts[0] + '/' + parts[1] + '/' + parts[3] : "";
    }

    /** The fields in order. */
    public List<Field<R>> fields() {
        return fields;
    }

    /**
     * The fields that a table shows when nobody chose others: those declared so, else every field with
     * one value, nested records spread out.
     */
    public List<Field<R>> tableColumns() {
        List<Field<R>> columns = new ArrayList<>();
        for (String path : tableColumns) {
            columns.add(requireField(path));
        }
        return columns.isEmpty() ? flatFields() : columns;
    }

    /** Every field with one value or a list of plain values, nested records spread out ({@code ip.dst}). */
    public List<Field<R>> flatFields() {
        List<Field<R>> flat = new ArrayList<>();
        for (Field<R> f : fields) {
            if (f.type() == FieldType.RECORD) {
                for (Field<?> child : f.nested().flatFields()) {
                    flat.add(new NestedField<>(f, child));
                }
            } else if (f.type() != FieldType.LIST || f.elementType() != FieldType.RECORD) {
                flat.add(f);
            }
        }
        return flat;
    }

    private Field<R> requireField(String path) {
        Field<R> f = field(path);
        if (f == null) {
            throw new IllegalArgumentException(name + " has no field " + path);
        }
        return f;
    }

    /** Whether records may carry fields that are not declared (rows read from foreign JSON). */
    public boolean isOpen() {
        return open;
    }

    /**
     * The field of this name or JSON name, or null. {@code a.b} reaches into a nested record, and into
     * each record of a list.
     */
    public Field<R> field(String path) {
        Field<R> direct = byName.get(path);
        if (direct != null) {
            return direct;
        }
        int dot = path.indexOf('.');
        if (dot > 0) {
            Field<R> parent = byName.get(path.substring(0, dot));
            if (parent != null && parent.nested() != null) {
                Field<?> child = parent.nested().field(path.substring(dot + 1));
                return child == null ? null : new NestedField<>(parent, child);
            }
            if (parent != null && parent.type() == FieldType.ANY) {
                return Row.inside(parent, path.substring(dot + 1));
            }
        }
        return open ? Row.undeclared(path) : null;
    }

    @Override
    public String toString() {
        return name;
    }
}

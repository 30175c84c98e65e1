package net.diag.shell.exec;

import java.util.List;
import net.diag.record.Field;
import net.diag.record.FieldType;
import net.diag.record.IpAddress;
import net.diag.record.RecordType;

/** The address that a record is about, for tools that take hosts from a pipe. */
final class AddressOf {
    /** What a record's far end is called, the likeliest first. */
    private static final List<String> NAMES = List.of(
            "peer",
            "peerAddress",
            "remoteAddress",
            "foreignAddress",
            "address",
            "from",
            "host",
            "target",
            "destination",
            "dst",
            "ip.dst",
            "gateway",
            "via",
            "name");

    private AddressOf() {}

    /** The address or host name, or null when the record has none. */
    static <R> String record(RecordType<R> type, R record) {
        for (String name : NAMES) {
            String found = text(type.field(name), record);
            if (found != null) {
                return found;
            }
        }
        for (Field<R> f : type.fields()) {
            if (f.type() == FieldType.ADDRESS && text(f, record) != null) {
                return text(f, record);
            }
        }
        return type.fields().size() == 1 ? text(type.fields().get(0), record) : null;
    }

    private static <R> String text(Field<R> f, R record) {
        if (f == null || f.isAbsent(record)) {
            return null;
        }
        Object v = f.value(record);
        if (v instanceof IpAddress a) {
            return a.toString();
        }
        return v instanceof String s && !s.isBlank() && !s.startsWith("-") ? withoutPort(s) : null;
    }

    private static String withoutPort(String s) {
        if (s.startsWith("[") && s.indexOf(']') > 0) {
            return s.substring(1, s.indexOf(']'));
        }
        int colon = s.indexOf(':');
        return colon > 0 && colon == s.lastIndexOf(':') ? s.substring(0, colon) : s;
    }
}

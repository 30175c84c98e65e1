package net.diag.shell.exec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.cli.Cancellation;
import net.diag.record.JsonRows;
import net.diag.record.RecordSink;

/** Reads comma-separated values (RFC 4180) with a head line as records. */
final class CsvSource {
    private static final int LONGEST_CELL = 1 << 20;

    private CsvSource() {}

    /** Read to the end, or until cancelled. */
    static void read(InputStream in, RecordSink sink, Cancellation cancellation) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        JsonRows rows = new JsonRows(List.of());
        List<String> head = line(reader);
        while (head != null && !cancellation.isCancelled()) {
            List<String> cells = line(reader);
            if (cells == null) {
                return;
            }
            if (cells.size() == 1 && cells.get(0).isEmpty()) {
                head = line(reader); // an empty line: records of another type follow, with their own head
                continue;
            }
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < head.size(); i++) {
                object.put(head.get(i), i < cells.size() ? typed(cells.get(i)) : null);
            }
            rows.accept(object, sink);
        }
    }

    private static Object typed(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        char c = cell.charAt(0);
        if (c == '-' || c >= '0' && c <= '9') {
            try {
                return Long.valueOf(cell);
            } catch (NumberFormatException notWhole) {
                try {
                    return Double.valueOf(cell);
                } catch (NumberFormatException noNumber) {
                    return cell;
                }
            }
        }
        return cell.equals("true") ? Boolean.TRUE : cell.equals("false") ? Boolean.FALSE : cell;
    }

    private static List<String> line(Reader in) throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        int c;
        while ((c = in.read()) >= 0) {
            any = true;
            if (quoted) {
                if (c == '"') {
                    in.mark(1);
                    if (in.read() != '"') {
                        in.reset();
                        quoted = false;
                        continue;
                    }
                }
                append(cell, c);
            } else if (c == '"' && cell.length() == 0) {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                append(cell, c);
            }
        }
        if (!any) {
            return null;
        }
        cells.add(cell.toString());
        return cells;
    }

    private static void append(StringBuilder cell, int c) throws IOException {
        if (cell.length() >= LONGEST_CELL) {
            throw new IOException("a cell of more than " + LONGEST_CELL + " characters");
        }
        cell.append((char) c);
    }
}

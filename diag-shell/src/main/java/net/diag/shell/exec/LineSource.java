package net.diag.shell.exec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.diag.cli.Cancellation;
import net.diag.record.FieldSpec;
import net.diag.record.FieldType;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.Row;
import net.diag.record.Unit;

/** Reads lines of text as records with one field, {@code line}. */
final class LineSource {
    private static final RecordType<Row> TYPE = Row.type(
            "diag/shell/line/1",
            "a line of text",
            List.of(FieldSpec.of("line", FieldType.TEXT, Unit.NONE, "the line without its end")));

    private LineSource() {}

    static void read(InputStream in, RecordSink sink, Cancellation cancellation) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String s = lines.readLine(); s != null && !cancellation.isCancelled(); s = lines.readLine()) {
            sink.accept(TYPE, new Row(s));
        }
    }
}

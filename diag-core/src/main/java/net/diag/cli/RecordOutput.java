package net.diag.cli;

import java.util.List;
import net.diag.record.CsvFace;
import net.diag.record.Field;
import net.diag.record.FieldList;
import net.diag.record.JsonLinesFace;
import net.diag.record.JsonSchema;
import net.diag.record.OpenMetricsFace;
import net.diag.record.ProjectionSink;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.record.SortSink;
import net.diag.record.TableFace;
import net.diag.record.Unit;
import net.diag.record.expr.ExpressionException;
import net.diag.record.expr.WhereSink;

/**
 * The options of {@link CommonOptions#records}, and the chain of sinks that they ask for:
 *
 * <pre>{@code
 * RecordOutput output = new RecordOutput();
 * while (p.next()) {
 *     if (output.take(p)) {
 *         continue;
 *     }
 *     switch (p.key()) { … }
 * }
 * if (output.describe(ctx, "diag-ping", this)) {
 *     return 0;                                  // --schema, --fields
 * }
 * if (!output.isText(ctx)) {
 *     RecordSink sink = output.open(ctx, recordTypes(), null);
 *     … sink.accept(Reply.Type.REPLY, reply); …
 *     sink.finish();
 * }
 * }</pre>
 *
 * <p>With {@code --where} or {@code --sort} a tool may hand its text face, as a sink, to {@link #open},
 * to have it filtered and sorted too. {@code --columns} alone asks for the table.
 */
public final class RecordOutput {
    /** How records are shown. */
    public enum Format {
        /** By the tool's own text face. */
        TEXT,
        /** As JSON Lines. */
        JSON,
        /** As comma-separated values. */
        CSV,
        /** As a table. */
        TABLE,
        /** As OpenMetrics text. */
        OPEN_METRICS
    }

    private Format format = Format.TEXT;
    private String where;
    private String columns;
    private String sort;
    private boolean fields;
    private boolean schema;
    private boolean live;

    /** Take the option at the cursor if it is one of these. */
    public boolean take(ArgParser p) {
        switch (p.key()) {
            case CommonOptions.JSON -> format = Format.JSON;
            case CommonOptions.CSV -> format = Format.CSV;
            case CommonOptions.TABLE -> format = Format.TABLE;
            case CommonOptions.PROMETHEUS -> format = Format.OPEN_METRICS;
            case CommonOptions.WHERE -> where = where == null ? p.value() : '(' + where + ") and (" + p.value() + ')';
            case CommonOptions.COLUMNS -> columns = p.value();
            case CommonOptions.SORT -> sort = p.value();
            case CommonOptions.FIELDS -> fields = true;
            case CommonOptions.SCHEMA -> schema = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Records come slowly: show each at once, also in a pipe. */
    public RecordOutput live() {
        live = true;
        return this;
    }

    /** The format in force; {@code --columns} alone asks for the table. */
    public Format format() {
        return format == Format.TEXT && columns != null ? Format.TABLE : format;
    }

    /** The expression of {@code --where}, or null. */
    public String where() {
        return where;
    }

    /** The fields of {@code --columns}, or null. */
    public String columns() {
        return columns;
    }

    /** The fields of {@code --sort}, or null. */
    public String sort() {
        return sort;
    }

    /** Whether the tool's own text face is wanted, with neither records nor a filter or order on it. */
    public boolean isText(ToolContext context) {
        return isTextFace(context) && where == null && sort == null;
    }

    /** Whether the tool's own text face is wanted, perhaps behind a filter. */
    public boolean isTextFace(ToolContext context) {
        return format() == Format.TEXT && !context.wantsRecords();
    }

    /**
     * Print what {@code --fields} or {@code --schema} asks for; false if neither was given. Only then the tool is
     * asked for its record types: declaring them costs 8 ms at start on JDK 17.
     */
    public boolean describe(ToolContext context, String title, Tool tool) {
        return (schema || fields) && describe(context, title, tool.recordTypes());
    }

    /** Print what {@code --fields} or {@code --schema} asks for; false if neither was given. */
    public boolean describe(ToolContext context, String title, List<RecordType<?>> types) {
        if (schema) {
            JsonSchema.print(context.out(), title, types);
            return true;
        }
        if (fields) {
            for (RecordType<?> t : types) {
                describe(context.out(), t);
            }
            return true;
        }
        return false;
    }

    private static void describe(StdOut out, RecordType<?> t) {
        out.print(t.kind()).print(": ").println(t.meaning());
        int name = 0;
        int json = 0;
        for (Field<?> f : t.flatFields()) {
            name = Math.max(name, f.name().length());
            json = Math.max(json, f.jsonName().length());
        }
        for (Field<?> f : t.flatFields()) {
            out.print("  ").printLeft(f.name(), name + 2).printLeft(f.jsonName(), json + 2);
            out.print(f.meaning());
            String unit = f.unit() == Unit.NONE ? "" : f.unit().symbol();
            out.println(unit.isEmpty() ? "" : " (" + unit + ')');
        }
    }

    /**
     * The sink for the records: filter, order and columns in front of the format's face, of
     * {@code textFace} (may be null if {@link #isTextFace} is false), or of who takes the records.
     *
     * @throws UsageException if an expression or a field is wrong for all of {@code types}
     */
    public RecordSink open(ToolContext context, List<RecordType<?>> types, RecordSink textFace) throws UsageException {
        RecordSink sink = context.wantsRecords() ? context.records() : face(context, textFace);
        if (columns != null) {
            check(context, "--columns", columns, types);
            sink = new ProjectionSink(FieldList.split(columns), sink);
        }
        if (sort != null) {
            check(context, "--sort", sort, types);
            sink = new SortSink(sort, sink);
        }
        return where == null ? sink : filter(context, types, sink);
    }

    /** The filter of {@code --where} in front of {@code next}, or null if there is none. */
    public WhereSink filter(ToolContext context, List<RecordType<?>> types, RecordSink next) throws UsageException {
        if (where == null) {
            return null;
        }
        try {
            return new WhereSink(where, types, next);
        } catch (ExpressionException e) {
            throw new UsageException(context.argv0() + ": --where: " + e.explanation());
        }
    }

    private static void check(ToolContext context, String option, String list, List<RecordType<?>> types)
            throws UsageException {
        String mistake = FieldList.mistake(list, types);
        if (mistake != null) {
            throw new UsageException(context.argv0() + ": " + option + ": " + mistake);
        }
    }

    private RecordSink face(ToolContext context, RecordSink textFace) {
        boolean terminal = context.environment().stdoutTerminal();
        return switch (format()) {
            case TEXT -> textFace;
            case JSON -> new JsonLinesFace(context.out(), live || terminal);
            case CSV -> new CsvFace(context.out(), terminal);
            case TABLE -> new TableFace(context.out(), context.environment().columns());
            case OPEN_METRICS -> new OpenMetricsFace(context.out());
        };
    }
}

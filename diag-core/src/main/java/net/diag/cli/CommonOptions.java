package net.diag.cli;

/**
 * The long options that every tool has in common, with their keys. A tool adds
 * {@link #general} and, if it yields records, {@link #records} to its table.
 */
public final class CommonOptions {
    /** {@code --help}. */
    public static final int HELP = 0x10001;
    /** {@code --version}. */
    public static final int VERSION = 0x10002;
    /** {@code --debug}. */
    public static final int DEBUG = 0x10003;
    /** {@code --color}. */
    public static final int COLOR = 0x10004;
    /** {@code --netns}. */
    public static final int NETNS = 0x10005;
    /** {@code --json}. */
    public static final int JSON = 0x10006;
    /** {@code --csv}. */
    public static final int CSV = 0x10007;
    /** {@code --table}. */
    public static final int TABLE = 0x10008;
    /** {@code --prometheus}. */
    public static final int PROMETHEUS = 0x10009;
    /** {@code --where}. */
    public static final int WHERE = 0x1000a;
    /** {@code --columns}. */
    public static final int COLUMNS = 0x1000b;
    /** {@code --sort}. */
    public static final int SORT = 0x1000c;
    /** {@code --schema}. */
    public static final int SCHEMA = 0x1000d;
    /** {@code --fields}. */
    public static final int FIELDS = 0x1000e;

    private static final String GENERAL_SECTION = "General options";
    private static final String RECORDS_SECTION = "Output options";

    private CommonOptions() {}

    /** {@code --help}, {@code --version}, {@code --debug}, {@code --color}, {@code --netns}. */
    public static OptionSpec[] general() {
        return new OptionSpec[] {
            OptionSpec.required(NETNS, "netns", "NETNS", "work in this network namespace: a name, a PID or a path")
                    .completes(Completion.NETNS)
                    .section(GENERAL_SECTION),
            OptionSpec.optional(COLOR, "color", "WHEN", "use colour: auto, always or never")
                    .values("auto", "always", "never")
                    .byDefault("auto")
                    .section(GENERAL_SECTION),
            OptionSpec.flag(DEBUG, "debug", "show the stack trace of a failure").section(GENERAL_SECTION),
            OptionSpec.flag(HELP, "help", "show this help").section(GENERAL_SECTION),
            OptionSpec.flag(VERSION, "version", "show the version").section(GENERAL_SECTION),
        };
    }

    /** The options of {@link RecordOutput}. */
    public static OptionSpec[] records() {
        return new OptionSpec[] {
            OptionSpec.flag(JSON, "json", "print JSON Lines, one object per record")
                    .section(RECORDS_SECTION),
            OptionSpec.flag(CSV, "csv", "print comma-separated values (RFC 4180)")
                    .section(RECORDS_SECTION),
            OptionSpec.flag(TABLE, "table", "print a table of the records' fields")
                    .section(RECORDS_SECTION),
            OptionSpec.required(WHERE, "where", "EXPR", "only records for which the expression holds")
                    .completes(Completion.EXPRESSION)
                    .section(RECORDS_SECTION),
            OptionSpec.required(COLUMNS, "columns", "FIELDS", "only these fields, in this order")
                    .completes(Completion.FIELD_LIST)
                    .section(RECORDS_SECTION),
            OptionSpec.required(SORT, "sort", "FIELDS", "sort by these fields; -FIELD sorts downwards")
                    .completes(Completion.FIELD_LIST)
                    .section(RECORDS_SECTION),
            OptionSpec.flag(FIELDS, "fields", "list the fields with their units and meanings")
                    .section(RECORDS_SECTION),
            OptionSpec.flag(SCHEMA, "schema", "print the JSON Schema of --json").section(RECORDS_SECTION),
        };
    }
}

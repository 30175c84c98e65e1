package net.diag.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.diag.record.Packet;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.sys.ErrnoException;

/** A small tool with every kind of option and failure, for tests. */
final class SampleTool implements Tool {
    static final OptionTable TABLE = OptionTable.of(
                    "sample",
                    "show packets",
                    "[OPTIONS] [HOST]",
                    OptionSpec.required('c', "count", "N", "stop after N packets")
                            .byDefault("2")
                            .unit("packets"),
                    OptionSpec.required('I', "interface", "NAME", "send from this interface")
                            .completes(Completion.INTERFACE),
                    OptionSpec.required('M', null, "HINT", "path MTU discovery: do, want or dont")
                            .values("do", "want", "dont"),
                    OptionSpec.flag('v', "verbose", "say more [details]: it's often too much")
                            .repeatable(),
                    OptionSpec.required(300, "fail", "HOW", "end with a failure of this kind")
                            .section("Testing"),
                    OptionSpec.flag(301, "obsolete", "nothing").hidden())
            .operands(Completion.HOST)
            .with(CommonOptions.general())
            .with(CommonOptions.records());

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public OptionTable options() {
        return TABLE;
    }

    @Override
    public List<RecordType<?>> recordTypes() {
        return List.of(Packet.TYPE);
    }

    @Override
    public int run(ToolContext context, String[] args) throws Exception {
        GeneralOptions general = new GeneralOptions(this, context);
        RecordOutput output = new RecordOutput();
        ArgParser p = new ArgParser(TABLE, context.argv0(), args);
        while (p.next()) {
            if (general.take(p)) {
                if (general.isDone()) {
                    return 0;
                }
            } else if (!output.take(p) && p.key() == 300) {
                context.out().println("before");
                fail(p.value());
            }
        }
        if (output.describe(context, "diag-sample", recordTypes())) {
            return 0;
        }
        if (output.isText(context)) {
            context.out().println(general.palette().paint(Palette.Role.GOOD, "two packets"));
            return 0;
        }
        RecordSink sink = output.open(context, recordTypes(), new TextFace(context));
        sink.accept(Packet.TYPE, Packet.full());
        sink.accept(Packet.TYPE, Packet.bare());
        sink.finish();
        return 1;
    }

    private static final class TextFace implements RecordSink {
        private final ToolContext context;

        TextFace(ToolContext context) {
            this.context = context;
        }

        @Override
        public <R> void accept(RecordType<R> type, R record) {
            context.out().print("packet ").println(((Packet) record).state());
        }
    }

    private static void fail(String how) throws Exception {
        switch (how) {
            case "errno" -> throw new ErrnoException("socket", 1);
            case "tool" -> throw new ToolException(7, "no such thing");
            case "bare" -> throw ToolException.bare(8, "all of it");
            case "usage" -> throw new UsageException("sample: wrong");
            case "io" -> throw new IOException("disk\u001b gone");
            case "file" -> throw new java.nio.file.NoSuchFileException("/no/file");
            case "bug" -> throw new IllegalStateException("oops");
            case "interrupt" -> throw new InterruptedException();
            case "pipe" -> throw new BrokenPipeException();
            default -> throw new StackOverflowError();
        }
    }

    /** What a run printed and returned. */
    record Run(String out, String err, int status) {}

    static Run run(Environment environment, RecordSink records, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ToolContext context = new ToolContext(
                "sample",
                new ByteArrayInputStream(new byte[0]),
                new StdOut(out, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL),
                new StdOut(err, StdOut.OnBrokenPipe.THROW, StdOut.Flush.LINE),
                environment,
                new Cancellation(),
                records);
        int status = ToolRunner.run(new SampleTool(), context, args);
        return new Run(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
    }

    static Run run(String... args) {
        return run(Environment.none(), null, args);
    }
}

package net.diag.shell.exec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.diag.cli.Cancellation;
import net.diag.cli.Completion;
import net.diag.cli.ExitStatus;
import net.diag.cli.Tool;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolRunner;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.Word;

/** A tool as a stage: as a source, or behind a pipe with the addresses that come out of it. */
final class ToolStage implements RecordSink {
    private static final int MOST_ADDRESSES = 100_000;

    private final Tool tool;
    private final String[] arguments;
    private final Streams streams;
    private final Cancellation cancellation;
    private final Consumer next;
    private final Set<String> addresses = new LinkedHashSet<>();
    private int status;

    ToolStage(Tool tool, Stage stage, Streams streams, Cancellation cancellation, Consumer next) {
        this.tool = tool;
        this.streams = streams;
        this.cancellation = cancellation;
        this.next = next;
        List<Word> words = stage.words();
        arguments = new String[words.size() - 1];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = words.get(i + 1).text();
        }
    }

    /** Run as a source; the exit status. */
    int run() {
        status = run(arguments);
        return status;
    }

    int status() {
        return status;
    }

    private int run(String[] args) {
        boolean records = !next.wantsText() && !tool.recordTypes().isEmpty();
        ToolContext context = new ToolContext(
                tool.name(),
                streams.in(),
                next.text(),
                streams.err(),
                streams.environment(),
                cancellation,
                records ? new Unfinished(next.records()) : null);
        int result = ToolRunner.run(tool, context, args);
        return result == ExitStatus.BROKEN_PIPE && !cancellation.isCancelled() ? ExitStatus.OK : result;
    }

    @Override
    public <R> void accept(RecordType<R> type, R record) {
        String address = AddressOf.record(type, record);
        if (address != null && addresses.size() < MOST_ADDRESSES) {
            addresses.add(address);
        }
    }

    /** The source is through: run with what it named. */
    @Override
    public void finish() {
        if (addresses.isEmpty()) {
            streams.err().println(tool.name() + ": nothing came through the pipe that is an address");
            status = ExitStatus.NEGATIVE;
        } else if (tool.options().operands() == Completion.PCAP_FILTER) {
            status = run(with(filter()));
        } else {
            for (String a : addresses) {
                if (cancellation.isCancelled()) {
                    break;
                }
                status = Math.max(status, run(with(List.of(a))));
            }
        }
        next.records().finish();
    }

    private List<String> filter() {
        List<String> words = new ArrayList<>();
        for (String a : addresses) {
            if (!words.isEmpty()) {
                words.add("or");
            }
            words.add("host");
            words.add(a);
        }
        return words;
    }

    private String[] with(List<String> operands) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(operands);
        return all.toArray(new String[0]);
    }

    /** What a tool is given: the end of the stream is told by the pipeline, once, also after a tool that forgot. */
    private record Unfinished(RecordSink sink) implements RecordSink {
        @Override
        public <R> void accept(RecordType<R> type, R record) {
            sink.accept(type, record);
        }

        @Override
        public void flush() {
            sink.flush();
        }

        @Override
        public void finish() {
            sink.flush();
        }
    }
}

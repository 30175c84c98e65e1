package net.diag.shell.exec;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.diag.cli.BrokenPipeException;
import net.diag.cli.Cancellation;
import net.diag.cli.ExitStatus;
import net.diag.cli.StdOut;
import net.diag.cli.Tool;
import net.diag.record.NearestName;
import net.diag.record.RecordSink;
import net.diag.record.TableFace;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.Word;
import net.diag.shell.verb.Verb;
import net.diag.shell.verb.VerbCall;
import net.diag.shell.verb.VerbException;
import net.diag.shell.verb.Verbs;

/**
 * One run of a pipeline. The stages are joined from the last to the first, each as the consumer of the
 * one before; then the first is run, on the calling thread, and pushes its records through.
 */
final class PipelineRun {
    private final Session session;
    private final Verbs verbs;
    private final Streams streams;
    private final Cancellation cancellation;
    private final StageTypes types;
    private final List<AutoCloseable> resources = new ArrayList<>();
    private ToolStage lastTool;
    private ProgramStage lastProgram;

    PipelineRun(Session session, Verbs verbs, Streams streams, Cancellation cancellation) {
        this.session = session;
        this.verbs = verbs;
        this.streams = streams;
        this.cancellation = cancellation;
        this.types = new StageTypes(session.toolbox(), verbs);
    }

    /**
     * Run the stages.
     *
     * @param collector takes the records of the last stage; null: they are printed
     * @return the exit status of the last tool or program
     */
    int run(List<Stage> written, RecordSink collector) throws VerbException {
        List<Stage> stages = Grouping.merge(written);
        try {
            return joined(stages, collector);
        } finally {
            for (AutoCloseable r : resources) {
                closeQuietly(r);
            }
        }
    }

    private static void closeQuietly(AutoCloseable r) {
        try {
            r.close();
        } catch (Exception e) {
            // it has ended, which is all that was wanted
        }
    }

    private int joined(List<Stage> stages, RecordSink collector) throws VerbException {
        boolean printsText = collector == null && stages.size() == 1;
        RecordSink face = collector != null ? collector : new TableFace(streams.out(), streams.columns());
        Consumer consumer = new Consumer(face, streams.out(), printsText, streams.columns());
        int first = 1;
        if (stages.size() > 1 && stages.get(1).name().equals("from")) {
            first = 2;
        }
        for (int i = stages.size() - 1; i >= first; i--) {
            Stage s = stages.get(i);
            if (s.name().equals("from")) {
                continue; // the program before reads its output through it
            }
            consumer = consumer(stages, i, consumer);
        }
        int status = source(stages, consumer);
        if (lastTool != null) {
            return lastTool.status();
        }
        return lastProgram != null ? lastProgram.status() : status;
    }

    // ---- what stands behind a pipe

    private Consumer consumer(List<Stage> stages, int i, Consumer next) throws VerbException {
        Stage s = stages.get(i);
        Verb verb = verbs.named(s.name());
        if (verb != null) {
            StringBuilder key = new StringBuilder();
            for (Stage before : stages.subList(0, i + 1)) {
                for (Word w : before.words()) {
                    key.append(w.text()).append(' ');
                }
                key.append('|');
            }
            VerbCall call = new VerbCall(
                    s, types.into(stages, i), next.text(), next.columns(), session.memory(), key.toString());
            return new Consumer(verb.open(call, next.records()), refuse(s), false, 0);
        }
        Tool tool = session.toolbox().named(s.name());
        if (tool != null) {
            Consumer to = i == stages.size() - 1 ? textual(next) : next;
            ToolStage stage = new ToolStage(tool, s, streams, cancellation, to);
            lastTool = lastTool == null ? stage : lastTool;
            return new Consumer(stage, refuse(s), false, 0);
        }
        if (isProgram(s)) {
            ProgramStage program = program(stages, i, true, next);
            lastProgram = lastProgram == null ? program : lastProgram;
            return new Consumer(program, program.input(), false, 0);
        }
        throw unknown(s, "verb or tool");
    }

    private static Consumer textual(Consumer c) {
        return new Consumer(c.records(), c.text(), true, c.columns());
    }

    /** A stream for a stage that takes no text: a program's output needs `from` to become records. */
    private static StdOut refuse(Stage s) {
        return new StdOut(OutputRefused.INSTANCE, StdOut.OnBrokenPipe.THROW, StdOut.Flush.WHEN_FULL);
    }

    // ---- the first stage

    private int source(List<Stage> stages, Consumer consumer) throws VerbException {
        Stage s = stages.get(0);
        boolean readsJson = stages.size() > 1 && stages.get(1).name().equals("from");
        Tool tool = session.toolbox().named(s.name());
        if (tool != null && readsJson) {
            throw new VerbException(
                    "'" + s.name() + "' gives records already", stages.get(1).start());
        }
        int status = ExitStatus.OK;
        try {
            if (tool != null) {
                status = runTool(tool, s, consumer);
            } else if (isProgram(s)) {
                ProgramStage program = program(stages, 0, false, consumer);
                lastProgram = lastProgram == null ? program : lastProgram;
                program.finish();
                return program.status();
            } else if (s.name().equals("from")) {
                reader(s, consumer.records()).read(streams.in());
            } else if (s.name().equals("open")) {
                status = open(s, consumer);
            } else {
                throw unknown(s, "command");
            }
        } catch (BrokenPipeException e) {
            status = ExitStatus.OK; // a stage behind has all that it wants
        } catch (IOException e) {
            throw new VerbException(s.name() + ": " + e.getMessage(), s.start());
        }
        try {
            consumer.records().finish();
        } catch (BrokenPipeException e) {
            status = consumer.wantsText() ? ExitStatus.BROKEN_PIPE : status;
        }
        streams.out().flush();
        return status;
    }

    private int runTool(Tool tool, Stage s, Consumer consumer) {
        ToolStage stage = new ToolStage(tool, s, streams, cancellation, consumer);
        return stage.run();
    }

    private int open(Stage s, Consumer consumer) throws VerbException, IOException {
        if (s.words().size() != 2) {
            throw new VerbException("open takes a file: .json, .jsonl, .csv, .pcap or .pcapng", s.end());
        }
        Word w = s.words().get(1);
        String name = w.text();
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plain.endsWith(".pcap") || plain.endsWith(".pcapng") || plain.endsWith(".cap")) {
            Tool dump = session.toolbox().named("dump");
            if (dump == null) {
                throw new VerbException("the tool that reads captures, dump, is not here", w.start());
            }
            Word read = new Word("-r", w.start(), w.start(), (char) 0);
            Word numeric = new Word("-n", w.start(), w.start(), (char) 0);
            Stage asDump = new Stage(List.of(s.words().get(0), numeric, read, w), s.source(), s.start(), s.end());
            return runTool(dump, asDump, consumer);
        }
        boolean csv = plain.endsWith(".csv");
        if (!csv && !plain.endsWith(".json") && !plain.endsWith(".jsonl") && !plain.endsWith(".ndjson")) {
            throw new VerbException("open doesn't know this ending (.json, .jsonl, .csv, .pcap, .pcapng)", w.start());
        }
        try (InputStream file = new FileInputStream(name);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(file) : file) {
            if (csv) {
                CsvSource.read(in, consumer.records(), cancellation);
            } else {
                new JsonSource(session.toolbox()).read(in, consumer.records(), cancellation);
            }
        } catch (java.io.FileNotFoundException e) {
            throw new VerbException("cannot open '" + name + "': no such file, or not readable", w.start());
        }
        return ExitStatus.OK;
    }

    // ---- programs

    private static boolean isProgram(Stage s) {
        return s.name().equals("!") || s.name().startsWith("!") || s.name().startsWith("^");
    }

    private ProgramStage program(List<Stage> stages, int i, boolean piped, Consumer next) throws VerbException {
        Stage s = stages.get(i);
        List<String> command = new ArrayList<>();
        for (Word w : s.words()) {
            command.add(w.text());
        }
        if (s.name().length() > 1) {
            command.set(0, s.name().substring(1));
        } else {
            command.remove(0);
        }
        if (command.isEmpty()) {
            throw new VerbException("! takes a program and its arguments", s.end());
        }
        boolean last = i == stages.size() - 1;
        ProgramStage.OutputReader output = null;
        if (!last && stages.get(i + 1).name().equals("from")) {
            output = reader(stages.get(i + 1), next.records());
        } else if (!last || !streams.inheritable()) {
            StdOut text = next.text();
            output = in -> {
                byte[] block = new byte[8192];
                for (int n = in.read(block); n >= 0; n = in.read(block)) {
                    text.write(block, 0, n);
                    text.flush();
                }
            };
        }
        try {
            ProgramStage program = new ProgramStage(command, piped, streams, cancellation, output, next);
            resources.add(program);
            return program;
        } catch (IOException e) {
            throw new VerbException(
                    "cannot run '" + command.get(0) + "': no such program, or not executable",
                    s.words().get(Math.min(1, s.words().size() - 1)).start());
        }
    }

    private ProgramStage.OutputReader reader(Stage from, RecordSink sink) throws VerbException {
        String form = from.words().size() == 2 ? from.words().get(1).text() : "";
        return switch (form) {
            case "json", "jsonl" -> in -> new JsonSource(session.toolbox()).read(in, sink, cancellation);
            case "csv" -> in -> CsvSource.read(in, sink, cancellation);
            case "lines" -> in -> LineSource.read(in, sink, cancellation);
            default -> throw new VerbException("from takes one of: json, csv, lines", from.end());
        };
    }

    // ---- mistakes

    private VerbException unknown(Stage s, String what) {
        List<String> names = new ArrayList<>();
        for (Tool t : session.toolbox().all()) {
            names.add(t.name());
        }
        for (Verb v : verbs.all()) {
            names.add(v.name());
        }
        names.addAll(Builtins.NAMES);
        String near = NearestName.of(s.name(), names);
        boolean verbFirst = verbs.named(s.name()) != null;
        String message = verbFirst
                ? "'" + s.name() + "' works on records: put a source before it, for example: netstat -t | " + s.name()
                : "no " + what + " '" + s.name() + "'" + (near == null ? "" : "; did you mean '" + near + "'?")
                        + " (help lists them; ! runs a program)";
        return new VerbException(message, s.start());
    }
}

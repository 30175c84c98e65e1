package net.diag.shell.exec;

import java.util.ArrayList;
import java.util.List;
import net.diag.cli.BrokenPipeException;
import net.diag.cli.Cancellation;
import net.diag.cli.ExitStatus;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;
import net.diag.shell.data.Held;
import net.diag.shell.lang.Caret;
import net.diag.shell.lang.Pipeline;
import net.diag.shell.lang.PipelineParser;
import net.diag.shell.lang.SyntaxError;
import net.diag.shell.verb.JoinSource;
import net.diag.shell.verb.VerbException;
import net.diag.shell.verb.Verbs;
import net.diag.sys.ErrnoException;
import net.diag.sys.NetNamespace;

/** Runs lines of the shell's language in a session. */
public final class Executor {
    private final Session session;
    private final Verbs verbs;
    private final Builtins builtins;

    /** An executor for {@code session}. */
    public Executor(Session session) {
        this.session = session;
        this.verbs = new Verbs(new Joiner());
        this.builtins = new Builtins(session, this);
    }

    /** The session. */
    public Session session() {
        return session;
    }

    /** The verbs of its language. */
    public Verbs verbs() {
        return verbs;
    }

    /** The commands of the shell itself. */
    public Builtins builtins() {
        return builtins;
    }

    /**
     * Run all statements of {@code text} in turn; a statement with {@code &} in the background.
     *
     * @return the exit status of the last one, which the session keeps
     */
    public int run(String text, Streams streams, Cancellation cancellation) {
        String expanded = text;
        List<Pipeline> statements;
        try {
            statements = PipelineParser.parse(text);
            if (statements.size() == 1) {
                expanded = session.expand(Aliases.expand(text, session.aliases()));
                statements = PipelineParser.parse(expanded);
            }
        } catch (SyntaxError e) {
            return failed(streams, e.render(expanded));
        }
        int status = session.lastStatus();
        boolean single = statements.size() == 1;
        for (Pipeline p : statements) {
            if (cancellation.isCancelled() || session.isEnded()) {
                break;
            }
            status = single
                    ? statement(p, expanded, streams, cancellation)
                    : run(text.substring(p.start(), p.end()) + (p.background() ? " &" : ""), streams, cancellation);
            session.lastStatus(status);
        }
        return status;
    }

    private int statement(Pipeline p, String source, Streams streams, Cancellation cancellation) {
        if (p.background()) {
            return background(p, source.substring(p.start(), p.end()), streams);
        }
        return pipeline(p, source, streams, cancellation);
    }

    private int background(Pipeline p, String command, Streams streams) {
        Cancellation own = new Cancellation();
        Streams detached = new Streams(
                java.io.InputStream.nullInputStream(), streams.out(), streams.err(), streams.environment(), false);
        Jobs.Job[] job = new Jobs.Job[1];
        Thread thread = new Thread(
                () -> {
                    int status = pipeline(p, p.stages().get(0).source(), detached, own);
                    synchronized (job) {
                        job[0].ended(status);
                    }
                },
                "job " + command);
        thread.setDaemon(true);
        synchronized (job) {
            job[0] = session.jobs().add(command, thread, own);
            thread.start();
        }
        streams.err().println("[" + job[0].number() + "] " + command);
        return ExitStatus.OK;
    }

    /** Run one pipeline in the session's namespace and wait for its end. */
    int pipeline(Pipeline p, String source, Streams streams, Cancellation cancellation) {
        NetNamespace namespace = session.namespace();
        try {
            if (namespace == null) {
                return inNamespace(p, source, streams, cancellation);
            }
            try (NetNamespace.Entered in = namespace.enter()) {
                return inNamespace(p, source, streams, cancellation);
            }
        } catch (ErrnoException e) {
            return failed(streams, "namespace " + namespace.label() + ": " + e.getMessage());
        }
    }

    private int inNamespace(Pipeline p, String source, Streams streams, Cancellation cancellation) {
        try {
            if (builtins.isPrefix(p.stages().get(0).name())) {
                return builtins.prefixed(p, source, streams, cancellation);
            }
            if (p.stages().size() == 1 && builtins.has(p.stages().get(0).name())) {
                return builtins.run(p.stages().get(0), streams, cancellation);
            }
            return new PipelineRun(session, verbs, streams, cancellation).run(p.stages(), null);
        } catch (VerbException e) {
            return failed(streams, withCaret(e, source));
        } catch (BrokenPipeException e) {
            return ExitStatus.BROKEN_PIPE;
        }
    }

    private static String withCaret(VerbException e, String source) {
        String message = e.getMessage();
        int firstLine = message.indexOf('\n');
        String head = firstLine < 0 ? message : message.substring(0, firstLine);
        return Caret.render(head, source, e.column()) + (firstLine < 0 ? "" : message.substring(firstLine));
    }

    private static int failed(Streams streams, String message) {
        streams.out().flush();
        streams.err().println("diag: " + message);
        streams.err().flush();
        return ExitStatus.USAGE;
    }

    /** Runs the other side of a join, on the thread that asks. */
    private final class Joiner implements JoinSource {
        @Override
        public List<Held<?>> run(String pipeline) throws VerbException {
            List<Held<?>> all = new ArrayList<>();
            Streams silent = Console.ofProcess();
            try {
                List<Pipeline> parsed = PipelineParser.parse(pipeline);
                if (parsed.size() != 1) {
                    throw new VerbException("join takes one pipeline", 0);
                }
                new PipelineRun(session, verbs, silent, new Cancellation())
                        .run(parsed.get(0).stages(), new Collector(all));
            } catch (SyntaxError e) {
                throw new VerbException("in the pipeline to join: " + e.getMessage(), e.column());
            }
            return all;
        }
    }

    private record Collector(List<Held<?>> all) implements RecordSink {
        @Override
        public <R> void accept(RecordType<R> type, R record) {
            all.add(new Held<>(type, record));
        }
    }
}

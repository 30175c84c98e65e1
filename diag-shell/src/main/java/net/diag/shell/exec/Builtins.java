package net.diag.shell.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.diag.cli.Cancellation;
import net.diag.cli.ExitStatus;
import net.diag.cli.Tool;
import net.diag.shell.lang.Pipeline;
import net.diag.shell.lang.Stage;
import net.diag.shell.lang.Word;
import net.diag.shell.verb.Verb;
import net.diag.shell.verb.VerbException;
import net.diag.sys.NetNamespace;

/** The commands of the shell itself. */
public final class Builtins {
    /** Their names with what each does. */
    private static final String[][] HELP = {
        {"help", "[COMMAND]", "list the commands, or show one's help"},
        {"man", "TOOL", "show a tool's manual page"},
        {"let", "NAME = VALUE", "set a variable; $NAME stands for it"},
        {"unset", "NAME", "forget a variable"},
        {"alias", "[NAME = COMMAND]", "list the aliases, or set one"},
        {"unalias", "NAME", "forget an alias"},
        {"use", "netns NAME|PID|PATH|-", "run later commands in a network namespace; -: in the shell's own"},
        {"jobs", "", "list what runs in the background"},
        {"fg", "[N]", "wait for a job as if it ran in the foreground"},
        {"kill", "N ...", "stop jobs"},
        {"watch", "INTERVAL COMMAND", "run a command again and again, for example: watch 2s netstat -i"},
        {"time", "COMMAND", "say how long a command took"},
        {"open", "FILE", "read records from .json, .jsonl, .csv, .pcap or .pcapng"},
        {"from", "json|csv|lines", "read records from standard input, or from the program before"},
        {"echo", "TEXT ...", "print text"},
        {"source", "FILE", "run the commands of a file"},
        {"exit", "[STATUS]", "leave the shell"},
        {"quit", "", "leave the shell"}
    };

    /** Their names. */
    public static final List<String> NAMES = names();

    private final Session session;
    private final Executor executor;

    Builtins(Session session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String[] row : HELP) {
            names.add(row[0]);
        }
        return List.copyOf(names);
    }

    /** What {@code name} does, or null. */
    public static String summary(String name) {
        for (String[] row : HELP) {
            if (row[0].equals(name)) {
                return row[2];
            }
        }
        return null;
    }

    /** Whether {@code name} is a command that stands before another. */
    boolean isPrefix(String name) {
        return name.equals("watch") || name.equals("time");
    }

    /** Whether {@code name} is a command that is a statement by itself. */
    boolean has(String name) {
        return NAMES.contains(name) && !isPrefix(name) && !name.equals("open") && !name.equals("from");
    }

    int run(Stage s, Streams streams, Cancellation cancellation) throws VerbException {
        List<Word> words = s.words().subList(1, s.words().size());
        return switch (s.name()) {
            case "help" -> help(words, streams, cancellation);
            case "man" -> man(s, words, streams, cancellation);
            case "let" -> let(s, session.variables(), streams);
            case "alias" -> words.isEmpty() ? list(session.aliases(), streams) : let(s, session.aliases(), streams);
            case "unset" -> forget(words, session.variables());
            case "unalias" -> forget(words, session.aliases());
            case "use" -> use(s, words);
            case "jobs" -> jobs(streams);
            case "fg" -> foreground(s, words, streams, cancellation);
            case "kill" -> kill(words);
            case "echo" -> echo(words, streams);
            case "source" -> source(s, words, streams, cancellation);
            default -> exit(words);
        };
    }

    // ---- help

    private int help(List<Word> words, Streams streams, Cancellation cancellation) throws VerbException {
        if (!words.isEmpty()) {
            return helpOn(words.get(0), streams, cancellation);
        }
        streams.out().println("Tools:");
        for (Tool t : session.toolbox().all()) {
            row(streams, t.name(), "", t.options().summary());
        }
        streams.out().println("Verbs, behind a pipe:");
        for (Verb v : executor.verbs().all()) {
            row(streams, v.name(), v.synopsis(), v.summary());
        }
        streams.out().println("Commands of the shell:");
        for (String[] h : HELP) {
            row(streams, h[0], h[1], h[2]);
        }
        row(streams, "!", "PROGRAM ...", "run a program; in a pipe it reads records as JSON Lines");
        streams.out().flush();
        return ExitStatus.OK;
    }

    private static void row(Streams streams, String name, String synopsis, String summary) {
        String left = synopsis.isEmpty() ? name : name + " " + synopsis;
        streams.out()
                .print("  ")
                .printLeft(left, 38)
                .print(left.length() >= 38 ? "  " : "")
                .println(summary);
    }

    private int helpOn(Word w, Streams streams, Cancellation cancellation) throws VerbException {
        String name = w.text();
        if (session.toolbox().named(name) != null) {
            return executor.run(name + " --help", streams, cancellation);
        }
        Verb verb = executor.verbs().named(name);
        if (verb != null) {
            streams.out().println("Usage: ... | " + name + " " + verb.synopsis());
            streams.out().println(verb.summary() + ".").flush();
            return ExitStatus.OK;
        }
        for (String[] h : HELP) {
            if (h[0].equals(name)) {
                streams.out().println("Usage: " + name + " " + h[1]);
                streams.out().println(h[2] + ".").flush();
                return ExitStatus.OK;
            }
        }
        throw new VerbException("no command '" + name + "'", w.start());
    }

    private int man(Stage s, List<Word> words, Streams streams, Cancellation cancellation) throws VerbException {
        if (words.size() != 1) {
            throw new VerbException("man takes the name of a tool", s.end());
        }
        String name = words.get(0).text();
        String home = System.getProperty("diag.home", ".");
        for (String file : new String[] {"diag-" + name + ".8", "diag-" + name + ".1", name + ".7"}) {
            Path page = Path.of(home, "man", file);
            if (Files.isReadable(page)) {
                boolean paged = streams.environment().stdoutTerminal() && streams.inheritable();
                String quoted = "'" + page.toString().replace("'", "'\\''") + "'";
                return executor.run((paged ? "! man -l " : "! man -P cat -l ") + quoted, streams, cancellation);
            }
        }
        throw new VerbException("no manual page of '" + name + "'", words.get(0).start());
    }

    // ---- state

    private int list(Map<String, String> all, Streams streams) {
        for (Map.Entry<String, String> e : all.entrySet()) {
            streams.out().println(e.getKey() + " = " + e.getValue());
        }
        streams.out().flush();
        return ExitStatus.OK;
    }

    /** {@code let name = value}, {@code let name=value}; the value is the rest of the line, quotes taken off. */
    private int let(Stage s, Map<String, String> into, Streams streams) throws VerbException {
        if (s.words().size() == 1) {
            return list(into, streams);
        }
        String rest = s.argumentsText();
        int equals = rest.indexOf('=');
        String name = equals < 0 ? rest.trim() : rest.substring(0, equals).trim();
        if (equals < 0
                || name.isEmpty()
                || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
            throw new VerbException(s.name() + " takes NAME = VALUE", s.argumentsStart());
        }
        String value = rest.substring(equals + 1).trim();
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '\'' || value.charAt(0) == '"')
                && value.charAt(value.length() - 1) == value.charAt(0);
        into.put(name, quoted ? value.substring(1, value.length() - 1) : value);
        return ExitStatus.OK;
    }

    private static int forget(List<Word> words, Map<String, String> from) throws VerbException {
        for (Word w : words) {
            if (from.remove(w.text()) == null) {
                throw new VerbException("there is no '" + w.text() + "'", w.start());
            }
        }
        return ExitStatus.OK;
    }

    private int use(Stage s, List<Word> words) throws VerbException {
        if (words.size() != 2 || !words.get(0).text().equals("netns")) {
            throw new VerbException("use takes: netns NAME|PID|PATH, or netns - for the shell's own", s.end());
        }
        Word w = words.get(1);
        if (w.text().equals("-")) {
            session.use(null);
            return ExitStatus.OK;
        }
        try {
            NetNamespace n = NetNamespace.parse(w.text());
            n.enter().close();
            session.use(n);
            return ExitStatus.OK;
        } catch (java.nio.file.FileSystemException e) {
            throw new VerbException(e.getFile() + ": " + e.getReason(), w.start());
        } catch (IOException e) {
            throw new VerbException(e.getMessage(), w.start());
        }
    }

    // ---- jobs

    private int jobs(Streams streams) {
        for (Jobs.Job j : session.jobs().all()) {
            String state = j.isRunning() ? "running" : "ended (" + j.status() + ")";
            streams.out().println("[" + j.number() + "]  " + state + "  " + j.command());
        }
        streams.out().flush();
        return ExitStatus.OK;
    }

    private int foreground(Stage s, List<Word> words, Streams streams, Cancellation cancellation) throws VerbException {
        Jobs.Job job = words.isEmpty() ? session.jobs().latest() : job(words.get(0));
        if (job == null) {
            throw new VerbException("no job runs in the background", s.end());
        }
        streams.err().println(job.command());
        try (Cancellation.Registration passed = cancellation.onWake(() -> {
            if (cancellation.isCancelled()) {
                job.cancel();
            }
        })) {
            job.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.max(0, job.status());
    }

    private Jobs.Job job(Word w) throws VerbException {
        String text = w.text().startsWith("%") ? w.text().substring(1) : w.text();
        try {
            Jobs.Job job = session.jobs().numbered(Integer.parseInt(text));
            if (job != null) {
                return job;
            }
        } catch (NumberFormatException e) {
            throw new VerbException("a job's number is wanted, not '" + w.text() + "'", w.start());
        }
        throw new VerbException("no job " + w.text(), w.start());
    }

    private int kill(List<Word> words) throws VerbException {
        for (Word w : words) {
            job(w).cancel();
        }
        return ExitStatus.OK;
    }

    // ---- the rest

    private static int echo(List<Word> words, Streams streams) {
        for (int i = 0; i < words.size(); i++) {
            streams.out().print(i > 0 ? " " : "").print(words.get(i).text());
        }
        streams.out().println();
        streams.out().flush();
        return ExitStatus.OK;
    }

    private int source(Stage s, List<Word> words, Streams streams, Cancellation cancellation) throws VerbException {
        if (words.size() != 1) {
            throw new VerbException("source takes a file", s.end());
        }
        try {
            return executor.run(Files.readString(Path.of(words.get(0).text())), streams, cancellation);
        } catch (IOException e) {
            throw new VerbException(
                    "cannot read '" + words.get(0).text() + "'", words.get(0).start());
        }
    }

    private int exit(List<Word> words) throws VerbException {
        int status = session.lastStatus();
        if (!words.isEmpty()) {
            try {
                status = Integer.parseInt(words.get(0).text()) & 0xff;
            } catch (NumberFormatException e) {
                throw new VerbException("exit takes a number", words.get(0).start());
            }
        }
        session.end();
        return status;
    }

    /** {@code watch} and {@code time}, with the pipeline behind them. */
    int prefixed(Pipeline p, String source, Streams streams, Cancellation cancellation) throws VerbException {
        Stage first = p.stages().get(0);
        int words = first.name().equals("watch") ? 2 : 1;
        if (first.words().size() <= words) {
            throw new VerbException(
                    first.name() + " takes " + (words == 2 ? "an interval and " : "") + "a command", first.end());
        }
        List<Stage> stages = new ArrayList<>(p.stages());
        List<Word> rest = first.words().subList(words, first.words().size());
        stages.set(0, new Stage(rest, first.source(), rest.get(0).start(), first.end()));
        Pipeline inner = new Pipeline(stages, false, rest.get(0).start(), p.end());
        if (words == 2) {
            return new Watch(executor).run(first.words().get(1), inner, source, streams, cancellation);
        }
        long from = System.nanoTime();
        int status = executor.pipeline(inner, source, streams, cancellation);
        streams.out().flush();
        streams.err().println("real " + (System.nanoTime() - from) / 1_000_000 + " ms");
        return status;
    }
}

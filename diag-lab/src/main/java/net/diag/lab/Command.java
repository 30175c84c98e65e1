package net.diag.lab;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.sys.Users;

/**
 * A program to be run, in a namespace or outside, and under which circumstances.
 *
 * <p>Without a wish it runs as root, in the C locale, with the test's other environment, with an empty standard input,
 * and for a minute at most. The process id is the program's own: what is put in front of it replaces itself.
 */
public final class Command {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Namespace namespace;
    private final List<String> program;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private byte[] stdin = new byte[0];
    private boolean keepsStdinOpen;
    private Duration timeout = TIMEOUT;
    private String user;
    private File directory;

    private Command(Namespace namespace, String[] program) {
        this.namespace = namespace;
        this.program = List.of(program);
        environment.put("LC_ALL", "C");
    }

    static Command in(Namespace namespace, String... program) {
        return new Command(namespace, program);
    }

    /** A program to run outside of any namespace. */
    public static Command of(String... program) {
        return new Command(null, program);
    }

    /** The path of the product's launcher for a tool: {@code bin/diag-TOOL} of the build. */
    public static String launcher(String tool) {
        String root = System.getProperty("diag.root");
        if (root == null) {
            throw new LabException("system property diag.root is not set");
        }
        return Path.of(root, "bin", "diag-" + tool).toString();
    }

    /** Set a variable of its environment; null takes it away. */
    public Command env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Run as another user, with that user's group alone, no capabilities, and HOME in that user's place. */
    public Command user(String name) {
        this.user = name;
        return this;
    }

    /** Start in a folder. */
    public Command directory(Path folder) {
        this.directory = folder.toFile();
        return this;
    }

    /** What it reads; then the end of input, unless it is {@link #interactive}. */
    public Command stdin(String text) {
        this.stdin = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Leave its input open, to be fed by {@link RunningProgram#type}. */
    public Command interactive() {
        this.keepsStdinOpen = true;
        return this;
    }

    /** How long it may take; it is killed then, and the test fails. */
    public Command timeout(Duration atMost) {
        this.timeout = atMost;
        return this;
    }

    /** Run to the end. */
    public Outcome run() {
        try (RunningProgram running = start()) {
            return running.await();
        }
    }

    /** Start, and go on. What still runs when the lab closes is killed. */
    public RunningProgram start() {
        List<String> words = words();
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory);
        environment.forEach((name, value) -> {
            if (value == null) {
                builder.environment().remove(name);
            } else {
                builder.environment().put(name, value);
            }
        });
        try {
            RunningProgram running = new RunningProgram(builder.start(), program, timeout);
            if (!keepsStdinOpen) {
                running.feed(stdin);
            } else {
                running.type(stdin);
            }
            return namespace == null ? running : namespace.lab().own(running);
        } catch (IOException e) {
            throw new LabException("start " + String.join(" ", words), e);
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        if (namespace != null) {
            words.addAll(List.of("ip", "netns", "exec", namespace.name()));
        }
        if (user != null) {
            int[] ids = Users.lookup(user);
            if (ids == null) {
                throw new LabException("no such user: " + user);
            }
            environment.putIfAbsent("HOME", "/nonexistent");
            environment.putIfAbsent("USER", user);
            words.addAll(List.of("setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups"));
            words.addAll(List.of("--inh-caps=-all", "--bounding-set=-all"));
        }
        words.addAll(program);
        return words;
    }
}

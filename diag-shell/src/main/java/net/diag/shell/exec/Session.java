package net.diag.shell.exec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import net.diag.shell.verb.PipelineMemory;
import net.diag.sys.NetNamespace;

/** What lasts between commands: variables, aliases, the namespace, the last exit status. */
public final class Session {
    private final Toolbox toolbox = new Toolbox();
    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final Map<String, String> recentHosts = new LinkedHashMap<>();
    private final PipelineMemory memory = new PipelineMemory();
    private final Jobs jobs = new Jobs();
    private volatile NetNamespace namespace;
    private volatile int lastStatus;
    private volatile boolean ended;

    /** The tools that can be called. */
    public Toolbox toolbox() {
        return toolbox;
    }

    /** Variables by name, without {@code $}. */
    public Map<String, String> variables() {
        return variables;
    }

    /** What aliases stand for. */
    public Map<String, String> aliases() {
        return aliases;
    }

    /** Results of earlier runs. */
    public PipelineMemory memory() {
        return memory;
    }

    /** Commands in the background. */
    public Jobs jobs() {
        return jobs;
    }

    /** Hosts that were named in commands, the latest last. */
    public Map<String, String> recentHosts() {
        return recentHosts;
    }

    /** The namespace that commands run in, or null for the process's own. */
    public NetNamespace namespace() {
        return namespace;
    }

    /** Run later commands in {@code n}; null: the process's own. */
    public void use(NetNamespace n) {
        namespace = n;
    }

    /** The exit status of the last command. */
    public int lastStatus() {
        return lastStatus;
    }

    /** Keep the exit status of a command. */
    public void lastStatus(int status) {
        lastStatus = status;
    }

    /** Whether {@code exit} was said. */
    public boolean isEnded() {
        return ended;
    }

    /** Say {@code exit}. */
    public void end() {
        ended = true;
    }

    /**
     * {@code line} with {@code $name} and {@code ${name}} replaced by variables, but for what stands in
     * single quotes. A name that no variable has stays as it is.
     */
    public String expand(String line) {
        if (line.indexOf('$') < 0) {
            return line;
        }
        StringBuilder s = new StringBuilder(line.length());
        boolean single = false;
        boolean doubled = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && !single && i + 1 < line.length()) {
                s.append(c).append(line.charAt(++i));
                continue;
            }
            single ^= c == '\'' && !doubled;
            doubled ^= c == '"' && !single;
            int end = c == '$' && !single ? nameEnd(line, i + 1) : -1;
            String value = end < 0 ? null : variable(line.substring(i + 1, end));
            if (value == null) {
                s.append(c);
            } else {
                s.append(value);
                i = end - 1;
            }
        }
        return s.toString();
    }

    private String variable(String reference) {
        String name = reference.startsWith("{") ? reference.substring(1, reference.length() - 1) : reference;
        return name.equals("?") ? Integer.toString(lastStatus) : variables.get(name);
    }

    private static int nameEnd(String line, int from) {
        if (from < line.length() && line.charAt(from) == '?') {
            return from + 1;
        }
        boolean braces = from < line.length() && line.charAt(from) == '{';
        int i = braces ? from + 1 : from;
        int start = i;
        while (i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_')) {
            i++;
        }
        if (i == start || Character.isDigit(line.charAt(start))) {
            return -1;
        }
        if (braces) {
            return i < line.length() && line.charAt(i) == '}' ? i + 1 : -1;
        }
        return i;
    }
}

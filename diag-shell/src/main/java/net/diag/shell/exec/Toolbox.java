package net.diag.shell.exec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import net.diag.cli.Tool;

/** The tools on the class path, each found by its service entry: a new one comes in without a change here. */
public final class Toolbox {
    private final Map<String, Tool> byName = new LinkedHashMap<>();

    Toolbox() {
        for (Tool t : ServiceLoader.load(Tool.class)) {
            byName.put(t.name(), t);
        }
    }

    /** The tool called {@code name}, or null. */
    public Tool named(String name) {
        return byName.get(name);
    }

    /** All tools. */
    public Iterable<Tool> all() {
        return byName.values();
    }
}

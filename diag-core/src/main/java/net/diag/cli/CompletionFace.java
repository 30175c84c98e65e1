package net.diag.cli;

import java.util.ArrayList;
import java.util.List;
import net.diag.record.Field;
import net.diag.record.RecordType;
import net.diag.record.TextOut;

/** Generates completions for bash, zsh and fish from the option tables of the tools. */
public final class CompletionFace {
    /** The shells. */
    public enum Shell {
        /** GNU bash, with or without the bash-completion package. */
        BASH,
        /** The Z shell's completion system. */
        ZSH,
        /** fish. */
        FISH
    }

    private CompletionFace() {}

    /** The completion of {@code diag-TOOL}. */
    public static void print(TextOut out, Shell shell, Tool tool) {
        switch (shell) {
            case BASH -> new BashCompletion(out).tool(tool);
            case ZSH -> new ZshCompletion(out).tool(tool);
            case FISH -> new FishCompletion(out).tool(tool);
        }
    }

    /** The completion of {@code diag}, which takes a tool's name and then the tool's arguments. */
    public static void printLauncher(TextOut out, Shell shell, List<Tool> tools) {
        switch (shell) {
            case BASH -> new BashCompletion(out).launcher(tools);
            case ZSH -> new ZshCompletion(out).launcher(tools);
            case FISH -> new FishCompletion(out).launcher(tools);
        }
    }

    /** The file's name as the shell looks for it. */
    public static String fileName(Shell shell, String program) {
        return switch (shell) {
            case BASH -> program;
            case ZSH -> "_" + program;
            case FISH -> program + ".fish";
        };
    }

    /** The names of all fields of a tool's records, each once. */
    static List<String> fieldNames(Tool tool) {
        List<String> names = new ArrayList<>();
        for (RecordType<?> t : tool.recordTypes()) {
            for (Field<?> f : t.flatFields()) {
                if (!names.contains(f.name())) {
                    names.add(f.name());
                }
            }
        }
        return names;
    }

    /** The options that are offered. */
    static List<OptionSpec> offered(OptionTable table) {
        List<OptionSpec> offered = new ArrayList<>();
        for (OptionSpec o : table.options()) {
            if (!o.isHidden()) {
                offered.add(o);
            }
        }
        return offered;
    }

    /** {@code 'text'} for a POSIX shell. */
    static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

package net.diag.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.diag.cli.CompletionFace;
import net.diag.cli.ExitStatus;
import net.diag.cli.Tool;
import net.diag.shell.exec.Session;
import net.diag.shell.exec.Streams;

/** Prints the completions of all tools for another shell. */
final class Completions {
    private Completions() {}

    static int print(String shell, Streams streams) {
        CompletionFace.Shell kind;
        try {
            kind = CompletionFace.Shell.valueOf(shell.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            streams.err().println("diag-shell: no completions for '" + shell + "' (bash, zsh, fish)");
            return ExitStatus.USAGE;
        }
        List<Tool> tools = new ArrayList<>();
        for (Tool t : new Session().toolbox().all()) {
            CompletionFace.print(streams.out(), kind, t);
            tools.add(t);
        }
        CompletionFace.printLauncher(streams.out(), kind, tools);
        streams.out().flush();
        return ExitStatus.OK;
    }
}

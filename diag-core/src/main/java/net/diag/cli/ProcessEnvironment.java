package net.diag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.diag.sys.Fd;
import net.diag.sys.Tty;

/**
 * The surroundings of this process. Whether a stream is a terminal is read from
 * {@code /proc/self/fd}, so that a run which needs no system call of its own doesn't load JNA for it.
 */
final class ProcessEnvironment extends Environment {
    ProcessEnvironment() {
        super(Map.of(), false, isTerminal(1), false, 0, 0);
    }

    @Override
    public Map<String, String> variables() {
        return System.getenv();
    }

    @Override
    public boolean stdinTerminal() {
        return isTerminal(0);
    }

    @Override
    public boolean stderrTerminal() {
        return isTerminal(2);
    }

    private static boolean isTerminal(int fd) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            // A closed descriptor.
            return false;
        }
    }

    private int size(String variable, boolean rows) {
        if (!stdoutTerminal()) {
            return 0;
        }
        Fd out = Fd.of(1);
        int n = rows ? Tty.rows(out) : Tty.columns(out);
        if (n > 0) {
            return n;
        }
        String v = variable(variable);
        Strtol given = Strtol.parse(v == null ? "" : v);
        return given.isWithin(1, 10_000) ? (int) given.value() : rows ? 24 : 80;
    }

    @Override
    public int columns() {
        String v = variable("COLUMNS");
        Strtol given = Strtol.parse(v == null ? "" : v);
        return given.isWithin(1, 10_000) ? (int) given.value() : size("COLUMNS", false);
    }

    @Override
    public int rows() {
        return size("LINES", true);
    }
}

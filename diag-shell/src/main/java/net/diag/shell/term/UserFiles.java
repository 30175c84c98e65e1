package net.diag.shell.term;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import net.diag.cli.Environment;

/** The shell's files in the user's home, by the XDG base directory specification. */
final class UserFiles {
    private final Map<String, String> variables;

    UserFiles(Environment environment) {
        this.variables = environment.variables();
    }

    private Path base(String variable, String fallback) {
        String v = variables.get(variable);
        if (v != null && v.startsWith("/")) {
            return Path.of(v);
        }
        String home = variables.get("HOME");
        return home == null || home.isEmpty() ? null : Path.of(home, fallback);
    }

    /** The start-up file, or null without a home. */
    Path startUp() {
        Path config = base("XDG_CONFIG_HOME", ".config");
        return config == null ? null : config.resolve("diag/shell.diag");
    }

    /** The history file, made with mode 600 in a directory of mode 700; null where it can't be. */
    Path history() {
        Path state = base("XDG_STATE_HOME", ".local/state");
        if (state == null) {
            return null;
        }
        Path file = state.resolve("diag/history");
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException | UnsupportedOperationException e) {
            return null; // a read-only home: the history lives in memory
        }
    }
}

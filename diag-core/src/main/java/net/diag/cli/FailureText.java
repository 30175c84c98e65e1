package net.diag.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import net.diag.record.Escape;

/** One line for people from an exception that no tool has put into words. */
final class FailureText {
    private FailureText() {}

    static String of(Throwable e) {
        if (e instanceof UncheckedIOException u) {
            return of(u.getCause());
        } else if (e instanceof NoSuchFileException f) {
            return Escape.text(f.getFile()) + ": No such file or directory";
        } else if (e instanceof AccessDeniedException f) {
            return Escape.text(f.getFile()) + ": Permission denied";
        } else if (e instanceof FileSystemException f && f.getReason() != null) {
            return Escape.text(f.getFile()) + ": " + f.getReason();
        } else if (e instanceof OutOfMemoryError) {
            return "out of memory";
        } else if (e instanceof StackOverflowError) {
            return "input is nested too deeply";
        }
        String message = e.getMessage();
        boolean internal = e instanceof RuntimeException && !(e instanceof OutputException);
        if (message == null || message.isEmpty() || internal) {
            // A fault of ours, not of the user's: say so, with the place that a report needs.
            return "internal error: " + e + (internal ? " (--debug shows where)" : "");
        }
        return Escape.text(message);
    }
}

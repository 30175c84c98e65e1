package net.diag.lab;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * How a program ended.
 *
 * @param command what was run
 * @param exitCode as a shell has it: 128 and the signal's number if a signal ended it
 * @param stdoutBytes what it wrote
 * @param stderrBytes what it complained about
 * @param elapsed from start to end
 */
public record Outcome(List<String> command, int exitCode, byte[] stdoutBytes, byte[] stderrBytes, Duration elapsed) {
    public String stdout() {
        return new String(stdoutBytes, StandardCharsets.UTF_8);
    }

    public String stderr() {
        return new String(stderrBytes, StandardCharsets.UTF_8);
    }

    /** The lines of stdout, without their ends. */
    public List<String> lines() {
        return stdout().lines().toList();
    }

    /** This, or a failure that shows all there is, if the exit code isn't 0. */
    public Outcome requireSuccess() {
        if (exitCode != 0) {
            throw new LabException(toString());
        }
        return this;
    }

    @Override
    public String toString() {
        return String.join(" ", command) + ": exit code " + exitCode + "\n" + stdout() + stderr();
    }
}

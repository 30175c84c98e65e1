package net.diag.shell.verb;

import java.util.List;
import net.diag.shell.data.Held;

/** Runs the other pipeline of a {@code join}. */
public interface JoinSource {
    /** All its records. */
    List<Held<?>> run(String pipeline) throws VerbException;
}

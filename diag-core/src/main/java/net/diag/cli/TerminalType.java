package net.diag.cli;

import org.jline.utils.InfoCmp;

/**
 * What a terminal of a type can do, known without asking the system.
 *
 * <p>JLine runs {@code infocmp} for each terminal that it opens, also for the types that it has a description of
 * itself: 20 ms and a child process before the first prompt or screen.
 */
public final class TerminalType {
    private TerminalType() {}

    /** Before a terminal is built: let JLine use its own description of {@code term}, if it has one. */
    public static void describe(String term) {
        String capabilities = term == null ? null : InfoCmp.getDefaultInfoCmp(term);
        if (capabilities != null) {
            InfoCmp.setLoadedInfoCmp(term, capabilities);
        }
    }
}

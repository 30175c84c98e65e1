package net.diag.sys;

/**
 * The end of the process by {@code _exit(2)}, past the Java virtual machine.
 *
 * <p>{@link System#exit} waits up to 300 ms for threads that are inside a native call; a resolver that
 * doesn't answer holds such a thread for seconds. Flush before: no shutdown hook runs.
 *
 * <p>Only where the system property {@code diag.training} is set, the Java virtual machine ends as usual,
 * for it writes the start-up archive at its end.
 */
public final class ProcessExit {
    private ProcessExit() {}

    /** End the process now. */
    public static void immediately(int status) {
        if (System.getProperty("diag.training") != null) {
            System.exit(status);
        }
        LibC.call(LibC.function("_exit"), status);
    }
}

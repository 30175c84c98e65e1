package net.diag.sys;

/**
 * The end of the process by {@code _exit(2)}, past the Java virtual machine.
 *
 * <p>{@link System#exit} waits up to 300 ms for threads that are inside a native call; a resolver that
 * doesn't answer holds such a thread for seconds. Flush before: no shutdown hook runs.
 */
public final class ProcessExit {
    private ProcessExit() {}

    /** End the process now. */
    public static void immediately(int status) {
        LibC.call(LibC.function("_exit"), status);
    }
}

package net.diag.proc;

/**
 * Where the files of {@code /proc/net} are read. {@code /proc/net} is that of the process's main
 * thread; in a namespace that a thread has entered it is {@code /proc/thread-self/net}.
 *
 * @param net the directory
 */
public record ProcRoot(String net) {
    /** The process's own. */
    public static final ProcRoot OWN = new ProcRoot("/proc/net");
    /** The calling thread's. */
    public static final ProcRoot OF_THREAD = new ProcRoot("/proc/thread-self/net");

    /** The path of a file in it. */
    public String path(String file) {
        return net + "/" + file;
    }
}

package net.diag.sys;

/**
 * Signals read from a descriptor ({@code signalfd(2)}) instead of caught by a handler.
 *
 * <p>The JVM keeps {@code SIGQUIT} for its thread dump and {@code sun.misc.Signal} can't have it.
 * With {@code -Xrs}, and the signals blocked before the JVM starts (as the launcher does), every
 * thread inherits the mask, and one thread reads them here. Where they aren't blocked, their default
 * action is taken and this descriptor stays silent.
 */
public final class SignalFd implements AutoCloseable {
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGQUIT = 3;
    public static final int SIGKILL = 9;
    public static final int SIGUSR1 = 10;
    public static final int SIGUSR2 = 12;
    public static final int SIGPIPE = 13;
    public static final int SIGALRM = 14;
    public static final int SIGTERM = 15;
    public static final int SIGCHLD = 17;
    public static final int SIGCONT = 18;
    public static final int SIGTSTP = 20;
    public static final int SIGWINCH = 28;

    private static final int SFD_CLOEXEC = 0x80000;
    private static final int SIGSET_LENGTH = 128;
    private static final int SIGNALFD_SIGINFO_LENGTH = 128;
    private static final int SIG_BLOCK = 0;

    private final Fd fd;
    private final NativeBuffer info = NativeBuffer.allocate(SIGNALFD_SIGINFO_LENGTH);

    private SignalFd(Fd fd) {
        this.fd = fd;
    }

    /** Block {@code signals} in the calling thread and open a descriptor that tells of them. */
    public static SignalFd open(int... signals) throws ErrnoException {
        NativeBuffer set = set(signals);
        LibC.call(LibC.function("pthread_sigmask"), SIG_BLOCK, set.pointer(), null);
        int r = LibC.call(LibC.function("signalfd"), -1, set.pointer(), SFD_CLOEXEC);
        if (r < 0) {
            throw new ErrnoException("signalfd", -r);
        }
        return new SignalFd(Fd.of(r));
    }

    /** Whether {@code signal} is blocked in the calling thread, as the launcher leaves it for every thread. */
    public static boolean isBlocked(int signal) {
        NativeBuffer set = NativeBuffer.allocate(SIGSET_LENGTH);
        LibC.call(LibC.function("pthread_sigmask"), SIG_BLOCK, null, set.pointer());
        return (set.bytes().get((signal - 1) / 8) >> (signal - 1) % 8 & 1) != 0;
    }

    private static NativeBuffer set(int... signals) {
        NativeBuffer set = NativeBuffer.allocate(SIGSET_LENGTH);
        for (int s : signals) {
            int i = (s - 1) / 8;
            set.bytes().put(i, (byte) (set.bytes().get(i) | 1 << (s - 1) % 8));
        }
        return set;
    }

    /** The descriptor, to be polled for {@code POLLIN}. */
    public Fd fd() {
        return fd;
    }

    /** Wait for the next signal and return its number; {@code -errno} on failure. */
    public int read() {
        int r = fd.read(info, 0, SIGNALFD_SIGINFO_LENGTH);
        return r < 0 ? r : info.bytes().getInt(0);
    }

    /** Send {@code signal} to a process ({@code kill(2)}); 0 or {@code -errno}. */
    public static int kill(int pid, int signal) {
        return LibC.call(LibC.function("kill"), pid, signal);
    }

    @Override
    public void close() {
        fd.close();
    }
}

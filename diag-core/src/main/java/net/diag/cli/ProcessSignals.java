package net.diag.cli;

import java.util.Arrays;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.ProcessExit;
import net.diag.sys.SignalFd;

/**
 * Turns the process's signals into a {@link Cancellation}.
 *
 * <p>The launcher starts the JVM with the signals blocked and {@code -Xrs}; then a thread reads them
 * from a descriptor: {@code SIGINT}, {@code SIGTERM} and {@code SIGHUP} cancel, {@code SIGQUIT} asks
 * for a report. A tool that doesn't react to the third one is ended. Started without the launcher, a
 * shutdown hook cancels, waits for the tool's summary and keeps its exit status; {@code SIGQUIT} then
 * stays the JVM's.
 *
 * <p>All of it happens in the thread, beside the tool's own start: the first native call costs more
 * than ten milliseconds. A signal that comes before stays pending. (JNA's classes may be initialised by
 * two threads at once: {@code Native} needs no class whose initialisation needs {@code Native}.)
 */
final class ProcessSignals extends Thread {
    private static final int PATIENCE = 3;
    private static final long SUMMARY_MILLIS = 2000;
    private static final int[] SIGNALS = {SignalFd.SIGINT, SignalFd.SIGQUIT, SignalFd.SIGTERM, SignalFd.SIGHUP};

    private final Cancellation cancellation;
    private boolean finished;
    private int status;

    private ProcessSignals(Cancellation cancellation) {
        super("signals");
        this.cancellation = cancellation;
    }

    static ProcessSignals listen(Cancellation cancellation) {
        ProcessSignals s = new ProcessSignals(cancellation);
        s.setDaemon(true);
        s.start();
        return s;
    }

    @Override
    public void run() {
        // Not SIGQUIT: the JVM itself blocks that in all threads but one.
        if (SignalFd.isBlocked(SignalFd.SIGINT)) {
            try {
                read(SignalFd.open(blocked()));
                return;
            } catch (ErrnoException e) {
                // No descriptor left for it; the hook still serves what isn't blocked.
            }
        }
        try {
            Runtime.getRuntime().addShutdownHook(new Hook());
        } catch (IllegalStateException e) {
            // The tool was faster and is ending the JVM.
        }
    }

    /** Only what the launcher has blocked: an unblocked signal goes to any thread and ends the JVM. */
    private static int[] blocked() {
        int[] blocked = new int[SIGNALS.length];
        int n = 0;
        for (int s : SIGNALS) {
            if (SignalFd.isBlocked(s)) {
                blocked[n++] = s;
            }
        }
        return Arrays.copyOf(blocked, n);
    }

    private void read(SignalFd signals) {
        int interrupts = 0;
        while (true) {
            int signal = signals.read();
            if (signal == SignalFd.SIGQUIT) {
                cancellation.requestReport();
            } else if (signal > 0) {
                if (++interrupts == PATIENCE) {
                    ProcessExit.immediately(128 + signal);
                }
                cancellation.cancel(signal);
            } else if (signal != -Errno.EINTR) {
                return;
            }
        }
    }

    /** The tool is through; its status is kept also if a signal is about to end the process. */
    synchronized void finished(int exitStatus) {
        finished = true;
        status = exitStatus;
        notifyAll();
    }

    private synchronized void cancelAndWait() throws InterruptedException {
        if (finished) {
            return;
        }
        cancellation.cancel();
        long end = System.currentTimeMillis() + SUMMARY_MILLIS;
        for (long left = SUMMARY_MILLIS; !finished && left > 0; left = end - System.currentTimeMillis()) {
            wait(left);
        }
        if (finished) {
            Runtime.getRuntime().halt(status);
        }
    }

    private final class Hook extends Thread {
        Hook() {
            super("shutdown");
        }

        @Override
        public void run() {
            try {
                cancelAndWait();
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }
}

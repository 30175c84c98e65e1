package net.diag.cli;

import net.diag.sys.ErrnoException;
import net.diag.sys.EventFd;
import net.diag.sys.Poll;
import net.diag.sys.SignalFd;

/**
 * Turns the process's signals into a {@link Cancellation}.
 *
 * <p>The launcher starts the JVM with the signals blocked and {@code -Xrs}; then one thread reads them
 * from a descriptor: {@code SIGINT}, {@code SIGTERM} and {@code SIGHUP} cancel, {@code SIGQUIT} asks
 * for a report. A tool that doesn't react to the third one is ended. Started without the launcher, a
 * shutdown hook cancels, waits for the tool's summary and keeps its exit status; {@code SIGQUIT} then
 * stays the JVM's.
 */
final class ProcessSignals extends Thread {
    private static final int PATIENCE = 3;

    private final Cancellation cancellation;
    private final SignalFd signalFd;
    /** Ends the reading thread: the JVM's exit waits 300 ms for a thread that sits in a system call. */
    private final EventFd end;

    private boolean finished;
    private int status;

    private ProcessSignals(Cancellation cancellation, SignalFd signalFd, EventFd end) {
        super(signalFd == null ? "shutdown" : "signals");
        this.cancellation = cancellation;
        this.signalFd = signalFd;
        this.end = end;
    }

    static ProcessSignals listen(Cancellation cancellation) {
        if (SignalFd.isBlocked(SignalFd.SIGINT)) {
            try {
                ProcessSignals s = new ProcessSignals(cancellation, open(), EventFd.open());
                s.setDaemon(true);
                s.start();
                return s;
            } catch (ErrnoException e) {
                // No descriptor left for it: the hook below still works for the unblocked signals.
            }
        }
        ProcessSignals hook = new ProcessSignals(cancellation, null, null);
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    /** Only what the launcher has blocked: an unblocked signal goes to any thread and ends the JVM. */
    private static SignalFd open() throws ErrnoException {
        int[] wanted = {SignalFd.SIGINT, SignalFd.SIGQUIT, SignalFd.SIGTERM, SignalFd.SIGHUP};
        int n = 0;
        for (int s : wanted) {
            if (SignalFd.isBlocked(s)) {
                wanted[n++] = s;
            }
        }
        return SignalFd.open(java.util.Arrays.copyOf(wanted, n));
    }

    @Override
    public void run() {
        if (signalFd != null) {
            read();
        } else {
            cancelAndWait();
        }
    }

    private void read() {
        int interrupts = 0;
        Poll poll = new Poll(2);
        int signalled = poll.add(signalFd.fd(), Poll.POLLIN);
        int ending = poll.add(end.fd(), Poll.POLLIN);
        while (true) {
            poll.await(-1);
            if (poll.ready(ending) != 0) {
                return;
            }
            if (poll.ready(signalled) == 0) {
                continue;
            }
            int signal = signalFd.read();
            if (signal == SignalFd.SIGQUIT) {
                cancellation.requestReport();
            } else if (signal > 0) {
                if (++interrupts == PATIENCE) {
                    Runtime.getRuntime().halt(128 + signal);
                }
                cancellation.cancel(signal);
            } else if (signal != -net.diag.sys.Errno.EINTR) {
                return;
            }
        }
    }

    private synchronized void cancelAndWait() {
        if (finished) {
            return;
        }
        cancellation.cancel();
        try {
            wait(2000);
        } catch (InterruptedException e) {
            return;
        }
        if (finished) {
            Runtime.getRuntime().halt(status);
        }
    }

    /** The tool is through; its status is kept also if a signal is about to end the process. */
    void finished(int exitStatus) {
        synchronized (this) {
            finished = true;
            status = exitStatus;
            notifyAll();
        }
        if (end != null) {
            end.signal();
            try {
                join(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

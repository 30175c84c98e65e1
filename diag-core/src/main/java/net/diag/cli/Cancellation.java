package net.diag.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * How a running tool is told to stop (Ctrl-C, {@code SIGTERM}, the shell's {@code kill}) or to report
 * in between ({@code SIGQUIT}).
 *
 * <p>Both are flags that the tool's loop looks at, plus wake-ups for whoever sleeps in a system call:
 * a wake-up typically writes to an {@code eventfd} that the tool polls. Wake-ups run in the thread
 * that cancels (a signal thread): they are short and print nothing.
 */
public final class Cancellation {
    private final List<Runnable> wakeUps = new ArrayList<>();
    private volatile boolean cancelled;
    private volatile int signal;
    private volatile int reportRequests;
    private int reportsSeen;

    /** Ask the tool to stop, as by {@code SIGINT}. Repeating it wakes again. */
    public void cancel() {
        cancel(2);
    }

    /** Ask the tool to stop because of this signal (2 {@code SIGINT}, 15 {@code SIGTERM} …). */
    public void cancel(int signalNumber) {
        if (!cancelled) {
            signal = signalNumber;
            cancelled = true;
        }
        wake();
    }

    /** Ask for an interim report, as by {@code SIGQUIT}. */
    public void requestReport() {
        synchronized (wakeUps) {
            reportRequests++;
        }
        wake();
    }

    private void wake() {
        Runnable[] all;
        synchronized (wakeUps) {
            all = wakeUps.toArray(new Runnable[0]);
        }
        for (Runnable r : all) {
            r.run();
        }
    }

    /** Whether the tool shall stop. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** The signal that asked to stop; 0 if none did. */
    public int signal() {
        return signal;
    }

    /** Whether a report was asked for since the last call; for the tool's own thread. */
    public boolean takeReportRequest() {
        int requests = reportRequests;
        boolean asked = requests != reportsSeen;
        reportsSeen = requests;
        return asked;
    }

    /**
     * Have {@code wakeUp} run on every cancel and report request; at once if already cancelled.
     * Close what it gives when the tool no longer sleeps.
     */
    public Registration onWake(Runnable wakeUp) {
        synchronized (wakeUps) {
            wakeUps.add(wakeUp);
        }
        if (cancelled) {
            wakeUp.run();
        }
        return new Registration(wakeUps, wakeUp);
    }

    /** A wake-up that is in place until closed. */
    public static final class Registration implements AutoCloseable {
        private final List<Runnable> list;
        private final Runnable wakeUp;

        Registration(List<Runnable> list, Runnable wakeUp) {
            this.list = list;
            this.wakeUp = wakeUp;
        }

        @Override
        public void close() {
            synchronized (list) {
                list.remove(wakeUp);
            }
        }
    }
}

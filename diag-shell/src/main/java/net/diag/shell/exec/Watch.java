package net.diag.shell.exec;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.diag.cli.Cancellation;
import net.diag.record.DurationText;
import net.diag.shell.lang.Pipeline;
import net.diag.shell.lang.Word;
import net.diag.shell.verb.VerbException;

/** Runs a pipeline at a fixed interval until it is cancelled, on a terminal each time on a cleared screen. */
final class Watch {
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final Executor executor;

    Watch(Executor executor) {
        this.executor = executor;
    }

    int run(Word interval, Pipeline p, String source, Streams streams, Cancellation cancellation) throws VerbException {
        long nanos = nanos(interval);
        CountDownLatch stop = new CountDownLatch(1);
        int status = 0;
        boolean screen = streams.environment().stdoutTerminal()
                && !"dumb".equals(streams.environment().variable("TERM"));
        try (Cancellation.Registration wake = cancellation.onWake(() -> {
            if (cancellation.isCancelled()) {
                stop.countDown();
            }
        })) {
            for (long next = System.nanoTime(); !cancellation.isCancelled(); ) {
                if (screen) {
                    streams.out().print(CLEAR);
                    streams.out().println("every " + interval.text() + ": " + source.substring(p.start(), p.end()));
                    streams.out().println();
                }
                status = executor.pipeline(p, source, streams, cancellation);
                streams.out().flush();
                next = Math.max(next + nanos, System.nanoTime());
                if (stop.await(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status;
    }

    private static long nanos(Word interval) throws VerbException {
        try {
            long nanos = DurationText.parse(interval.text(), 1_000_000_000L);
            if (nanos > 0) {
                return nanos;
            }
        } catch (IllegalArgumentException e) {
            throw new VerbException(
                    "watch takes an interval such as 2s or 500ms, not '" + interval.text() + "'", interval.start());
        }
        throw new VerbException("the interval must not be 0", interval.start());
    }
}

package net.diag.shell;

import net.diag.cli.Cancellation;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Makes Ctrl-C and SIGTERM of a script stop its command. */
final class CancelOnSignal {
    private static final int PATIENCE = 3;

    private CancelOnSignal() {}

    static void install(Cancellation cancellation) {
        int[] count = new int[1];
        SignalHandler handler = signal -> {
            if (++count[0] >= PATIENCE) {
                Runtime.getRuntime().halt(128 + signal.getNumber());
            }
            cancellation.cancel(signal.getNumber());
        };
        try {
            Signal.handle(new Signal("INT"), handler);
            Signal.handle(new Signal("TERM"), handler);
        } catch (IllegalArgumentException e) {
            // started with -Xrs, as by a test: the signals keep their default action
        }
    }
}

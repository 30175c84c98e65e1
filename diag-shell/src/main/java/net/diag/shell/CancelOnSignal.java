package net.diag.shell;

import net.diag.cli.Cancellation;
import net.diag.sys.SignalFd;
import org.jline.utils.Signals;

/** Makes Ctrl-C and SIGTERM of a script stop its command; the third time, the script. */
final class CancelOnSignal {
    private static final int PATIENCE = 3;

    private CancelOnSignal() {}

    static void install(Cancellation cancellation) {
        register("INT", SignalFd.SIGINT, cancellation);
        register("TERM", SignalFd.SIGTERM, cancellation);
    }

    private static void register(String name, int number, Cancellation cancellation) {
        int[] count = new int[1];
        Signals.register(name, () -> {
            if (++count[0] >= PATIENCE) {
                Runtime.getRuntime().halt(128 + number);
            }
            cancellation.cancel(number);
        });
    }
}

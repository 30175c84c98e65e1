package net.diag.dump.print.app;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Printer;

/** The identification line of SSH (RFC 4253 §4.2); what follows it is binary and not printed. */
public final class SshPrinter implements Printer {
    public static final SshPrinter INSTANCE = new SshPrinter();

    private static final int MAXIMUM = 255;

    private SshPrinter() {}

    @Override
    public void print(Dissection d, int o, int length) {
        d.protocol = "ssh";
        int size = 0;
        while (true) {
            if (size == length || size == MAXIMUM) {
                return;
            }
            int c = d.u8(o + size);
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c < 0x20 || c > 0x7e) {
                return;
            }
            size++;
        }
        d.text(": SSH: ").string(o, size);
    }
}

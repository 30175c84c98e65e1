package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;

/** The data of a reset: text of the one who sent it (RFC 1122 §4.2.2.12), cut at 30 bytes. */
final class TcpResetData {
    private static final int MAXIMUM = 30;

    private TcpResetData() {}

    static void print(Dissection d, int offset, int length) {
        d.text(length > 30 ? " [RST+ " : " [RST ");
        d.string(offset, Math.min(length, MAXIMUM));
        d.ch(']');
    }
}

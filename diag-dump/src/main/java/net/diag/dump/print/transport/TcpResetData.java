package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.Tokens;

/**
 * The data of a reset: text of the one who sent it (RFC 1122 §4.2.2.12), cut at 30 bytes; or the
 * diagnostic form of eight bytes that begins with a magic number.
 */
final class TcpResetData {
    private static final int MAXIMUM = 30;
    private static final int DIAGNOSTIC_LENGTH = 8;
    private static final int MAGIC = 0x33aa;
    private static final Tokens REASONS = Tokens.of(1, "Illegal option length");

    private TcpResetData() {}

    static void print(Dissection d, int offset, int length) {
        if (length == DIAGNOSTIC_LENGTH && d.has(offset, length) && d.u16(offset) == MAGIC) {
            d.text(" [RST: ")
                    .tok(REASONS, "Unknown reason %u", d.u16(offset + 2))
                    .ch(']');
            return;
        }
        d.text(length > MAXIMUM ? " [RST+ " : " [RST ");
        int shown = Math.min(length, MAXIMUM);
        for (int i = 0; i < shown && d.has(offset + i, 1); i++) {
            d.safe(d.u8(offset + i));
        }
        d.ch(']');
        if (!d.has(offset, length)) {
            throw d.truncated();
        }
    }
}

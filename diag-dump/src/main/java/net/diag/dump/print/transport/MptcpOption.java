package net.diag.dump.print.transport;

import net.diag.dump.print.Dissection;

/** The Multipath TCP option (RFC 8684, RFC 6824). */
final class MptcpOption {
    private MptcpOption() {}

    /** Prints the option at an offset; false if it is broken. */
    static boolean print(Dissection d, int o, int length, int flags) {
        if (length < 3) {
            return false;
        }
        d.ch(' ').dec(length);
        int subtype = d.u8(o + 2) >> 4;
        d.text(" unknown-").dec(subtype);
        return true;
    }
}

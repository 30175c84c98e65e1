package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;

/** IEEE 802.2 logical link control and SNAP. */
public final class Llc {
    private Llc() {}

    /**
     * Prints LLC at an offset.
     *
     * @return the length of the LLC header
     */
    public static int print(Dissection d, int offset, int length) {
        d.protocol = "llc";
        if (!d.suppressDump()) {
            d.defaultDump(offset, d.available(offset));
        }
        return 0;
    }
}

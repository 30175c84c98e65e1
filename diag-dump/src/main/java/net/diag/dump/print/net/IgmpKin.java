package net.diag.dump.print.net;

import net.diag.dump.print.Printer;

/** Printers of routing protocols that travel inside IGMP. */
final class IgmpKin {
    private IgmpKin() {}

    /** DVMRP behind {@code igmp dvmrp}, or null. */
    static Printer dvmrp() {
        return null;
    }

    /** PIM version 1 behind {@code igmp pimv1}, or null. */
    static Printer pimVersion1() {
        return null;
    }
}

package net.diag.dump.print.link;

import net.diag.dump.print.Printer;

/** Link-level protocols that tunnels carry outside LLC. */
public final class LinkProtocols {
    private LinkProtocols() {}

    /** The printer of OSI network protocols, or null. */
    public static Printer osi() {
        return LlcSaps.printer(0xfe);
    }

    /** The printer of one of Cisco's protocols by its SNAP number, or null. */
    public static Printer cisco(int pid) {
        return LlcSaps.ciscoPrinter(pid);
    }
}

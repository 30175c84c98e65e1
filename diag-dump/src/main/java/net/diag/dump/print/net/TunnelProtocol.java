package net.diag.dump.print.net;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.EtherTypes;

/** The protocol field of tunnels that carry an EtherType. */
final class TunnelProtocol {
    private TunnelProtocol() {}

    /** Appends {@code , proto NAME (0xNNNN)}. */
    static void name(Dissection d, int type) {
        String name = EtherTypes.name(type);
        d.text(", proto ")
                .text(name.equals("Unknown") ? "unknown" : name)
                .text(" (0x")
                .hex(type, 4)
                .ch(')');
    }
}

package net.diag.dump.print;

import net.diag.dump.print.link.CookedPrinter;
import net.diag.dump.print.link.EthernetFrames;
import net.diag.dump.print.link.LoopbackPrinter;
import net.diag.dump.print.link.PppHdlcPrinter;
import net.diag.dump.print.link.PppPrinter;
import net.diag.dump.print.link.PppoePrinter;
import net.diag.dump.print.link.RawIpPrinter;
import net.diag.dump.print.link.UnsupportedLink;

/**
 * The printers by link type (LINKTYPE_ number of capture files). A row names its class directly, so
 * that the class is loaded when the first such file is read and not before.
 */
public final class LinkTypes {
    private LinkTypes() {}

    /** The printer; frames of an unknown link type are dumped. */
    public static LinkPrinter printer(int linkType) {
        return switch (linkType) {
            case 0, 108 -> LoopbackPrinter.INSTANCE;
            case 113 -> CookedPrinter.V1;
            case 276 -> CookedPrinter.V2;
            case 1 -> EthernetFrames.INSTANCE;
            case 9 -> PppPrinter.LINK;
            case 50 -> PppHdlcPrinter.INSTANCE;
            case 51 -> PppoePrinter.LINK;
            case 12, 14, 101 -> RawIpPrinter.ANY;
            case 228 -> RawIpPrinter.IPV4;
            case 229 -> RawIpPrinter.IPV6;
            default -> UnsupportedLink.INSTANCE;
        };
    }
}

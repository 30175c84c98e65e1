package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.LinkPrinter;
import net.diag.dump.print.net.Ipv4Printer;
import net.diag.dump.print.net.Ipv6Printer;

/** Frames that are bare IP packets: LINKTYPE_RAW, LINKTYPE_IPV4, LINKTYPE_IPV6. */
public final class RawIpPrinter implements LinkPrinter {
    public static final RawIpPrinter ANY = new RawIpPrinter(0);
    public static final RawIpPrinter IPV4 = new RawIpPrinter(4);
    public static final RawIpPrinter IPV6 = new RawIpPrinter(6);

    private final int version;

    private RawIpPrinter(int version) {
        this.version = version;
    }

    @Override
    public int print(Dissection d, int offset, int length) {
        d.protocol = "raw";
        int found = version != 0 ? version : d.u8(offset) >> 4;
        if (d.linkHeader && (found == 4 || found == 6)) {
            d.text(found == 4 ? "IP " : "IP6 ");
        }
        switch (found) {
            case 4 -> Ipv4Printer.INSTANCE.print(d, offset, length);
            case 6 -> Ipv6Printer.INSTANCE.print(d, offset, length);
            default -> d.text("unknown ip ").dec(found);
        }
        return 0;
    }
}

package net.diag.dump.print.link;

import net.diag.dump.print.Dissection;
import net.diag.dump.print.LinkPrinter;

/** Frames of a link type that has no printer: {@code UNSUPPORTED} and a dump. */
public final class UnsupportedLink implements LinkPrinter {
    public static final UnsupportedLink INSTANCE = new UnsupportedLink();

    private UnsupportedLink() {}

    @Override
    public int print(Dissection d, int offset, int length) {
        d.protocol = "unsupported";
        d.text("UNSUPPORTED");
        if (!d.suppressDump()) {
            d.defaultDump(offset, d.available(offset));
        }
        return 0;
    }
}

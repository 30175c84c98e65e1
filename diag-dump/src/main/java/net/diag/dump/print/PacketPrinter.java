package net.diag.dump.print;

import net.diag.capture.PacketReader;

/**
 * Prints one packet after the other: the frame of a line (number, lengths, time), the walk by the link
 * type's printer, the mark of truncation, the dumps, the line end.
 */
public final class PacketPrinter {
    private static final int MAXIMUM_SNAPLEN = 262144;

    private final PrintOptions options;
    private final TimeText time;
    private final LinkPrinter link;
    private final Dissection d;

    public PacketPrinter(Dissection d, int linkType, ZoneOffsets zone) {
        this.d = d;
        options = d.options;
        time = new TimeText(options, zone);
        link = LinkTypes.printer(linkType);
    }

    /**
     * Appends the packet's text.
     *
     * @param number the packet's number, from 1
     */
    public void print(PacketReader p, long number) {
        if (options.number) {
            d.decPadded(number, 5).text("  ");
        }
        if (options.lengths) {
            d.text("caplen ")
                    .dec(p.captured)
                    .text(" len ")
                    .dec(p.length & 0xffffffffL)
                    .ch(' ');
        }
        if (p.captured <= 0 || p.length < p.captured || p.captured > MAXIMUM_SNAPLEN || p.length > MAXIMUM_SNAPLEN) {
            invalidHeader(p.captured & 0xffffffffL, p.length & 0xffffffffL);
            return;
        }
        time.print(d, p.seconds, p.fraction);
        d.begin(p.bytes, p.offset, p.captured);
        d.seconds = p.seconds;
        d.fraction = p.fraction;
        int header = 0;
        try {
            header = link.print(d, p.offset, p.length);
        } catch (Truncation e) {
            d.truncationMark();
        }
        if (options.hexAscii > 0 || options.hex > 0 || options.ascii > 0) {
            dump(p, header);
        }
        d.ch('\n');
    }

    private void dump(PacketReader p, int linkHeader) {
        d.begin(p.bytes, p.offset, p.captured);
        int kind = options.hexAscii > 0 ? options.hexAscii : options.hex > 0 ? options.hex : options.ascii;
        int skipped = kind > 1 ? 0 : linkHeader;
        int offset = p.offset + skipped;
        int length = p.captured - skipped;
        if (length <= 0) {
            return;
        }
        if (options.hexAscii > 0) {
            d.hexAsciiDump("\n\t", offset, length);
        } else if (options.hex > 0) {
            d.hexDump("\n\t", offset, length);
        } else {
            d.asciiDump(offset, length);
        }
    }

    private void invalidHeader(long captured, long length) {
        d.text("[Invalid header:");
        String separator = " ";
        if (captured == 0) {
            d.text(separator).text("caplen==0");
            separator = ", ";
        }
        if (length == 0) {
            d.text(separator).text("len==0");
            separator = ", ";
        } else if (length < captured) {
            d.text(separator)
                    .text("len(")
                    .dec(length)
                    .text(") < caplen(")
                    .dec(captured)
                    .ch(')');
            separator = ", ";
        }
        if (captured > MAXIMUM_SNAPLEN) {
            d.text(separator).text("caplen(").dec(captured).text(") > 262144");
            separator = ", ";
        }
        if (length > MAXIMUM_SNAPLEN) {
            d.text(separator).text("len(").dec(length).text(") > 262144");
        }
        d.text("]\n");
    }
}

package net.diag.dump;

import net.diag.capture.PacketReader;
import net.diag.cli.StdOut;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.Names;
import net.diag.dump.print.PacketPrinter;
import net.diag.dump.print.SessionState;
import net.diag.dump.print.ZoneOffsets;

/** Prints packets as tcpdump does, in large pieces unless every line is wanted at once. */
final class TextSink implements PacketSink {
    private static final int FLUSH_AT = 1 << 15;

    private final Dissection dissection;
    private final PacketPrinter printer;
    private final StdOut out;
    private final boolean eachPacket;
    private final long sampling;

    TextSink(DumpOptions options, int linkType, StdOut out, String tz) {
        Names names = options.print.numeric
                ? new NumericNames()
                : new ResolvedNames(options.readsFiles(), options.print.shortNames);
        dissection = new Dissection(options.print, names, new SessionState());
        printer = new PacketPrinter(dissection, linkType, ZoneOffsets.of(tz));
        this.out = out;
        eachPacket = options.lineBuffered || options.packetBuffered && options.writeFile == null;
        sampling = options.sampling;
    }

    @Override
    public void accept(PacketReader packet, long number) {
        if (sampling > 1 && number % sampling != 0) {
            return;
        }
        printer.print(packet, number);
        if (dissection.size() >= FLUSH_AT) {
            drain();
        } else if (eachPacket) {
            flush();
        }
    }

    private void drain() {
        out.write(dissection.takeBuffer(), 0, dissection.size());
        dissection.clear();
    }

    @Override
    public void flush() {
        drain();
        out.flush();
    }

    @Override
    public void close() {
        flush();
    }
}

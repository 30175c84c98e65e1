package net.diag.dump;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import net.diag.capture.CaptureFileException;
import net.diag.capture.CaptureFiles;
import net.diag.capture.LinkType;
import net.diag.capture.PacketReader;
import net.diag.dump.print.Dissection;
import net.diag.dump.print.PacketPrinter;
import net.diag.dump.print.SessionState;
import net.diag.dump.print.ZoneOffsets;

/** One run of diag-dump: from the command line to the exit status. */
public final class Dump {
    private static final int FLUSH_AT = 1 << 15;

    private final DumpOptions options;
    private final OutputStream out;
    private final OutputStream err;
    private final ZoneOffsets zone;

    private Dump(DumpOptions options, OutputStream out, OutputStream err, String tz) {
        this.options = options;
        this.out = out;
        this.err = err;
        zone = ZoneOffsets.of(tz);
    }

    static int run(String[] args) {
        return run(
                args,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv("TZ"));
    }

    /**
     * Runs with given streams.
     *
     * @param tz the zone's name as in the environment, null for the system's
     * @return the exit status
     */
    public static int run(String[] args, OutputStream out, OutputStream err, String tz) {
        try {
            try {
                DumpOptions options = CommandLine.parse(args);
                return new Dump(options, out, err, tz).read();
            } catch (UsageException e) {
                line(err, "diag-dump: " + e.getMessage());
                return 1;
            } catch (CaptureFileException e) {
                line(err, "diag-dump: " + e.getMessage());
                return 1;
            }
        } catch (IOException e) {
            return 1;
        }
    }

    private int read() throws IOException, UsageException {
        if (options.readFiles.isEmpty()) {
            throw new UsageException("no file to read");
        }
        String name = options.readFiles.get(0);
        try (PacketReader packets = CaptureFiles.open(name, options.print.nanos)) {
            announce(name, packets);
            Dissection d = new Dissection(options.print, new NumericNames(), new SessionState());
            PacketPrinter printer = new PacketPrinter(d, packets.linkType(), zone);
            try {
                long number = 0;
                while (packets.next()) {
                    number++;
                    printer.print(packets, number);
                    if (d.size() >= FLUSH_AT) {
                        flush(d);
                    }
                    if (number == options.count) {
                        break;
                    }
                }
            } finally {
                flush(d);
            }
            return 0;
        }
    }

    private void flush(Dissection d) throws IOException {
        out.write(d.takeBuffer(), 0, d.size());
        d.clear();
    }

    private void announce(String name, PacketReader packets) throws IOException {
        LinkType type = LinkType.of(packets.linkType());
        String text = type == null ? String.valueOf(packets.linkType()) : type.name() + " (" + type.description() + ")";
        line(err, "reading from file " + name + ", link-type " + text + ", snapshot length " + packets.snaplen());
    }

    private static void line(OutputStream stream, String text) throws IOException {
        stream.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}

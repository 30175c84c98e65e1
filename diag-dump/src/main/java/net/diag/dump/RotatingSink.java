package net.diag.dump;

import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.diag.capture.CaptureFiles;
import net.diag.capture.PacketReader;
import net.diag.capture.PacketWriter;
import net.diag.capture.PcapWriter;
import net.diag.capture.PcapngWriter;

/** Writes packets to files, the next one begun by size ({@code -C}) or by time ({@code -G}). */
final class RotatingSink implements PacketSink {
    /** {@code -W} files have been written: the run is over. */
    static final class LimitReached extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final DumpOptions options;
    private final int linkType;
    private final int snaplen;
    private PacketWriter writer;
    private String current;
    private int counter;
    private long started = System.currentTimeMillis() / 1000;
    private int timed;

    RotatingSink(DumpOptions options, int linkType, int snaplen) throws IOException {
        this.options = options;
        this.linkType = linkType;
        this.snaplen = snaplen;
        open();
    }

    private void open() throws IOException {
        current = fileName();
        java.io.OutputStream stream = CaptureFiles.create(current);
        if (current.endsWith(".pcapng") || current.contains(".pcapng.")) {
            PcapngWriter next = new PcapngWriter(stream, "diag-dump");
            next.addInterface(linkType, snaplen, options.device);
            writer = next;
        } else {
            writer = new PcapWriter(stream, linkType, snaplen, options.print.nanos);
        }
        if (options.packetBuffered || !options.readsFiles()) {
            writer.flush();
        }
    }

    private String fileName() {
        String name = options.writeFile;
        if (options.rotateSeconds > 0) {
            ZonedDateTime now = Instant.ofEpochSecond(started).atZone(ZoneId.systemDefault());
            name = Strftime.format(name, now);
        }
        if (options.rotateBytes == 0) {
            return name;
        }
        if (options.fileCount == 0) {
            return counter == 0 ? name : name + counter;
        }
        int digits = Integer.toString(options.fileCount - 1).length();
        String number = Integer.toString(counter);
        return name + "0".repeat(Math.max(0, digits - number.length())) + number;
    }

    @Override
    public void accept(PacketReader packet, long number) throws IOException {
        if (options.rotateSeconds > 0) {
            rotateByTime();
        }
        if (options.rotateBytes > 0 && writer.size() > options.rotateBytes) {
            finish();
            counter++;
            if (options.fileCount > 0 && options.rotateSeconds == 0 && counter >= options.fileCount) {
                counter = 0;
            }
            open();
        }
        writer.write(packet);
        if (options.packetBuffered) {
            writer.flush();
        }
    }

    private void rotateByTime() throws IOException {
        long now = System.currentTimeMillis() / 1000;
        if (now - started < options.rotateSeconds) {
            return;
        }
        finish();
        timed++;
        if (options.fileCount > 0 && options.rotateBytes == 0 && timed >= options.fileCount) {
            writer = null;
            throw new LimitReached();
        }
        started = now;
        counter = 0;
        open();
    }

    private void finish() throws IOException {
        writer.close();
        if (options.afterRotation != null) {
            new ProcessBuilder("nice", "-n", "19", options.afterRotation, current)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectInput(new File("/dev/null"))
                    .start();
        }
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}

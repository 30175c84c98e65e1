package net.diag.dump;

import java.io.FileNotFoundException;
import java.io.IOException;
import net.diag.capture.PacketReader;
import net.diag.cli.ToolContext;
import net.diag.cli.ToolException;

/** Chooses what happens to packets: printed, written, both, or only counted. */
final class DumpSinks {
    private DumpSinks() {}

    static PacketSink of(DumpOptions options, int linkType, int snaplen, ToolContext context, PacketRecords records)
            throws ToolException {
        if (options.countOnly) {
            return (packet, number) -> {};
        }
        String tz = context.environment().variable("TZ");
        PacketSink text = records != null && records.replaceText() ? records : null;
        if (text == null && options.prints()) {
            text = new TextSink(options, linkType, context.out(), tz);
        }
        if (options.writeFile == null) {
            return text;
        }
        PacketSink file;
        try {
            file = new RotatingSink(options, linkType, snaplen);
        } catch (FileNotFoundException e) {
            throw new ToolException(1, reason(options.writeFile, e), e);
        } catch (IOException e) {
            throw new ToolException(1, options.writeFile + ": " + e.getMessage(), e);
        }
        return text == null ? file : new Both(file, text);
    }

    private static String reason(String name, FileNotFoundException e) {
        String message = e.getMessage();
        int open = message.lastIndexOf('(');
        String cause = open < 0 ? "No such file or directory" : message.substring(open + 1, message.length() - 1);
        return name + ": " + cause;
    }

    /** Writes and prints. */
    private record Both(PacketSink first, PacketSink second) implements PacketSink {
        @Override
        public void accept(PacketReader packet, long number) throws IOException {
            first.accept(packet, number);
            second.accept(packet, number);
        }

        @Override
        public void flush() throws IOException {
            first.flush();
            second.flush();
        }

        @Override
        public void close() throws IOException {
            first.close();
            second.close();
        }
    }
}

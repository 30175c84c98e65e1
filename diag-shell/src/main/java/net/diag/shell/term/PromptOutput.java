package net.diag.shell.term;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jline.reader.LineReader;

/**
 * Standard output for what runs beside the prompt: while a line is edited, whole lines are printed
 * above it.
 */
final class PromptOutput extends OutputStream {
    private static final int LONGEST_LINE = 1 << 16;

    private final LineReader reader;
    private final OutputStream direct;
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;

    PromptOutput(LineReader reader, boolean error) {
        this.reader = reader;
        this.direct = new FileOutputStream(error ? FileDescriptor.err : FileDescriptor.out);
    }

    @Override
    public synchronized void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] b, int offset, int count) throws IOException {
        if (!reader.isReading()) {
            drain();
            direct.write(b, offset, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            byte c = b[offset + i];
            if (c == '\n' || length == LONGEST_LINE) {
                reader.printAbove(new String(line, 0, length, StandardCharsets.UTF_8));
                length = 0;
            }
            if (c != '\n') {
                line[length++] = c;
            }
        }
    }

    private void drain() throws IOException {
        direct.write(line, 0, length);
        length = 0;
    }

    @Override
    public synchronized void flush() throws IOException {
        if (!reader.isReading()) {
            drain();
        }
    }
}

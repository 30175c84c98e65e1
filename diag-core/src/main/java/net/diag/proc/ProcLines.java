package net.diag.proc;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file of {@code /proc} line by line in place: the bytes of the current line are
 * {@link #buffer} from {@link #start} to {@link #end}, until the next {@link #next}. Reads in large
 * blocks: the kernel produces a table anew for every call.
 *
 * <p>A line longer than a mebibyte is cut.
 */
public final class ProcLines implements AutoCloseable {
    private static final int BLOCK = 1 << 17;
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[BLOCK];
    private int filled;
    private int next;
    private int start;
    private int end;
    private boolean ended;

    /** Lines of a stream, which is closed with this. */
    public ProcLines(InputStream in) {
        this.in = in;
    }

    /** Lines of the file at {@code path}. */
    public static ProcLines open(String path) throws IOException {
        return new ProcLines(new FileInputStream(path));
    }

    /** Go to the next line; false at the end. */
    public boolean next() throws IOException {
        int scanned = next;
        while (true) {
            for (int i = scanned; i < filled; i++) {
                if (buffer[i] == '\n') {
                    start = next;
                    end = i;
                    next = i + 1;
                    return true;
                }
            }
            scanned = filled;
            if (ended || filled - next >= LONGEST) {
                start = next;
                end = filled;
                next = filled;
                return end > start;
            }
            if (next > 0) {
                System.arraycopy(buffer, next, buffer, 0, filled - next);
                scanned -= next;
                filled -= next;
                next = 0;
            }
            if (filled == buffer.length) {
                buffer = java.util.Arrays.copyOf(buffer, buffer.length * 2);
            }
            int n = in.read(buffer, filled, buffer.length - filled);
            if (n < 0) {
                ended = true;
            } else {
                filled += n;
            }
        }
    }

    /** The array that holds the line. */
    public byte[] buffer() {
        return buffer;
    }

    /** The offset of the line's first byte. */
    public int start() {
        return start;
    }

    /** The offset behind the line's last byte. */
    public int end() {
        return end;
    }

    /** The line as text, a byte a character. */
    public String text() {
        return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package net.diag.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A {@link TextOut} that keeps everything in memory; for cells of a table, and for tests. */
public final class TextBuffer extends TextOut {
    /** An empty buffer. */
    public TextBuffer() {
        this(256);
    }

    /** An empty buffer of an expected size. */
    public TextBuffer(int capacity) {
        super(Math.max(64, capacity));
    }

    @Override
    protected void makeRoom(int count) {
        buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + count));
    }

    /** Forget the content, keep the memory. */
    public void clear() {
        length = 0;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    /** Write the content to another stream. */
    public void writeTo(TextOut out) {
        out.write(buffer, 0, length);
    }

    /** The content as text. */
    @Override
    public String toString() {
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }
}

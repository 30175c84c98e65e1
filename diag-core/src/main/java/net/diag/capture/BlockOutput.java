package net.diag.capture;

import java.io.IOException;
import java.io.OutputStream;

/** A buffer of whole records in front of a stream, so that a record is never written in part. */
final class BlockOutput {
    private static final int CAPACITY = 1 << 17;

    private final OutputStream sink;
    private byte[] buffer = new byte[CAPACITY];
    private int length;
    private long total;

    BlockOutput(OutputStream sink) {
        this.sink = sink;
    }

    /** Makes room for a record of {@code count} bytes; whole records before it may be written. */
    void begin(int count) throws IOException {
        if (buffer.length - length < count) {
            flushBuffer();
            if (count > buffer.length) {
                buffer = new byte[count];
            }
        }
        total += count;
    }

    private void flushBuffer() throws IOException {
        int count = length;
        length = 0;
        if (count > 0) {
            sink.write(buffer, 0, count);
        }
    }

    /** 16 bits, little-endian as all that we write. */
    void u16(int value) {
        byte[] b = buffer;
        int p = length;
        b[p] = (byte) value;
        b[p + 1] = (byte) (value >> 8);
        length = p + 2;
    }

    void i32(int value) {
        byte[] b = buffer;
        int p = length;
        b[p] = (byte) value;
        b[p + 1] = (byte) (value >> 8);
        b[p + 2] = (byte) (value >> 16);
        b[p + 3] = (byte) (value >> 24);
        length = p + 4;
    }

    void bytes(byte[] source, int offset, int count) {
        System.arraycopy(source, offset, buffer, length, count);
        length += count;
    }

    /** Zeroes up to a multiple of four. */
    void pad(int count) {
        for (int i = count; (i & 3) != 0; i++) {
            buffer[length++] = 0;
        }
    }

    long size() {
        return total;
    }

    void flush() throws IOException {
        flushBuffer();
        sink.flush();
    }

    void close() throws IOException {
        try (sink) {
            flushBuffer();
        }
    }
}

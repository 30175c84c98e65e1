package net.diag.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;

/**
 * A window of bytes that slides over a file or a pipe. A regular file is mapped and copied window by
 * window (one copy, no system call for each packet); anything else is read. The window stays in the
 * processor's cache, so readers and printers work on a plain array, which the JIT handles best.
 */
final class ByteWindow implements AutoCloseable {
    private static final int WINDOW = 1 << 18;
    private static final long MAPPING = 1L << 28;

    private final ReadableByteChannel channel;
    private final FileChannel file;
    private MappedByteBuffer mapping;
    private long mappingEnd;
    private long filePosition;

    byte[] bytes;
    int position;
    int limit;

    ByteWindow(ReadableByteChannel channel) throws IOException {
        this.channel = channel;
        FileChannel regular = null;
        long size = 0;
        if (channel instanceof FileChannel candidate) {
            size = candidate.size();
            if (size > 0) {
                regular = candidate;
                filePosition = candidate.position();
            }
        }
        file = regular;
        bytes = new byte[regular != null && size < WINDOW ? (int) Math.max(size, 64) : WINDOW];
    }

    /** Makes {@code count} bytes available at {@link #position}; false if the input ends before. */
    boolean require(int count) throws IOException {
        return limit - position >= count || fill(count);
    }

    /** The number of bytes now in the window. */
    int available() {
        return limit - position;
    }

    private boolean fill(int count) throws IOException {
        int kept = limit - position;
        byte[] target = bytes;
        if (count > bytes.length) {
            target = new byte[Math.max(count, WINDOW)];
        }
        System.arraycopy(bytes, position, target, 0, kept);
        bytes = target;
        position = 0;
        limit = kept;
        while (limit < count) {
            int read = file != null ? copyMapped() : channel.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit));
            if (read <= 0) {
                return false;
            }
            limit += read;
        }
        return true;
    }

    private int copyMapped() throws IOException {
        if (filePosition >= mappingEnd) {
            long rest = file.size() - filePosition;
            if (rest <= 0) {
                return 0;
            }
            if (rest < WINDOW) {
                return readTail();
            }
            long length = Math.min(rest, MAPPING);
            mapping = file.map(FileChannel.MapMode.READ_ONLY, filePosition, length);
            mappingEnd = filePosition + length;
        }
        int count = (int) Math.min(bytes.length - limit, mappingEnd - filePosition);
        mapping.get(bytes, limit, count);
        filePosition += count;
        return count;
    }

    private int readTail() throws IOException {
        int count = file.read(ByteBuffer.wrap(bytes, limit, bytes.length - limit), filePosition);
        if (count > 0) {
            filePosition += count;
        }
        return count;
    }

    int u16(int at, boolean little) {
        int a = bytes[position + at] & 0xff;
        int b = bytes[position + at + 1] & 0xff;
        return little ? b << 8 | a : a << 8 | b;
    }

    int i32(int at, boolean little) {
        byte[] b = bytes;
        int p = position + at;
        int value = b[p] << 24 | (b[p + 1] & 0xff) << 16 | (b[p + 2] & 0xff) << 8 | b[p + 3] & 0xff;
        return little ? Integer.reverseBytes(value) : value;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package net.diag.capture;

import java.io.IOException;
import java.io.InputStream;

/** The rest of a window as a stream, for a decompressor in front of a reader. */
final class WindowStream extends InputStream {
    private final ByteWindow window;

    WindowStream(ByteWindow window) {
        this.window = window;
    }

    @Override
    public int read() throws IOException {
        return window.require(1) ? window.bytes[window.position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!window.require(1)) {
            return -1;
        }
        int count = Math.min(length, window.available());
        System.arraycopy(window.bytes, window.position, target, offset, count);
        window.position += count;
        return count;
    }

    @Override
    public int available() {
        return window.available();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}

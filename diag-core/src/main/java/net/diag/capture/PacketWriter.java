package net.diag.capture;

import java.io.IOException;

/** Writes packets to a capture file. The caller closes it; what was flushed survives a crash. */
public interface PacketWriter extends AutoCloseable {
    /** Writes the packet that the reader stands on. */
    void write(PacketReader packet) throws IOException;

    /** Hands everything written so far to the kernel. */
    void flush() throws IOException;

    /** The number of bytes written, flushed or not. */
    long size();

    @Override
    void close() throws IOException;
}

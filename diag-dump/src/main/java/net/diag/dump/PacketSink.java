package net.diag.dump;

import java.io.IOException;
import net.diag.capture.PacketReader;

/** What happens to each packet that the filter let through. */
interface PacketSink {
    /**
     * Takes the packet that the reader stands on.
     *
     * @param number its number, from 1
     */
    void accept(PacketReader packet, long number) throws IOException;

    /** Hands out what is buffered: no packet is waiting. */
    default void flush() throws IOException {}

    /** Ends. */
    default void close() throws IOException {}
}

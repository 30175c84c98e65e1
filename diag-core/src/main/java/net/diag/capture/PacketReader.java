package net.diag.capture;

import java.io.IOException;

/**
 * A cursor over packets, one at a time, without allocation: {@link #next()} moves it, the public
 * fields describe the packet it stands on. They are valid until the next call only. Not thread-safe.
 */
public abstract class PacketReader implements AutoCloseable {
    /** The array that holds the packet; may change at each {@link #next()}. */
    public byte[] bytes = new byte[0];

    /** Where the packet begins in {@link #bytes}. */
    public int offset;

    /** The number of bytes present. */
    public int captured;

    /** The packet's length on the wire, unsigned. */
    public int length;

    /** Seconds since 1970. */
    public long seconds;

    /** Fraction of the second, in the unit of {@link #nanos()}; may be a second or more in a broken file. */
    public int fraction;

    /** The number of the interface in its section (pcapng), else 0. */
    public int interfaceId;

    /** Moves to the next packet; false at the end. */
    public abstract boolean next() throws IOException;

    /** The link type of the source, a number of {@link LinkType}. */
    public abstract int linkType();

    /** The largest number of bytes kept of a packet. */
    public abstract int snaplen();

    /** Whether {@link #fraction} is in nanoseconds (else microseconds). */
    public abstract boolean nanos();

    @Override
    public abstract void close() throws IOException;
}

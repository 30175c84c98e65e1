package net.diag.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What carries netlink datagrams: the kernel's socket, or a script in a test. One thread at a time.
 */
public interface NetlinkTransport extends AutoCloseable {
    /** Send the bytes between the buffer's position and limit as one datagram. */
    void send(ByteBuffer datagram) throws IOException;

    /**
     * Receive one datagram (one or more messages).
     *
     * @param timeoutNanos how long to wait at most, in nanoseconds; negative: for ever
     * @return a buffer in native byte order, from 0 to its limit, valid until the next call; or null
     *     when the time is over
     * @throws net.diag.sys.ErrnoException with {@code ENOBUFS} when the kernel had to drop messages,
     *     with {@code EMSGSIZE} when the datagram did not fit (the next call has a larger buffer)
     */
    ByteBuffer receive(long timeoutNanos) throws IOException;

    /** Set an option of level {@code SOL_NETLINK}; 0, or {@code -errno} when the kernel refuses. */
    int setOption(int option, int value);

    /** The port number that the kernel gave to this socket, or 0 when there is none. */
    int portId();

    @Override
    void close();
}

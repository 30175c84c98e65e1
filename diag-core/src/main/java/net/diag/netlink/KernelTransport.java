package net.diag.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.Poll;
import net.diag.sys.SockAddr;

/** The kernel's end: a raw {@code AF_NETLINK} socket. Belongs to the network namespace it was made in. */
final class KernelTransport implements NetlinkTransport {
    private static final int AF_NETLINK = 16;
    private static final int SOL_NETLINK = 270;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    /** The kernel fills at most 32 KiB of a dump per call, unless one message alone is larger. */
    private static final int RECEIVE_LENGTH = 64 * 1024;

    private static final int LARGEST = 16 * 1024 * 1024;

    private final Fd fd;
    private final Poll poll = new Poll(1);
    private final int portId;
    private NativeBuffer in = NativeBuffer.allocate(RECEIVE_LENGTH);
    private NativeBuffer out = NativeBuffer.allocate(1024);

    KernelTransport(int protocol) throws ErrnoException {
        fd = Fd.socket(AF_NETLINK, Fd.SOCK_RAW, protocol);
        try {
            // With an address of all zeros the kernel chooses the port number.
            fd.bind(SockAddr.netlink(0, 0));
            portId = fd.localAddress().netlinkPortId();
        } catch (ErrnoException e) {
            fd.close();
            throw e;
        }
        poll.add(fd, Poll.POLLIN);
    }

    @Override
    public void send(ByteBuffer datagram) throws IOException {
        int length = datagram.remaining();
        if (length > out.size()) {
            out = NativeBuffer.allocate(length);
        }
        out.bytes().put(0, datagram, datagram.position(), length);
        int sent;
        do {
            sent = fd.send(out, 0, length, 0);
        } while (sent == -Errno.EINTR);
        if (sent < 0) {
            throw new ErrnoException("netlink send", -sent);
        }
    }

    @Override
    public ByteBuffer receive(long timeoutNanos) throws IOException {
        if (timeoutNanos >= 0 && poll.await(timeoutNanos) == 0) {
            return null;
        }
        int n;
        do {
            n = fd.receive(in, 0, in.size(), Fd.MSG_TRUNC);
        } while (n == -Errno.EINTR);
        if (n < 0) {
            throw new ErrnoException("netlink receive", -n);
        }
        if (n > in.size()) {
            if (n <= LARGEST) {
                in = NativeBuffer.allocate(Integer.highestOneBit(n) << 1);
            }
            throw new ErrnoException("netlink receive", Errno.EMSGSIZE);
        }
        return in.bytes().duplicate().order(ByteOrder.nativeOrder()).clear().limit(n);
    }

    @Override
    public int setOption(int option, int value) {
        return fd.trySetOption(SOL_NETLINK, option, value);
    }

    /** Ask for a receive buffer of {@code bytes}, beyond the system's limit where we may. */
    void receiveBuffer(int bytes) {
        if (fd.trySetOption(SOL_SOCKET, SO_RCVBUFFORCE, bytes) < 0) {
            fd.trySetOption(SOL_SOCKET, SO_RCVBUF, bytes);
        }
    }

    @Override
    public int portId() {
        return portId;
    }

    @Override
    public void close() {
        fd.close();
    }
}

package net.diag.lab;

import java.nio.charset.StandardCharsets;
import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.NativeBuffer;

/**
 * A tun or tap device: an interface whose other side is this program ({@code Documentation/networking/tuntap.rst}). It
 * belongs to the namespace in which it was opened, and goes with its descriptor.
 */
final class Tun implements AutoCloseable {
    private static final long TUNSETIFF = 0x400454ca;
    private static final int IFF_TUN = 0x0001;
    private static final int IFF_TAP = 0x0002;
    private static final int IFF_NO_PI = 0x1000;
    private static final int IFREQ_LENGTH = 40;
    private static final int IFREQ_FLAGS_OFFSET = 16;

    private static final int DEFAULT_MTU = 1500;
    /** Room for a link header and tags beyond the MTU. */
    private static final int HEADROOM = 64;

    private final Fd fd;
    private final int linkHeaderLength;
    private final int bufferLength;

    private Tun(Fd fd, int linkHeaderLength, int bufferLength) {
        this.fd = fd;
        this.linkHeaderLength = linkHeaderLength;
        this.bufferLength = bufferLength;
    }

    /** Make the interface of a link's end, whose name is decided, and configure it. */
    static Tun open(LinkEnd end, boolean tap) {
        Fd fd = end.namespace().call(() -> attach(end.name(), tap ? IFF_TAP : IFF_TUN));
        end.configure();
        int mtu = end.mtu() > 0 ? end.mtu() : DEFAULT_MTU;
        return new Tun(fd, tap ? 14 : 0, mtu + HEADROOM);
    }

    private static Fd attach(String name, int kind) throws ErrnoException {
        Fd fd = Fd.open("/dev/net/tun", Fd.O_RDWR | Fd.O_NONBLOCK);
        NativeBuffer request = NativeBuffer.allocate(IFREQ_LENGTH);
        request.bytes().put(0, name.getBytes(StandardCharsets.US_ASCII));
        request.bytes().putShort(IFREQ_FLAGS_OFFSET, (short) (kind | IFF_NO_PI));
        int result = fd.ioctl(TUNSETIFF, request);
        if (result < 0) {
            fd.close();
            throw new ErrnoException("TUNSETIFF", name, -result);
        }
        return fd;
    }

    /** The descriptor, not blocking: a read gives one packet or {@code -EAGAIN}. */
    Fd fd() {
        return fd;
    }

    /** Bytes in front of the IP header: 0, or 14 for tap. */
    int linkHeaderLength() {
        return linkHeaderLength;
    }

    /** Bytes that hold any packet. */
    int bufferLength() {
        return bufferLength;
    }

    @Override
    public void close() {
        fd.close();
    }
}

package net.diag.socket;

import net.diag.sys.ErrnoException;
import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;
import net.diag.sys.NativeBuffer;
import net.diag.sys.SockAddr;
import net.diag.sys.SocketOptions;

/**
 * Makes sure that the kernel stamps packets on reception before the first one matters.
 *
 * <p>The kernel stamps on reception only while a socket asks for it, and begins to a moment after the
 * first has asked: the code is patched from a work queue ({@code net_enable_timestamp}), usually within
 * 0.2 ms, on a busy machine within milliseconds. A packet that comes before has no stamp. So ask early,
 * do the rest of the set-up, and then look whether a datagram to oneself is stamped.
 */
public final class ReceptionStamps implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int CONTROL_LENGTH = 128;
    private static final long PAUSE_NANOS = 100_000;

    private final Fd fd;

    private ReceptionStamps(Fd fd) {
        this.fd = fd;
    }

    /** Ask for stamps, from now until this is closed. Null where even a UDP socket can't be had. */
    public static ReceptionStamps begin() {
        try {
            Fd fd = Fd.socket(SockAddr.AF_INET, Fd.SOCK_DGRAM, 0);
            fd.trySetOption(
                    SocketOptions.SOL_SOCKET,
                    SocketOptions.SO_TIMESTAMPING,
                    SocketOptions.SOF_TIMESTAMPING_RX_SOFTWARE | SocketOptions.SOF_TIMESTAMPING_SOFTWARE);
            return new ReceptionStamps(fd);
        } catch (ErrnoException e) {
            return null;
        }
    }

    /**
     * Wait until stamps are made.
     *
     * @param atMostNanos how long at most
     * @return whether they are; false also where the loopback interface is down, so that it can't be told
     */
    public boolean await(long atMostNanos) {
        long end = System.nanoTime() + atMostNanos;
        if (fd.tryBind(SockAddr.inet4(LOOPBACK, 0)) < 0 || !connectToSelf()) {
            return false;
        }
        NativeBuffer octet = NativeBuffer.allocate(1);
        MessageHeader message = new MessageHeader(1, CONTROL_LENGTH);
        Ancillary ancillary = new Ancillary();
        while (true) {
            if (fd.send(octet, 0, 1, Fd.MSG_DONTWAIT) < 0 || fd.receiveMessage(message, Fd.MSG_DONTWAIT) < 0) {
                return false;
            }
            ancillary.decode(message);
            if (ancillary.timestampNanos() > 0) {
                return true;
            }
            if (System.nanoTime() - end > 0) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean connectToSelf() {
        try {
            return fd.tryConnect(fd.localAddress()) == 0;
        } catch (ErrnoException e) {
            return false;
        }
    }

    @Override
    public void close() {
        fd.close();
    }
}

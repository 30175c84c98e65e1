package net.diag.ping;

import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_BINDTODEVICE;
import static net.diag.sys.SocketOptions.SO_DEBUG;
import static net.diag.sys.SocketOptions.SO_DONTROUTE;
import static net.diag.sys.SocketOptions.SO_MARK;
import static net.diag.sys.SocketOptions.SO_RCVBUF;
import static net.diag.sys.SocketOptions.SO_RCVBUFFORCE;
import static net.diag.sys.SocketOptions.SO_SNDBUF;

import java.nio.charset.StandardCharsets;
import net.diag.sys.Capabilities;
import net.diag.sys.Errno;
import net.diag.sys.Fd;

/** What both families set on an echo socket in the same way ({@code socket(7)}). */
final class EchoSocketOptions {
    private static final int LEAST_RECEIVE_BUFFER = 65_536;
    /** What a packet costs beside its bytes, per started 512 of them; iputils' estimate. */
    private static final int PACKET_OVERHEAD = 20 + 16 + 64 + 160;

    private EchoSocketOptions() {}

    /** Throw iputils' line for a failed call. */
    static void check(int result, String what) throws PingException {
        if (result < 0) {
            throw PingException.fatal(what + ": " + Errno.message(-result));
        }
    }

    /** Bind to an interface or VRF; 0 or {@code -errno}. Needs CAP_NET_RAW before Linux 5.7. */
    static int bindToDevice(Fd fd, String device) {
        byte[] name = (device + "\0").getBytes(StandardCharsets.UTF_8);
        boolean raised = Capabilities.raise(Capabilities.CAP_NET_RAW);
        int r = fd.trySetOption(SOL_SOCKET, SO_BINDTODEVICE, name);
        if (raised) {
            Capabilities.lower(Capabilities.CAP_NET_RAW);
        }
        return r;
    }

    /** Set SO_MARK where it is asked for; a failure is only a warning. */
    static void mark(Fd fd, PingOptions options, Warnings warnings) {
        if (options.mark < 0) {
            return;
        }
        boolean raised = Capabilities.raise(Capabilities.CAP_NET_ADMIN);
        int r = fd.trySetOption(SOL_SOCKET, SO_MARK, (int) options.mark);
        if (raised) {
            Capabilities.lower(Capabilities.CAP_NET_ADMIN);
        }
        if (r < 0) {
            warnings.warn("WARNING: failed to set mark: " + options.mark + ": " + Errno.message(-r));
            if (r == -Errno.EPERM) {
                warnings.warn("=> missing cap_net_admin+p or cap_net_raw+p (since Linux 5.17) capability?");
            }
        }
    }

    /** Size the buffers: the send buffer holds about one packet, the receive buffer the preload. */
    static void buffers(Fd fd, PingOptions options, int ipOptionsLength, Warnings warnings) {
        int packet = options.payloadLength + 8;
        int memory = packet + (packet + 511) / 512 * (ipOptionsLength + PACKET_OVERHEAD);
        fd.trySetOption(SOL_SOCKET, SO_SNDBUF, options.sendBuffer == 0 ? memory : options.sendBuffer);
        long wanted = Math.min((long) memory * options.preload, Integer.MAX_VALUE / 2);
        int receive = (int) Math.max(LEAST_RECEIVE_BUFFER, wanted);
        if (options.preload > 1 && Capabilities.raise(Capabilities.CAP_NET_ADMIN)) {
            // rmem_max caps SO_RCVBUF; a preload that doesn't fit would be lost here, not on the network.
            fd.trySetOption(SOL_SOCKET, SO_RCVBUFFORCE, receive);
            Capabilities.lower(Capabilities.CAP_NET_ADMIN);
        } else {
            fd.trySetOption(SOL_SOCKET, SO_RCVBUF, receive);
        }
        try {
            if (fd.option(SOL_SOCKET, SO_RCVBUF) < wanted) {
                warnings.warn("WARNING: probably, rcvbuf is not enough to hold preload");
            }
        } catch (net.diag.sys.ErrnoException e) {
            return; // can't be told; the overflow counter will
        }
    }

    /** SO_DEBUG and SO_DONTROUTE, whose failure iputils ignores. */
    static void plain(Fd fd, PingOptions options) {
        if (options.debugSocket) {
            fd.trySetOption(SOL_SOCKET, SO_DEBUG, 1);
        }
        if (options.doNotRoute) {
            fd.trySetOption(SOL_SOCKET, SO_DONTROUTE, 1);
        }
    }
}

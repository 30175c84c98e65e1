package net.diag.socket;

import static net.diag.sys.SocketOptions.SOF_TIMESTAMPING_OPT_ID;
import static net.diag.sys.SocketOptions.SOF_TIMESTAMPING_OPT_TSONLY;
import static net.diag.sys.SocketOptions.SOF_TIMESTAMPING_RX_SOFTWARE;
import static net.diag.sys.SocketOptions.SOF_TIMESTAMPING_SOFTWARE;
import static net.diag.sys.SocketOptions.SOF_TIMESTAMPING_TX_SOFTWARE;
import static net.diag.sys.SocketOptions.SOL_SOCKET;
import static net.diag.sys.SocketOptions.SO_SELECT_ERR_QUEUE;
import static net.diag.sys.SocketOptions.SO_TIMESTAMPING;
import static net.diag.sys.SocketOptions.SO_TIMESTAMPNS;

import net.diag.sys.Fd;
import net.diag.sys.MessageHeader;

/** How a socket is told to stamp packets ({@code Documentation/networking/timestamping.rst}). */
public enum Timestamping {
    /** No stamps: the kernel has none. */
    NONE,
    /** Reception only ({@code SO_TIMESTAMPNS}). */
    RECEIVE,
    /**
     * Reception, and transmission through the error queue with a running id per datagram, from 0
     * ({@code SO_TIMESTAMPING}). Both are CLOCK_REALTIME.
     */
    RECEIVE_AND_TRANSMIT;

    private static final int BOTH_WAYS = SOF_TIMESTAMPING_RX_SOFTWARE
            | SOF_TIMESTAMPING_TX_SOFTWARE
            | SOF_TIMESTAMPING_SOFTWARE
            | SOF_TIMESTAMPING_OPT_ID
            | SOF_TIMESTAMPING_OPT_TSONLY;

    /**
     * Ask for the best that {@code socket} has. To be asked as early as possible: the kernel starts to
     * stamp on reception only a moment later, from a work queue ({@code net_enable_timestamp}), and until
     * then a packet is stamped when the program reads it.
     */
    public static Timestamping enable(Fd socket) {
        if (socket.trySetOption(SOL_SOCKET, SO_TIMESTAMPING, BOTH_WAYS) == 0) {
            socket.trySetOption(SOL_SOCKET, SO_SELECT_ERR_QUEUE, 1);
            return RECEIVE_AND_TRANSMIT;
        }
        return enableReceive(socket);
    }

    /** Stamp departures only of datagrams that carry a {@link #addRequest}; the ids begin at 0 anew. */
    public static void sampleTransmissions(Fd socket) {
        int sampled = BOTH_WAYS & ~SOF_TIMESTAMPING_TX_SOFTWARE;
        socket.trySetOption(SOL_SOCKET, SO_TIMESTAMPING, sampled & ~SOF_TIMESTAMPING_OPT_ID);
        socket.trySetOption(SOL_SOCKET, SO_TIMESTAMPING, sampled);
    }

    /** Ask for the stamp of this one message's departure ({@code timestamping.rst} §1.3.4). */
    public static void addRequest(MessageHeader message) {
        message.addControl(SOL_SOCKET, SO_TIMESTAMPING, SOF_TIMESTAMPING_TX_SOFTWARE);
    }

    /** Let the ids of {@link #RECEIVE_AND_TRANSMIT} begin at 0 anew: they are reset where OPT_ID is switched on. */
    public static void restartIds(Fd socket) {
        socket.trySetOption(SOL_SOCKET, SO_TIMESTAMPING, BOTH_WAYS & ~SOF_TIMESTAMPING_OPT_ID);
        socket.trySetOption(SOL_SOCKET, SO_TIMESTAMPING, BOTH_WAYS);
    }

    /** Ask for reception stamps only: half the receive calls, where the rate matters more than the sender's share of an RTT. */
    public static Timestamping enableReceive(Fd socket) {
        return socket.trySetOption(SOL_SOCKET, SO_TIMESTAMPNS, 1) == 0 ? RECEIVE : NONE;
    }
}

package net.diag.netlink.conntrack;

import java.io.IOException;
import net.diag.netlink.AttributeSet;
import net.diag.netlink.NetlinkRequest;
import net.diag.netlink.NetlinkSocket;
import net.diag.sys.ErrnoException;

/** The questions to connection tracking. Reads only; needs {@code CAP_NET_ADMIN} in the namespace. */
public final class Conntrack implements AutoCloseable {
    private static final int NFNL_SUBSYS_CTNETLINK = 1;
    private static final int IPCTNL_MSG_CT_GET = 1;
    private static final int IPCTNL_MSG_CT_GET_STATS = 5;
    private static final int NFNLGRP_CONNTRACK_DESTROY = 3;
    private static final int RECEIVE_BUFFER = 8 * 1024 * 1024;

    private final NetlinkSocket socket;

    /** Takes connections as they come. */
    @FunctionalInterface
    public interface Handler {
        /** Look at a connection. */
        void connection(ConntrackMessage m) throws IOException;
    }

    /** Ask over the given socket, which is closed with this. */
    public Conntrack(NetlinkSocket socket) {
        this.socket = socket;
    }

    /** Open a socket in the calling thread's network namespace. */
    public static Conntrack open() throws ErrnoException {
        return new Conntrack(NetlinkSocket.open(NetlinkSocket.NETLINK_NETFILTER));
    }

    private static int type(int message) {
        return NFNL_SUBSYS_CTNETLINK << 8 | message;
    }

    /**
     * List all connections of a family, or of all with 0.
     *
     * @return false when the table changed so that some may be missing or double
     */
    public boolean list(int family, Handler handler) throws IOException {
        NetlinkRequest r = NetlinkRequest.dump(type(IPCTNL_MSG_CT_GET), new byte[] {(byte) family, 0, 0, 0});
        return socket.dump(r, "read connections", m -> {
            ConntrackMessage c = ConntrackMessage.decode(m, false);
            if (c != null) {
                handler.connection(c);
            }
        });
    }

    /** How many connections are tracked, and how many may be. */
    public long[] size() throws IOException {
        long[] size = new long[2];
        NetlinkRequest r = new NetlinkRequest(type(IPCTNL_MSG_CT_GET_STATS), 0, new byte[4]);
        socket.request(r, "count connections", m -> {
            AttributeSet a = AttributeSet.of(m, 4);
            size[0] = a.be32u(1);
            size[1] = a.be32u(2);
        });
        return size;
    }

    /** Ask to be told of new, changed and ended connections. */
    public void subscribe() throws ErrnoException {
        socket.receiveBuffer(RECEIVE_BUFFER);
        for (int group = 1; group <= NFNLGRP_CONNTRACK_DESTROY; group++) {
            socket.joinGroup(group);
        }
    }

    /**
     * Receive notifications.
     *
     * @return how many, 0 when the time is over, {@link NetlinkSocket#LOST} when some were dropped
     */
    public int receive(long timeoutNanos, Handler handler) throws IOException {
        return socket.receive(timeoutNanos, m -> {
            ConntrackMessage c = ConntrackMessage.decode(m, true);
            if (c != null) {
                handler.connection(c);
            }
        });
    }

    @Override
    public void close() {
        socket.close();
    }
}

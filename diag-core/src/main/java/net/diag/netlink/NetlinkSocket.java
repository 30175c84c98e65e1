package net.diag.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.diag.sys.Errno;
import net.diag.sys.ErrnoException;

/**
 * A netlink socket: requests, dumps and multicast groups over a {@link NetlinkTransport}. It belongs
 * to the network namespace in which it was opened and may be used from any thread, one at a time.
 *
 * <p>Answers with a foreign sequence number or port are skipped. See {@code man 7 netlink}.
 */
public final class NetlinkSocket implements AutoCloseable {
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_SOCK_DIAG = 4;
    public static final int NETLINK_NETFILTER = 12;
    public static final int NETLINK_GENERIC = 16;

    /** What {@link #receive} returns when the kernel had to drop notifications. */
    public static final int LOST = -1;

    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int NETLINK_LISTEN_ALL_NSID = 8;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NETLINK_GET_STRICT_CHK = 12;
    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int NLMSGERR_ATTR_OFFS = 2;
    private static final int ATTEMPTS = 5;
    /** A dump that says nothing for so long is broken; the kernel answers at once. */
    private static final long ANSWER_NANOS = 10_000_000_000L;

    private final NetlinkTransport transport;
    private final NetlinkMessage view = new NetlinkMessage();
    private int sequence;

    /** A socket over the given transport, which it closes with itself. */
    public NetlinkSocket(NetlinkTransport transport) {
        this.transport = transport;
        transport.setOption(NETLINK_EXT_ACK, 1);
        sequence = (int) (System.nanoTime() & 0x7fff_ffff);
    }

    /** Open a socket of a {@code NETLINK_*} protocol in the calling thread's network namespace. */
    public static NetlinkSocket open(int protocol) throws ErrnoException {
        return new NetlinkSocket(new KernelTransport(protocol));
    }

    /** Let the kernel filter rtnetlink dumps by the request's header; false where it can't (before 4.20). */
    public boolean strictChecking() {
        return transport.setOption(NETLINK_GET_STRICT_CHK, 1) == 0;
    }

    /** Also receive notifications of all namespaces that have an id in this one. */
    public boolean listenToAllNamespaces() {
        return transport.setOption(NETLINK_LISTEN_ALL_NSID, 1) == 0;
    }

    /** Join a multicast group, by its number. */
    public void joinGroup(int group) throws ErrnoException {
        int r = transport.setOption(NETLINK_ADD_MEMBERSHIP, group);
        if (r < 0) {
            throw new ErrnoException("join netlink group", Integer.toString(group), -r);
        }
    }

    /** Ask for a receive buffer of that many bytes, for bursts of notifications. */
    public void receiveBuffer(int bytes) {
        if (transport instanceof KernelTransport k) {
            k.receiveBuffer(bytes);
        }
    }

    /**
     * Dump, handing out each message as it comes.
     *
     * @return false when the kernel marked the dump as interrupted by a change, so that items may be
     *     missing or double
     * @throws NetlinkException when the kernel refuses
     */
    public boolean dump(NetlinkRequest request, String operation, MessageHandler handler) throws IOException {
        int own = ++sequence;
        transport.send(request.encode(own, false));
        boolean consistent = true;
        while (true) {
            ByteBuffer b = answer(operation, own);
            for (int at = 0; view.wrap(b, at); at = view.nextOffset()) {
                if (!isFor(own)) {
                    continue;
                }
                consistent &= (view.flags() & NetlinkMessage.NLM_F_DUMP_INTR) == 0;
                switch (view.type()) {
                    case NetlinkMessage.NLMSG_NOOP -> {}
                    case NetlinkMessage.NLMSG_DONE -> {
                        throwIfError(view, operation, 4);
                        return consistent;
                    }
                    case NetlinkMessage.NLMSG_ERROR -> {
                        throwIfError(view, operation, errorLength(view));
                        return consistent;
                    }
                    default -> handler.message(view);
                }
            }
        }
    }

    /** Dump into a list; repeats an interrupted dump a few times. */
    public <T> NetlinkDump<T> dumpAll(NetlinkRequest request, String operation, MessageDecoder<T> decoder)
            throws IOException {
        List<T> items = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            items.clear();
            boolean consistent;
            try {
                consistent = dump(request, operation, m -> {
                    T item = decoder.decode(m);
                    if (item != null) {
                        items.add(item);
                    }
                });
            } catch (ErrnoException e) {
                // A message larger than the buffer: the transport has a larger one now.
                if (e.errno() != Errno.EMSGSIZE || attempt == ATTEMPTS) {
                    throw e;
                }
                continue;
            }
            if (consistent || attempt == ATTEMPTS) {
                return new NetlinkDump<>(items, consistent);
            }
        }
    }

    /**
     * Send a request that is no dump, hand out its answers, and return at its acknowledgement.
     *
     * @throws NetlinkException when the kernel refuses
     */
    public void request(NetlinkRequest request, String operation, MessageHandler handler) throws IOException {
        int own = ++sequence;
        transport.send(request.encode(own, true));
        while (true) {
            ByteBuffer b = answer(operation, own);
            for (int at = 0; view.wrap(b, at); at = view.nextOffset()) {
                if (!isFor(own)) {
                    continue;
                }
                if (view.type() == NetlinkMessage.NLMSG_ERROR) {
                    throwIfError(view, operation, errorLength(view));
                    return;
                }
                if (view.type() >= 16) {
                    handler.message(view);
                }
            }
        }
    }

    /**
     * Receive notifications of the joined groups.
     *
     * @param timeoutNanos how long to wait at most for the first, in nanoseconds; negative: for ever
     * @return how many messages were handed out, 0 when the time is over, {@link #LOST} when the
     *     kernel dropped some (the reader was too slow): what is known must be read anew
     */
    public int receive(long timeoutNanos, MessageHandler handler) throws IOException {
        ByteBuffer b;
        try {
            b = transport.receive(timeoutNanos);
        } catch (ErrnoException e) {
            if (e.errno() == Errno.ENOBUFS || e.errno() == Errno.EMSGSIZE) {
                return LOST;
            }
            throw e;
        }
        int count = 0;
        if (b != null) {
            for (int at = 0; view.wrap(b, at); at = view.nextOffset()) {
                handler.message(view);
                count++;
            }
        }
        return count;
    }

    private ByteBuffer answer(String operation, int own) throws IOException {
        ByteBuffer b = transport.receive(ANSWER_NANOS);
        if (b == null) {
            throw new NetlinkException(operation, Errno.ETIMEDOUT, "no answer from the kernel", -1, own);
        }
        return b;
    }

    private boolean isFor(int own) {
        int port = transport.portId();
        return view.sequence() == own && (port == 0 || view.portId() == port);
    }

    /** How long the part of an error message before the extended-ack attributes is. */
    private static int errorLength(NetlinkMessage m) {
        if ((m.flags() & NetlinkMessage.NLM_F_CAPPED) != 0) {
            return 4 + NetlinkMessage.HEADER_LENGTH;
        }
        long request = Math.max(NetlinkMessage.HEADER_LENGTH, m.u32(4));
        return (int) Math.min(4 + request, m.payloadLength());
    }

    private static void throwIfError(NetlinkMessage m, String operation, int attributesAt) throws NetlinkException {
        int error = m.s32(0);
        if (error >= 0) {
            return;
        }
        String text = "";
        int offset = -1;
        if ((m.flags() & NetlinkMessage.NLM_F_ACK_TLVS) != 0) {
            AttributeReader a = m.attributes(attributesAt);
            while (a.next()) {
                if (a.type() == NLMSGERR_ATTR_MSG) {
                    text = a.string();
                } else if (a.type() == NLMSGERR_ATTR_OFFS) {
                    offset = a.s32();
                }
            }
        }
        throw new NetlinkException(operation, -error, text, offset, m.sequence());
    }

    @Override
    public void close() {
        transport.close();
    }
}

package net.diag.netlink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.diag.sys.ErrnoException;

/** A kernel by script: datagrams and errors are queued, requests are kept. Answers carry the request's sequence. */
final class ScriptedTransport implements NetlinkTransport {
    final List<ByteBuffer> sent = new ArrayList<>();
    final Deque<Object> script = new ArrayDeque<>();
    boolean closed;

    ScriptedTransport answer(ByteBuffer... messages) {
        int n = 0;
        for (ByteBuffer m : messages) {
            n += m.limit();
        }
        ByteBuffer all = ByteBuffer.allocate(n).order(ByteOrder.nativeOrder());
        for (ByteBuffer m : messages) {
            all.put(m.duplicate().rewind());
        }
        script.add(all.flip());
        return this;
    }

    ScriptedTransport fail(int errno) {
        script.add(errno);
        return this;
    }

    static ByteBuffer message(int type, int flags, byte[] payload) {
        int n = NetlinkMessage.HEADER_LENGTH + payload.length;
        ByteBuffer b = ByteBuffer.allocate((n + 3) & ~3).order(ByteOrder.nativeOrder());
        b.putInt(n).putShort((short) type).putShort((short) flags).putInt(-1).putInt(0);
        b.put(payload);
        return b.rewind();
    }

    static ByteBuffer done() {
        return message(NetlinkMessage.NLMSG_DONE, NetlinkMessage.NLM_F_MULTI, new byte[4]);
    }

    static ByteBuffer error(int errno, int flags, byte[] rest) {
        ByteBuffer p = ByteBuffer.allocate(4 + rest.length).order(ByteOrder.nativeOrder());
        p.putInt(-errno).put(rest);
        return message(NetlinkMessage.NLMSG_ERROR, flags, p.array());
    }

    @Override
    public void send(ByteBuffer datagram) {
        ByteBuffer copy = ByteBuffer.allocate(datagram.remaining()).order(ByteOrder.nativeOrder());
        sent.add(copy.put(datagram.duplicate()).flip());
    }

    @Override
    public ByteBuffer receive(long timeoutNanos) throws IOException {
        Object next = script.poll();
        if (next instanceof Integer errno) {
            throw new ErrnoException("netlink receive", errno);
        }
        ByteBuffer b = (ByteBuffer) next;
        if (b != null && !sent.isEmpty()) {
            int sequence = sent.get(sent.size() - 1).getInt(8);
            NetlinkMessage m = new NetlinkMessage();
            for (int at = 0; m.wrap(b, at); at = m.nextOffset()) {
                if (m.sequence() == -1) {
                    b.putInt(at + 8, sequence);
                }
            }
        }
        return b;
    }

    @Override
    public int setOption(int option, int value) {
        return 0;
    }

    @Override
    public int portId() {
        return 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}

package net.diag.lab;

import java.nio.ByteBuffer;
import java.time.Duration;
import net.diag.sys.NativeBuffer;

/**
 * The rest of the world, played by a function: it gets every packet that a namespace sends out of one interface, and
 * sends whatever it likes back.
 *
 * <p>The interface is a tun device called {@code sim}; the namespace needs a route through it, {@code "default dev
 * sim"}, for what is not on its prefix. The kernel on the other side does not exist, so nothing answers but the
 * function. See {@link EchoReply}, {@link IcmpError}, {@link UdpReply} and {@link TcpReply} for answers.
 */
public final class Responder implements AutoCloseable, PacketLoop.Receiver {
    private static final String LABEL = "sim";

    /** Answers packets. It runs in the responder's thread, and does not see neighbor discovery and its like. */
    @FunctionalInterface
    public interface Script {
        /** A packet came; {@code out} sends answers, none or several. */
        void answer(IpPacket packet, Responder out);
    }

    private final Tun tun;
    private final PacketLoop loop;
    private final Script script;

    private Responder(Tun tun, PacketLoop loop, Script script) {
        this.tun = tun;
        this.loop = loop;
        this.script = script;
    }

    static Responder open(LinkEnd end, Script script) {
        Tun tun = Tun.open(end.claim(LABEL), false);
        PacketLoop loop = new PacketLoop("responder", tun.bufferLength());
        Responder responder = new Responder(tun, loop, script);
        loop.add(tun, responder);
        loop.start();
        return responder;
    }

    @Override
    public void received(NativeBuffer buffer, int length, long nowNanos) {
        IpPacket packet = IpPacket.of(buffer.bytes(), 0, length);
        if (packet != null && !packet.isHousekeeping()) {
            script.answer(packet, this);
        }
        loop.recycle(buffer);
    }

    /** Send an IP packet. Only from within the script. */
    public void send(byte[] packet) {
        send(packet, Duration.ZERO);
    }

    /** Send an answer. Only from within the script. */
    public void send(Answer<?> answer) {
        send(answer.build(), Duration.ZERO);
    }

    /** Send an answer later. Only from within the script. */
    public void send(Answer<?> answer, Duration delay) {
        send(answer.build(), delay);
    }

    /** Send an IP packet later. Only from within the script. */
    public void send(byte[] packet, Duration delay) {
        NativeBuffer buffer = packet.length <= tun.bufferLength() ? loop.take() : NativeBuffer.allocate(packet.length);
        ByteBuffer b = buffer.bytes();
        b.put(0, packet);
        loop.send(tun, buffer, packet.length, System.nanoTime() + delay.toNanos(), result -> {});
    }

    /** Wait until everything that came, or is to be sent, has been dealt with. */
    public void awaitIdle(Duration atMost) {
        loop.awaitQuiet(atMost);
    }

    /** Take the interface away; fails if the script had thrown. */
    @Override
    public void close() {
        loop.close();
    }
}

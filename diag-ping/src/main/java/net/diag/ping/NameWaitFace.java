package net.diag.ping;

import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;
import net.diag.cli.Cancellation;

/**
 * Holds back events whose address has no name yet, and all that follow, in their order, until the
 * resolver has answered. So a slow resolver delays lines, never probes.
 */
final class NameWaitFace implements EchoListener {
    /** Events held back at most; beyond, lines go out with numbers. */
    private static final int MOST = 10_000;

    private static final long PAUSE_NANOS = 5_000_000;

    private final EchoTextFace face;
    private final HostNames names;
    private final ArrayDeque<Held> held = new ArrayDeque<>();

    NameWaitFace(EchoTextFace face, HostNames names) {
        this.face = face;
        this.names = names;
    }

    /** One event: exactly one of reply, error and sequence number tells. */
    private record Held(
            EchoTarget target, EchoReply reply, boolean expected, EchoError error, long sequence, long at) {}

    private boolean mustWait(net.diag.sys.SockAddr address) {
        if (held.size() >= MOST) {
            names.abandon();
            release();
        }
        return !held.isEmpty() || address != null && !names.isKnown(address);
    }

    @Override
    public boolean wantsReplies() {
        return face.wantsReplies();
    }

    @Override
    public void sent(EchoTarget target, long sequence, long timeNanos) {
        // nothing is printed for a probe
    }

    @Override
    public void unanswered(EchoTarget target, long sequence) {
        release();
        if (mustWait(null)) {
            held.add(new Held(target, null, true, null, sequence, face.now()));
        } else {
            face.unanswered(target, sequence);
        }
    }

    @Override
    public void reply(EchoTarget target, EchoReply reply, boolean badChecksum) {
        if (reply == null) {
            return;
        }
        release();
        if (mustWait(reply.source())) {
            held.add(new Held(target, reply, true, null, 0, face.now()));
        } else {
            face.reply(target, reply, badChecksum);
        }
    }

    @Override
    public void error(EchoTarget target, EchoError error) {
        release();
        if (face.wantsReplies() && mustWait(error.offender())) {
            held.add(new Held(target, null, true, error, 0, face.now()));
        } else {
            face.error(target, error);
        }
    }

    @Override
    public void unexpected(EchoTarget target, EchoReply reply) {
        release();
        if (face.wantsReplies() && mustWait(reply.source())) {
            held.add(new Held(target, reply, false, null, 0, face.now()));
        } else {
            face.unexpected(target, reply);
        }
    }

    @Override
    public void localError(EchoTarget target, long sequence, int errno, int mtu, boolean fromQueue) {
        release();
        face.localError(target, sequence, errno, mtu, fromQueue);
    }

    @Override
    public void lost(EchoTarget target, long sequence, long timeNanos) {
        face.lost(target, sequence, timeNanos);
    }

    @Override
    public void interim(EchoTarget target) {
        release();
        face.interim(target);
    }

    @Override
    public void flush() {
        release();
        face.flush();
    }

    @Override
    public boolean isHoldingBack() {
        return !held.isEmpty();
    }

    /** The run is over: wait for the names, or, when the user stopped it, do without. */
    void finish(Cancellation cancellation) {
        while (!held.isEmpty()) {
            if (cancellation.isCancelled()) {
                names.abandon();
            } else if (!isReady(held.peek())) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            print(held.poll());
        }
        face.flush();
    }

    private void release() {
        while (!held.isEmpty() && isReady(held.peek())) {
            print(held.poll());
        }
    }

    private boolean isReady(Held h) {
        return h.reply != null ? names.isKnown(h.reply.source()) : h.error == null || names.isKnown(h.error.offender());
    }

    private void print(Held h) {
        face.at(h.at);
        if (h.error != null) {
            face.error(h.target, h.error);
        } else if (h.reply == null) {
            face.unanswered(h.target, h.sequence);
        } else if (h.expected) {
            face.reply(h.target, h.reply, h.reply.badChecksum());
        } else {
            face.unexpected(h.target, h.reply);
        }
        face.at(EchoTextFace.NOW);
    }
}

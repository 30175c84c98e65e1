package net.diag.ping;

import net.diag.socket.Timestamping;
import net.diag.sys.Fd;
import net.diag.sys.Poll;

/**
 * Probes without an interval: the next follows the reply to the last, or 10 ms.
 *
 * <p>Where replies are there when the send returns (loopback, a veth pair: the kernel delivers within the
 * call), sixteen probes go in one call and each still follows the reply to the one before, on the wire. As
 * soon as a reply isn't there, probes go one by one again. The kernel stamps one departure per batch: a
 * stamp for each would cost a sixth of the rate.
 */
final class FloodLoop {
    private static final int BATCH = 16;
    /** Replies that must have come at once before probes go in batches. */
    private static final int TRUST = 32;
    /** How long a missing reply forbids batches, in probes. */
    private static final int DISTRUST = 1000;

    private final EchoEngine engine;
    private final EchoBatch batch;
    private final EchoTarget target;
    private final ProbeTable table;
    private final ReplyMatcher matcher;
    private final EchoListener listener;
    private final PingOptions options;
    private final boolean sampled;
    private int trust;
    private int turn;

    FloodLoop(EchoEngine engine, EchoChannel channel, EchoRequest[] requests, PingOptions options) {
        this.engine = engine;
        this.target = engine.target();
        this.table = engine.table();
        this.matcher = engine.matcher();
        this.listener = engine.listener();
        this.options = options;
        this.batch = new EchoBatch(
                channel, requests, options.connect ? null : channel.socket().destination());
        this.sampled = channel.stampsTransmission();
        if (sampled) {
            Timestamping.sampleTransmissions(channel.fd());
            matcher.restartStamps();
        }
    }

    /** Requests for a batch, each with a buffer of its own. */
    static int batchLength() {
        return BATCH;
    }

    /** Probe until the run is over or the interval isn't 0 any more. */
    void run(Poll poll, int socketEntry) {
        while (!engine.isOver() && engine.intervalNanos() == 0) {
            long now = System.nanoTime();
            long wait = engine.waitNanos(now);
            if (wait <= 0) {
                int n = probesNow();
                sendAndReceive(n, now);
            } else {
                await(poll, socketEntry, Math.min(wait, engine.remainingNanos(now)));
            }
        }
    }

    private int probesNow() {
        EchoStatistics s = target.statistics;
        long room = Math.max(1, options.preload - s.inFlight());
        long n = trust >= TRUST && s.inFlight() == 0 ? Math.max(BATCH, room) : room;
        if (options.outstanding) {
            n = 1; // whether the last one is answered is asked before each
        }
        if (options.count > 0 && options.deadlineSeconds == 0) {
            n = Math.min(n, options.count - s.transmitted);
        }
        return (int) Math.min(n, batch.capacity());
    }

    private void sendAndReceive(int n, long now) {
        EchoStatistics s = target.statistics;
        long first = s.transmitted + 1;
        long realtime = engine.realtimeNanos(now);
        engine.aboutToSend(now);
        int stamped = turn++ % n;
        for (int i = 0; i < n; i++) {
            int slot = table.enter(target.index, first + i, now, realtime);
            table.transmitStamp(slot, sampled && i != stamped ? ProbeTable.UNTIMED : 0);
        }
        batch.encode(n, first, realtime);
        if (sampled) {
            batch.stamp(stamped);
        }
        int sent = batch.send(n);
        if (sent <= 0) {
            engine.sendOne(now); // for itself, with what may be wrong with it
            return;
        }
        if (sampled && stamped < sent) {
            matcher.sent(target, first + stamped);
        }
        engine.hasSent(now, sent);
        int got = batch.receive(sent, Fd.MSG_DONTWAIT);
        if (got == sent) {
            trust = Math.min(TRUST, trust + sent);
        } else {
            trust = trust >= TRUST ? -DISTRUST : Math.min(0, trust + sent);
        }
        boolean followed = got == sent;
        if (sampled && followed) {
            matcher.takeStamp(target);
        }
        long seen = System.nanoTime();
        for (int i = 0; i < sent; i++) {
            s.advance();
            listener.sent(target, first + i, realtime);
            if (followed) {
                deliver(i, seen); // it was there before the next probe left
            }
        }
        if (!followed) {
            for (int i = 0; i < got; i++) {
                deliver(i, seen);
            }
            if (got < 0 && !EchoChannel.isNothing(got)) {
                matcher.drainErrors(target);
            }
        }
        engine.adapt();
    }

    private void deliver(int i, long seen) {
        ReceivedEcho e = batch.message(i, seen);
        if (e != null) {
            matcher.match(target, e);
        }
    }

    private void await(Poll poll, int socketEntry, long nanos) {
        int got = batch.receive(batch.capacity(), Fd.MSG_DONTWAIT);
        if (got <= 0 && nanos > 0) {
            listener.flush();
            matcher.drainErrors(target);
            poll.await(nanos);
            if ((poll.ready(socketEntry) & (Poll.POLLIN | Poll.POLLERR)) == 0) {
                return;
            }
            got = batch.receive(batch.capacity(), Fd.MSG_DONTWAIT);
        }
        long seen = System.nanoTime();
        for (int i = 0; i < got; i++) {
            deliver(i, seen);
        }
        matcher.drainErrors(target);
        engine.adapt();
    }
}

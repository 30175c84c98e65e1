package net.diag.lab;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import net.diag.sys.ErrnoException;
import net.diag.sys.EventFd;
import net.diag.sys.NativeBuffer;
import net.diag.sys.Poll;

/**
 * One thread that reads packets from tun devices, hands them to a receiver, and writes packets when they are due.
 *
 * <p>Everything a receiver does happens in this thread, so it needs no locks of its own.
 */
final class PacketLoop implements AutoCloseable {
    /** So many packets are read from a device before the other, and the clock, are looked at again. */
    private static final int BATCH = 64;

    /** Gets the packets of one device. */
    interface Receiver {
        /** A packet was read. The receiver owns the buffer now, until it is sent or {@link #recycle}d. */
        void received(NativeBuffer buffer, int length, long nowNanos);
    }

    /** Hears what became of a packet that was sent. */
    interface Sent {
        /** The packet was written to the device, or refused by it with a negative errno. */
        void sent(int result);
    }

    private record Source(Tun device, Receiver receiver) {}

    private record Timer(long dueNanos, long order, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            int byDue = Long.compare(dueNanos - other.dueNanos, 0);
            return byDue != 0 ? byDue : Long.compare(order, other.order);
        }
    }

    private final Thread thread;
    private final EventFd wakeUp;
    private final List<Source> sources = new ArrayList<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Deque<NativeBuffer> free = new ArrayDeque<>();
    private final int bufferLength;
    private long order;
    private volatile boolean isEnding;
    /** Passes in which nothing was read, with nothing left to send. */
    private volatile long quietPasses;

    private volatile RuntimeException failure;

    /** A loop for packets of devices whose buffers are at most so long. */
    PacketLoop(String name, int bufferLength) {
        this.bufferLength = bufferLength;
        try {
            this.wakeUp = EventFd.open();
        } catch (ErrnoException e) {
            throw new LabException("packet loop", e);
        }
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Read from a device; only before {@link #start}. */
    void add(Tun device, Receiver receiver) {
        sources.add(new Source(device, receiver));
    }

    void start() {
        thread.start();
    }

    private void run() {
        Poll poll = new Poll(sources.size() + 1);
        int wake = poll.add(wakeUp.fd(), Poll.POLLIN);
        for (Source source : sources) {
            poll.add(source.device.fd(), Poll.POLLIN);
        }
        try {
            while (!isEnding) {
                poll.await(runDue());
                if (poll.ready(wake) != 0) {
                    wakeUp.drain();
                }
                boolean isQuiet = timers.isEmpty();
                for (int i = 0; i < sources.size(); i++) {
                    if (poll.ready(wake + 1 + i) != 0) {
                        readBatch(sources.get(i));
                        isQuiet = false;
                    }
                }
                if (isQuiet) {
                    quietPasses++;
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            for (Source source : sources) {
                source.device.close();
            }
        }
    }

    private void readBatch(Source source) {
        for (int i = 0; i < BATCH; i++) {
            NativeBuffer buffer = take();
            int length = source.device.fd().read(buffer, 0, buffer.size());
            if (length <= 0) {
                recycle(buffer);
                return;
            }
            source.receiver.received(buffer, length, System.nanoTime());
            if (!timers.isEmpty() && timers.peek().dueNanos - System.nanoTime() <= 0) {
                runDue();
            }
        }
    }

    /** Do what is due; returns how long the next one has time, in nanoseconds, or -1 if there is none. */
    private long runDue() {
        for (Timer next = timers.peek(); next != null; next = timers.peek()) {
            long wait = next.dueNanos - System.nanoTime();
            if (wait > 0) {
                return wait;
            }
            timers.poll().action.run();
        }
        return -1;
    }

    /** Do something when it is due; ties go in the order of the calls. Only in this loop's thread. */
    void at(long dueNanos, Runnable action) {
        timers.add(new Timer(dueNanos, order++, action));
    }

    /** Write a packet now, or when it is due; ties go in the order of the calls. Only in this loop's thread. */
    void send(Tun device, NativeBuffer buffer, int length, long dueNanos, Sent sent) {
        boolean isDue = dueNanos - System.nanoTime() <= 0;
        if (isDue && (timers.isEmpty() || timers.peek().dueNanos - dueNanos > 0)) {
            write(device, buffer, length, sent);
        } else {
            at(dueNanos, () -> write(device, buffer, length, sent));
        }
    }

    private void write(Tun device, NativeBuffer buffer, int length, Sent sent) {
        int result = device.fd().write(buffer, 0, length);
        recycle(buffer);
        sent.sent(result);
    }

    /** A buffer for a packet to be sent. Only in this loop's thread. */
    NativeBuffer take() {
        NativeBuffer buffer = free.poll();
        return buffer != null ? buffer : NativeBuffer.allocate(bufferLength);
    }

    /** Give a buffer back that isn't sent. Only in this loop's thread. */
    void recycle(NativeBuffer buffer) {
        free.push(buffer);
    }

    /** Wait until all that came in before this call has been dealt with, to the last copy. */
    void awaitQuiet(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        // A pass that is under way may have looked at the devices already, so the second quiet one counts.
        long enough = quietPasses + 2;
        while (quietPasses < enough) {
            if (failure != null) {
                throw new LabException("in " + thread.getName() + ": " + failure, failure);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LabException("packets still under way after " + atMost);
            }
            wakeUp.signal();
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LabException("interrupted", e);
            }
        }
    }

    /** End the thread, and close the devices. What waits to be sent is lost. */
    @Override
    public void close() {
        isEnding = true;
        wakeUp.signal();
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wakeUp.close();
        if (failure != null) {
            throw new LabException("in " + thread.getName() + ": " + failure, failure);
        }
    }
}

package net.diag.lab;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import net.diag.sys.NativeBuffer;
import net.diag.wire.Icmpv4;

/** One direction of an {@link ImpairedLink}: what it does to packets, and its counts. */
public final class LinkDirection implements PacketLoop.Receiver {
    /** Decides on packets in a test. It runs in the link's thread, and sees each packet but housekeeping. */
    @FunctionalInterface
    public interface Hook {
        /** Change the packet's bytes, or its fate, which is the impairment's decision so far. */
        void decide(IpPacket packet, Fate fate);
    }

    private record Configuration(Impairment impairment, SplittableRandom random) {}

    /** One of the copies in which a packet goes out. */
    private static final class Copy {
        private final NativeBuffer buffer;
        private final int length;
        private final List<Tally> counting;
        private final long number;
        private final boolean isFirst;

        Copy(NativeBuffer buffer, int length, List<Tally> counting, long number, boolean isFirst) {
            this.buffer = buffer;
            this.length = length;
            this.counting = counting;
            this.number = number;
            this.isFirst = isFirst;
        }
    }

    private final PacketLoop loop;
    private final Tun from;
    private final Tun to;
    private final List<Tally> tallies = new CopyOnWriteArrayList<>();
    private final Tally all;
    private final List<Copy> held = new ArrayList<>();
    /** When those that wait for the rate depart. */
    private final Deque<Long> waiting = new ArrayDeque<>();

    private volatile Configuration configuration;
    private volatile Hook hook = (packet, fate) -> {};
    private long number;
    private long freeNanos;

    LinkDirection(PacketLoop loop, Tun from, Tun to) {
        this.loop = loop;
        this.from = from;
        this.to = to;
        this.all = tally(packet -> true);
        impair(Impairment.none());
    }

    /** Do this harm from now on; the draws start anew. */
    public LinkDirection impair(Impairment impairment) {
        configuration = new Configuration(impairment, new SplittableRandom(impairment.seed));
        return this;
    }

    /** Let a function decide from now on. */
    public LinkDirection hook(Hook hook) {
        this.hook = hook;
        return this;
    }

    /** The counts of all packets but housekeeping. */
    public Tally tally() {
        return all;
    }

    /** Count a kind of packets from now on. */
    public Tally tally(Predicate<IpPacket> kind) {
        Tally tally = new Tally(kind);
        tallies.add(tally);
        return tally;
    }

    @Override
    public void received(NativeBuffer buffer, int length, long nowNanos) {
        IpPacket packet = IpPacket.of(buffer.bytes(), from.linkHeaderLength(), length);
        if (packet == null || packet.isHousekeeping()) {
            loop.send(to, buffer, length, nowNanos, result -> {});
            return;
        }
        List<Tally> counting = new ArrayList<>(tallies.size());
        for (Tally tally : tallies) {
            if (tally.counts(packet)) {
                tally.arrive();
                counting.add(tally);
            }
        }
        Configuration current = configuration;
        Fate fate = new Fate(number++);
        if (current.impairment.appliesTo.test(packet)) {
            draw(packet, fate, current);
        }
        hook.decide(packet, fate);
        for (byte[] answer : fate.answers()) {
            answer(packet, answer, nowNanos);
        }
        carryOut(fate, buffer, length, counting, current.impairment, nowNanos);
    }

    /** As many draws for each packet as for any other, so that its fate depends on its number alone. */
    private static void draw(IpPacket packet, Fate fate, Configuration current) {
        Impairment impairment = current.impairment;
        SplittableRandom random = current.random;
        boolean isLost = random.nextDouble() < impairment.loss;
        boolean isDuplicated = random.nextDouble() < impairment.duplicate;
        boolean isHeldBack = random.nextDouble() < impairment.reorder;
        boolean isCorrupted = random.nextDouble() < impairment.corrupt;
        boolean isTampered = random.nextDouble() < impairment.tamper;
        double jitter = random.nextDouble() * 2 - 1;
        int bit = random.nextInt(1 << 24);
        if (isLost) {
            fate.drop();
            return;
        }
        fate.copies(isDuplicated ? 2 : 1);
        fate.delayNanos(Math.max(0, impairment.delayNanos + Math.round(jitter * impairment.jitterNanos)));
        if (isHeldBack) {
            fate.holdBack();
        }
        if (isCorrupted) {
            flip(packet, bit);
            fate.corrupted();
        }
        if (isTampered && packet.isIcmp()) {
            flip(packet, bit);
            Icmp.putChecksum(packet);
            fate.corrupted();
        }
    }

    /** Flip a bit of the payload behind 8 bytes of transport header, or, if there is none, of that header. */
    private static void flip(IpPacket packet, int bit) {
        int start = packet.transportOffset() + Icmpv4.HEADER_LENGTH;
        if (start >= packet.end()) {
            start = Math.min(packet.transportOffset(), packet.end() - 1);
        }
        int at = start + (bit >>> 3) % (packet.end() - start);
        ByteBuffer b = packet.buffer();
        b.put(at, (byte) (b.get(at) ^ 1 << (bit & 7)));
    }

    private void carryOut(
            Fate fate, NativeBuffer buffer, int length, List<Tally> counting, Impairment impairment, long nowNanos) {
        if (fate.isDropped() || fate.copies() < 1) {
            counting.forEach(Tally::lose);
            loop.recycle(buffer);
            return;
        }
        long departureNanos = nowNanos + fate.delayNanos();
        if (impairment.bitsPerSecond > 0) {
            while (!waiting.isEmpty() && waiting.peek() - nowNanos <= 0) {
                waiting.poll();
            }
            if (waiting.size() >= impairment.queuePackets) {
                counting.forEach(Tally::overflow);
                loop.recycle(buffer);
                return;
            }
            long bits = (length - from.linkHeaderLength()) * 8L * fate.copies();
            freeNanos = Math.max(freeNanos, nowNanos) + bits * 1_000_000_000L / impairment.bitsPerSecond;
            waiting.add(freeNanos);
            departureNanos = freeNanos + fate.delayNanos();
        }
        if (fate.isCorrupted()) {
            counting.forEach(Tally::corrupt);
        }
        List<Copy> copies = new ArrayList<>(fate.copies());
        copies.add(new Copy(buffer, length, counting, fate.number(), true));
        for (int i = 1; i < fate.copies(); i++) {
            copies.add(new Copy(copyOf(buffer, length), length, counting, fate.number(), false));
        }
        if (fate.isHeldBack()) {
            copies.forEach(held::add);
            long untilNanos = departureNanos + impairment.holdNanos;
            loop.at(untilNanos, () -> {
                if (held.removeAll(copies)) {
                    copies.forEach(copy -> send(copy, untilNanos));
                }
            });
        } else {
            for (Copy copy : copies) {
                send(copy, departureNanos);
            }
            release(departureNanos);
        }
    }

    private NativeBuffer copyOf(NativeBuffer buffer, int length) {
        NativeBuffer copy = loop.take();
        copy.bytes().put(0, buffer.bytes(), 0, length);
        return copy;
    }

    private void send(Copy copy, long dueNanos) {
        loop.send(to, copy.buffer, copy.length, dueNanos, result -> {
            for (Tally tally : copy.counting) {
                tally.sent(copy.number, copy.isFirst, result);
            }
        });
    }

    /** Let those held back follow a packet that leaves at {@code dueNanos}. */
    private void release(long dueNanos) {
        for (Copy copy : held) {
            send(copy, dueNanos);
        }
        held.clear();
    }

    /** Send a packet back; on a tap link with the addresses of the frame turned round. */
    private void answer(IpPacket packet, byte[] answer, long nowNanos) {
        NativeBuffer buffer = loop.take();
        int header = from.linkHeaderLength();
        ByteBuffer b = buffer.bytes();
        if (header > 0) {
            b.put(0, packet.buffer(), 6, 6).put(6, packet.buffer(), 0, 6).put(12, packet.buffer(), 12, 2);
        }
        b.put(header, answer);
        loop.send(from, buffer, header + answer.length, nowNanos, result -> {});
    }
}

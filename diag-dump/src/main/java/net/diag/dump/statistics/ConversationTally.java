package net.diag.dump.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.dump.packet.Packet;
import net.diag.record.IpAddress;
import net.diag.record.RecordSink;
import net.diag.wire.IpProtocol;

/** Counts conversations; the largest in bytes comes first. */
public final class ConversationTally extends Tally {
    private record Key(int protocol, IpAddress from, int fromPort, IpAddress to, int toPort) {
        Key reversed() {
            return new Key(protocol, to, toPort, from, fromPort);
        }
    }

    private static final class Entry {
        long packetsToB;
        long bytesToB;
        long packetsToA;
        long bytesToA;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
    }

    private final Map<Key, Entry> entries = new HashMap<>();
    private final RecordSink next;

    /** A tally that hands its records to {@code next}. */
    public ConversationTally(RecordSink next) {
        this.next = next;
    }

    @Override
    boolean count(Packet p) {
        Packet.Ip ip = p.ip();
        if (ip == null) {
            return true;
        }
        Key key = new Key(ip.protocol(), ip.src(), sourcePort(p), ip.dst(), destinationPort(p));
        Entry entry = entries.get(key);
        boolean forward = entry != null;
        if (!forward) {
            entry = entries.get(key.reversed());
        }
        if (entry == null) {
            if (entries.size() == MAXIMUM_ENTRIES) {
                return false;
            }
            entry = new Entry();
            entries.put(key, entry);
            forward = true;
        }
        if (forward) {
            entry.packetsToB++;
            entry.bytesToB += p.length();
        } else {
            entry.packetsToA++;
            entry.bytesToA += p.length();
        }
        entry.first = Math.min(entry.first, p.timeNanos());
        entry.last = Math.max(entry.last, p.timeNanos());
        return true;
    }

    @Override
    public void finish() {
        List<Conversation> all = new ArrayList<>(entries.size());
        entries.forEach((k, e) -> all.add(new Conversation(
                IpProtocol.name(k.protocol),
                k.from,
                k.fromPort,
                k.to,
                k.toPort,
                e.packetsToB,
                e.bytesToB,
                e.packetsToA,
                e.bytesToA,
                e.first,
                e.last - e.first)));
        all.sort(Comparator.comparingLong(Conversation::bytes).reversed().thenComparingLong(Conversation::startNanos));
        for (Conversation c : all) {
            next.accept(Conversation.Type.CONVERSATION, c);
        }
        next.finish();
    }
}

package net.diag.dump.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.diag.dump.packet.Packet;
import net.diag.record.IpAddress;
import net.diag.record.RecordSink;

/** Counts per address; the largest in bytes comes first. */
public final class EndpointTally extends Tally {
    private static final class Entry {
        long packetsSent;
        long bytesSent;
        long packetsReceived;
        long bytesReceived;
    }

    private final Map<IpAddress, Entry> entries = new HashMap<>();
    private final RecordSink next;

    /** A tally that hands its records to {@code next}. */
    public EndpointTally(RecordSink next) {
        this.next = next;
    }

    @Override
    boolean count(Packet p) {
        if (p.ip() == null) {
            return true;
        }
        Entry source = entry(p.ip().src());
        if (source != null) {
            source.packetsSent++;
            source.bytesSent += p.length();
        }
        Entry destination = entry(p.ip().dst());
        if (destination != null) {
            destination.packetsReceived++;
            destination.bytesReceived += p.length();
        }
        return source != null && destination != null;
    }

    private Entry entry(IpAddress address) {
        Entry entry = entries.get(address);
        if (entry == null && entries.size() < MAXIMUM_ENTRIES) {
            entry = new Entry();
            entries.put(address, entry);
        }
        return entry;
    }

    @Override
    public void finish() {
        List<Endpoint> all = new ArrayList<>(entries.size());
        entries.forEach(
                (a, e) -> all.add(new Endpoint(a, e.packetsSent, e.bytesSent, e.packetsReceived, e.bytesReceived)));
        all.sort(Comparator.comparingLong(Endpoint::bytes).reversed().thenComparing(Endpoint::address));
        for (Endpoint e : all) {
            next.accept(Endpoint.Type.ENDPOINT, e);
        }
        next.finish();
    }
}

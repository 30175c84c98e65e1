package net.diag.dump.statistics;

import net.diag.dump.packet.Packet;
import net.diag.record.RecordSink;
import net.diag.record.RecordType;

/** Takes the packets of a run and, at its end, hands out records of what it counted. */
public abstract class Tally implements RecordSink {
    /** A table is not let grow further: a flood of forged addresses would fill the memory. */
    static final int MAXIMUM_ENTRIES = 1 << 20;

    private long left;

    @Override
    public final <R> void accept(RecordType<R> type, R record) {
        if (!count((Packet) record)) {
            left++;
        }
    }

    /** How many packets found the table full, and are in no record. */
    public final long left() {
        return left;
    }

    /** Counts the packet; false if the table is full. */
    abstract boolean count(Packet packet);

    static int sourcePort(Packet p) {
        return p.tcp() != null ? p.tcp().srcPort() : p.udp() != null ? p.udp().srcPort() : -1;
    }

    static int destinationPort(Packet p) {
        return p.tcp() != null ? p.tcp().dstPort() : p.udp() != null ? p.udp().dstPort() : -1;
    }
}

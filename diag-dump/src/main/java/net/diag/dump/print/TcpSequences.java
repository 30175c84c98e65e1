package net.diag.dump.print;

/**
 * The initial sequence numbers of both directions of each TCP connection, for relative numbers. One
 * open-addressing table of primitives for IPv4 and one for IPv6; at a million connections a table
 * begins anew, so that memory stays flat (the next segment of a connection is then printed absolute,
 * as the first one seen).
 */
public final class TcpSequences {
    private final FlowTable ipv4 = new FlowTable(1);
    private final FlowTable ipv6 = new FlowTable(4);

    /** The base of {@link #lookup}'s sequence number, 0 if the connection was not known. */
    public int sequenceBase;
    /** The base of {@link #lookup}'s acknowledgement number, 0 if the connection was not known. */
    public int acknowledgementBase;

    /**
     * Finds the connection of a segment that has the ACK flag, or records it, and sets the bases that
     * are to be subtracted.
     *
     * @param begin whether the segment has SYN: it sets the bases anew
     */
    public void lookup(Dissection d, int sequence, int acknowledgement, boolean begin) {
        boolean four = d.ipVersion == 4;
        byte[] b = d.array();
        int size = four ? 4 : 16;
        int source = d.ip + (four ? 12 : 8);
        int destination = source + size;
        boolean reversed = d.sourcePort > d.destinationPort
                || d.sourcePort == d.destinationPort && compare(b, source, destination, size) > 0;
        int first = reversed ? destination : source;
        int second = reversed ? source : destination;
        int ports = reversed ? d.destinationPort << 16 | d.sourcePort : d.sourcePort << 16 | d.destinationPort;
        FlowTable table = four ? ipv4 : ipv6;
        long[] key = table.key;
        if (four) {
            key[0] = (long) d.s32(first) << 32 | d.s32(second) & 0xffffffffL;
        } else {
            key[0] = d.u64(first);
            key[1] = d.u64(first + 8);
            key[2] = d.u64(second);
            key[3] = d.u64(second + 8);
        }
        int slot = table.find(ports);
        if (begin || !table.found) {
            table.set(slot, reversed ? acknowledgement - 1 : sequence, reversed ? sequence : acknowledgement - 1);
            sequenceBase = 0;
            acknowledgementBase = 0;
        } else {
            sequenceBase = reversed ? table.second(slot) : table.first(slot);
            acknowledgementBase = reversed ? table.first(slot) : table.second(slot);
        }
    }

    private static int compare(byte[] b, int x, int y, int size) {
        for (int i = 0; i < size; i++) {
            int difference = (b[x + i] & 0xff) - (b[y + i] & 0xff);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}

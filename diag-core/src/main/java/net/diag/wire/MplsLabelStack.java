package net.diag.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The MPLS label stack under which a router received the quoted packet (RFC 4950, entries as in RFC 3032 §2.1).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                 Label                 | TC  |S|      TTL      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * @param entries top of the stack first
 */
public record MplsLabelStack(List<Entry> entries) implements IcmpExtensionObject {
    public static final int CLASS = 1;
    public static final int TYPE = 1;
    public static final int ENTRY_LENGTH = 4;

    public MplsLabelStack {
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param label 0 to 1048575
     * @param trafficClass 0 to 7; "EXP" before RFC 5462
     * @param isBottom whether it is the last of the stack
     * @param ttl 0 to 255
     */
    public record Entry(int label, int trafficClass, boolean isBottom, int ttl) {
        static Entry decode(int word) {
            return new Entry(word >>> 12, word >>> 9 & 7, (word >>> 8 & 1) != 0, word & 0xff);
        }

        int encode() {
            return label << 12 | (trafficClass & 7) << 9 | (isBottom ? 1 << 8 : 0) | ttl & 0xff;
        }
    }

    @Override
    public int classNumber() {
        return CLASS;
    }

    @Override
    public int type() {
        return TYPE;
    }

    /** Decode a payload; null if it isn't a whole number of entries. */
    static MplsLabelStack decode(ByteBuffer b, int off, int end) {
        if ((end - off) % ENTRY_LENGTH != 0 || end == off) {
            return null;
        }
        List<Entry> entries = new ArrayList<>();
        for (int at = off; at < end; at += ENTRY_LENGTH) {
            entries.add(Entry.decode(BigEndian.i32(b, at)));
        }
        return new MplsLabelStack(entries);
    }

    @Override
    public int encodePayload(ByteBuffer b, int off) {
        int at = off;
        for (Entry entry : entries) {
            BigEndian.put32(b, at, entry.encode());
            at += ENTRY_LENGTH;
        }
        return at - off;
    }
}

package net.diag.wire;

import java.nio.ByteBuffer;

/**
 * The VLAN tag (IEEE 802.1Q §9.6), from the tag control information on: what follows an EtherType for which
 * {@link EtherType#isVlan} holds.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | PCP |D|        VLAN id        |         Type or length        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Vlan {
    public static final int TCI_OFFSET = 0;
    public static final int TYPE_OFFSET = 2;
    public static final int TAG_LENGTH = 4;

    private Vlan() {}

    /** The tag's length, or why there is none; see {@link HeaderCheck}. */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        return HeaderCheck.of(off, limit, TAG_LENGTH);
    }

    /** The VLAN id, 0 to 4095; 0 means a priority tag only. */
    public static int id(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + TCI_OFFSET) & 0xfff;
    }

    /** The priority code point, 0 to 7. */
    public static int priority(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + TCI_OFFSET) >>> 5;
    }

    /** May the frame be dropped first (DEI; CFI before 802.1Q-2005)? */
    public static boolean isDropEligible(ByteBuffer b, int off) {
        return (BigEndian.u8(b, off + TCI_OFFSET) & 0x10) != 0;
    }

    /** The type of what follows the tag. */
    public static int type(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + TYPE_OFFSET);
    }

    /** Write a tag; returns its length. */
    public static int encode(ByteBuffer b, int off, int priority, int id, int type) {
        BigEndian.put16(b, off + TCI_OFFSET, (priority & 7) << 13 | id & 0xfff);
        BigEndian.put16(b, off + TYPE_OFFSET, type);
        return TAG_LENGTH;
    }
}

package net.diag.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The extension structure behind the quoted packet of an ICMP error (RFC 4884 §7), and how to find it.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |Version|       Reserved        |            Checksum           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            Length             |   Class-Num   |    C-Type     |  object header, payload follows
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                        objects …
 * </pre>
 *
 * <p>The checksum covers the structure to the end of the ICMP message, so {@code limit} must be that end, which is not
 * the end of a frame that was padded. A checksum of zero means "none" and is accepted where the ICMP header says that
 * there is a structure, but not where one is only looked for.
 */
public final class IcmpExtension {
    public static final int VERSION_OFFSET = 0;
    public static final int CHECKSUM_OFFSET = 2;
    public static final int HEADER_LENGTH = 4;

    public static final int OBJECT_LENGTH_OFFSET = 0;
    public static final int OBJECT_CLASS_OFFSET = 2;
    public static final int OBJECT_TYPE_OFFSET = 3;
    public static final int OBJECT_HEADER_LENGTH = 4;

    public static final int VERSION = 2;

    /** Bytes of a quoted packet in front of a structure, at the least, and of routers older than RFC 4884 exactly. */
    public static final int QUOTE_LENGTH = 128;

    /** Objects beyond this number are not decoded. */
    public static final int MAX_OBJECTS = 64;

    private IcmpExtension() {}

    /**
     * What a structure holds.
     *
     * @param objects in their order
     * @param isComplete false if an object's length was impossible or there were too many, so that some are missing
     */
    public record Contents(List<IcmpExtensionObject> objects, boolean isComplete) {}

    /**
     * Find the structure in an ICMP error at {@code icmpOff}: where the length field says, or, if that is zero, behind
     * 128 bytes as routers did before RFC 4884.
     *
     * @return the structure's offset, or -1 if there is none whose version and checksum are right
     */
    public static int find(ByteBuffer b, int icmpOff, int limit, boolean ipv6) {
        if (HeaderCheck.of(icmpOff, limit, Icmpv4.HEADER_LENGTH) < 0 || !mayExtend(Icmpv4.type(b, icmpOff), ipv6)) {
            return -1;
        }
        int quoted = quoteLength(b, icmpOff, ipv6);
        int off = icmpOff + Icmpv4.PAYLOAD_OFFSET + (quoted == 0 ? QUOTE_LENGTH : quoted);
        if (checkLength(b, off, limit) < 0) {
            return -1;
        }
        return quoted == 0 && checksum(b, off) == 0 ? -1 : off;
    }

    /**
     * Search for a structure behind a quote of unknown length: the first place, in steps of the length field's unit
     * from {@code quoteOff} + {@code least} on, where version, checksum and every object's length fit.
     *
     * @return the structure's offset, or -1
     */
    public static int search(ByteBuffer b, int quoteOff, int limit, int least, boolean ipv6) {
        int unit = ipv6 ? 8 : 4;
        for (int off = quoteOff + (least + unit - 1) / unit * unit; off + HEADER_LENGTH < limit; off += unit) {
            if (checkLength(b, off, limit) >= 0
                    && checksum(b, off) != 0
                    && decode(b, off, limit).isComplete()) {
                return off;
            }
        }
        return -1;
    }

    /** May an error of this type carry extensions (RFC 4884 §4)? */
    public static boolean mayExtend(int type, boolean ipv6) {
        return ipv6
                ? type == Icmpv6.DEST_UNREACH || type == Icmpv6.TIME_EXCEED
                : type == Icmpv4.DEST_UNREACH || type == Icmpv4.TIME_EXCEEDED || type == Icmpv4.PARAMETER_PROBLEM;
    }

    /** Length in bytes of the quoted packet with its padding, as the ICMP header says; 0 if it doesn't say. */
    public static int quoteLength(ByteBuffer b, int icmpOff, boolean ipv6) {
        return ipv6
                ? BigEndian.u8(b, icmpOff + Icmpv6.QUOTE_LENGTH_OFFSET) * 8
                : BigEndian.u8(b, icmpOff + Icmpv4.QUOTE_LENGTH_OFFSET) * 4;
    }

    /**
     * The length of the structure's header, or why there is none; see {@link HeaderCheck}. Another version or a wrong
     * checksum count as malformed.
     */
    public static int checkLength(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, HEADER_LENGTH);
        if (fixed < 0) {
            return fixed;
        }
        boolean checksumFits = checksum(b, off) == 0 || Checksum.isValid(Checksum.sum(b, off, limit - off));
        return version(b, off) == VERSION && checksumFits ? HEADER_LENGTH : HeaderCheck.MALFORMED;
    }

    public static int version(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + VERSION_OFFSET) >>> 4;
    }

    /** The checksum; 0 means that the sender took none. */
    public static int checksum(ByteBuffer b, int off) {
        return BigEndian.u16(b, off + CHECKSUM_OFFSET);
    }

    /** The length of the object at {@code off}, header included, or why there is none; see {@link HeaderCheck}. */
    public static int checkObject(ByteBuffer b, int off, int limit) {
        int fixed = HeaderCheck.of(off, limit, OBJECT_HEADER_LENGTH);
        if (fixed < 0) {
            return fixed;
        }
        int length = BigEndian.u16(b, off + OBJECT_LENGTH_OFFSET);
        return length < OBJECT_HEADER_LENGTH ? HeaderCheck.MALFORMED : HeaderCheck.of(off, limit, length);
    }

    public static int objectClass(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + OBJECT_CLASS_OFFSET);
    }

    public static int objectType(ByteBuffer b, int off) {
        return BigEndian.u8(b, off + OBJECT_TYPE_OFFSET);
    }

    /** Decode the objects of the structure at {@code off}, whose header has been checked. */
    public static Contents decode(ByteBuffer b, int off, int limit) {
        List<IcmpExtensionObject> objects = new ArrayList<>();
        int at = off + HEADER_LENGTH;
        while (at < limit) {
            int length = checkObject(b, at, limit);
            if (length < 0 || objects.size() == MAX_OBJECTS) {
                return new Contents(objects, false);
            }
            int end = at + length;
            objects.add(IcmpExtensionObject.decode(b, at, end));
            at = end;
        }
        return new Contents(objects, true);
    }

    /** Write a structure with its checksum; returns its length. */
    public static int encode(ByteBuffer b, int off, List<? extends IcmpExtensionObject> objects) {
        BigEndian.put32(b, off, VERSION << 28);
        int at = off + HEADER_LENGTH;
        for (IcmpExtensionObject object : objects) {
            int length = OBJECT_HEADER_LENGTH + object.encodePayload(b, at + OBJECT_HEADER_LENGTH);
            BigEndian.put16(b, at + OBJECT_LENGTH_OFFSET, length);
            BigEndian.put8(b, at + OBJECT_CLASS_OFFSET, object.classNumber());
            BigEndian.put8(b, at + OBJECT_TYPE_OFFSET, object.type());
            at += length;
        }
        BigEndian.put16(b, off + CHECKSUM_OFFSET, Checksum.of(b, off, at - off));
        return at - off;
    }
}

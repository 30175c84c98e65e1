package net.diag.trace.probe;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.diag.wire.Checksum;

/**
 * Finds and decodes the extension structure behind a quoted packet (RFC 4884 §7, §8).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |Version|      (Reserved)       |           Checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             Length            |   Class-Num   |   C-Type      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * A router that sets no length puts the structure at byte 128 of the quote, or right behind a short
 * one: there it is believed only when its checksum fits. Lengths are checked; what doesn't fit ends
 * the list.
 */
final class ExtensionDecoder {
    private static final int HEADER_LENGTH = 4;
    private static final int OBJECT_HEADER_LENGTH = 4;
    private static final int VERSION = 2;
    private static final int PADDED_QUOTE_LENGTH = 128;
    private static final int SHORTEST_QUOTE = 28;
    private static final int MOST_OBJECTS = 32;

    private ExtensionDecoder() {}

    /**
     * Decode.
     *
     * @param b the packet, in network byte order
     * @param quote where the quoted packet starts
     * @param end where the ICMP message ends
     * @param quoteLength the length that the ICMP header gives for the padded quote in bytes, or 0
     * @param step 4 for IPv4, 8 for IPv6: the alignment of a structure behind a short quote
     */
    static List<ExtensionObject> decode(ByteBuffer b, int quote, int end, int quoteLength, int step) {
        if (quoteLength > 0) {
            int at = quote + quoteLength;
            return isStructure(b, at, end, false) ? objects(b, at + HEADER_LENGTH, end) : List.of();
        }
        if (isStructure(b, quote + PADDED_QUOTE_LENGTH, end, true)) {
            return objects(b, quote + PADDED_QUOTE_LENGTH + HEADER_LENGTH, end);
        }
        int last = Math.min(quote + PADDED_QUOTE_LENGTH, end);
        for (int at = quote + (SHORTEST_QUOTE + step - 1) / step * step; at < last; at += step) {
            if (isStructure(b, at, end, true)) {
                return objects(b, at + HEADER_LENGTH, end);
            }
        }
        return List.of();
    }

    private static boolean isStructure(ByteBuffer b, int at, int end, boolean mustSum) {
        if (at + HEADER_LENGTH + OBJECT_HEADER_LENGTH > end || (b.get(at) & 0xf0) >> 4 != VERSION) {
            return false;
        }
        boolean hasSum = b.getShort(at + 2) != 0;
        if (hasSum ? !Checksum.isValid(Checksum.sum(b, at, end - at)) : mustSum) {
            return false;
        }
        int length = b.getShort(at + HEADER_LENGTH) & 0xffff;
        return length >= OBJECT_HEADER_LENGTH && at + HEADER_LENGTH + length <= end;
    }

    private static List<ExtensionObject> objects(ByteBuffer b, int start, int end) {
        List<ExtensionObject> list = new ArrayList<>();
        int at = start;
        while (at + OBJECT_HEADER_LENGTH <= end && list.size() < MOST_OBJECTS) {
            int length = b.getShort(at) & 0xffff;
            if (length < OBJECT_HEADER_LENGTH || at + length > end) {
                break;
            }
            byte[] data = new byte[length - OBJECT_HEADER_LENGTH];
            for (int i = 0; i < data.length; i++) {
                data[i] = b.get(at + OBJECT_HEADER_LENGTH + i);
            }
            list.add(new ExtensionObject(b.get(at + 2) & 0xff, b.get(at + 3) & 0xff, data));
            at += length;
        }
        return list;
    }
}

package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Bytes for tests, written by hand. */
final class Octets {
    private Octets() {}

    /** The {@code checkLength} of a codec. */
    interface Check {
        int of(ByteBuffer b, int off, int limit);
    }

    /** A buffer of hexadecimal digits; blanks are for the reader. */
    static ByteBuffer of(String hex) {
        return ByteBuffer.wrap(bytes(hex));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    static String hex(ByteBuffer b, int off, int length) {
        return HexFormat.of().formatHex(BigEndian.copy(b, off, length));
    }

    /** Run a test over the bytes in both byte orders, at offset 0 and at an odd one, over heap and native memory. */
    static void everyWay(String hex, At test) {
        byte[] bytes = bytes(hex);
        for (int off : new int[] {0, 3}) {
            for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
                ByteBuffer heap = ByteBuffer.allocate(off + bytes.length).order(order);
                heap.put(off, bytes);
                test.run(heap, off);
                ByteBuffer direct =
                        ByteBuffer.allocateDirect(off + bytes.length).order(order);
                direct.put(off, bytes);
                test.run(direct, off);
            }
        }
    }

    /** A test of bytes that start at an offset and end at the buffer's. */
    interface At {
        void run(ByteBuffer b, int off);
    }

    /**
     * Each shorter length must be answered as truncated, never asking for more than the whole; the whole as complete.
     * What lies beyond the limit is not there at all, so that looking at it fails.
     */
    static void everyTruncation(String hex, int headerLength, Check check) {
        byte[] bytes = bytes(hex);
        for (int length = 0; length < headerLength; length++) {
            ByteBuffer cut = ByteBuffer.wrap(java.util.Arrays.copyOf(bytes, length));
            int answer = check.of(cut, 0, length);
            assertTrue(HeaderCheck.isTruncated(answer), "length " + length + " answers " + answer);
            assertTrue(HeaderCheck.needed(answer) > length, "length " + length + " answers " + answer);
            assertTrue(HeaderCheck.needed(answer) <= headerLength, "length " + length + " answers " + answer);
        }
        for (int length = headerLength; length <= bytes.length; length++) {
            assertEquals(headerLength, check.of(ByteBuffer.wrap(bytes), 0, length));
        }
    }

    /** A codec's encoder must fill exactly its bytes, in either byte order. */
    static void encodes(String hex, Consumer<ByteBuffer> encoder) {
        byte[] bytes = bytes(hex);
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            ByteBuffer b = ByteBuffer.allocate(bytes.length).order(order);
            java.util.Arrays.fill(b.array(), (byte) 0xee);
            encoder.accept(b);
            assertEquals(HexFormat.of().formatHex(bytes), hex(b, 0, bytes.length));
        }
    }
}

package net.diag.trace.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.diag.record.IpAddress;
import net.diag.wire.Checksum;
import org.junit.jupiter.api.Test;

/** ICMP from anybody must neither throw nor be read beyond its end. */
class QuoteFuzzTest {
    private static final int RUNS = 200_000;

    /** A time exceeded that quotes a UDP probe, padded to 128 bytes, with an MPLS extension. */
    private static ByteBuffer timeExceeded() {
        ByteBuffer b = ByteBuffer.allocate(8 + 128 + 12);
        b.put(0, (byte) 11).put(5, (byte) 32);
        b.put(8, (byte) 0x45).putShort(10, (short) 60).put(16, (byte) 1).put(17, (byte) 17);
        b.putInt(20, 0x0a000001).putInt(24, 0x0a000009);
        b.putShort(28, (short) 40000).putShort(30, (short) 33434);
        int ext = 8 + 128;
        b.put(ext, (byte) 0x20);
        b.putShort(ext + 4, (short) 8).put(ext + 6, (byte) 1).put(ext + 7, (byte) 1);
        b.putInt(ext + 8, 16001 << 12 | 1 << 8 | 1);
        b.putShort(ext + 2, (short) Checksum.of(b, ext, 12));
        return b;
    }

    private static void readAll(Quote q) {
        q.decodeExtensions();
        Answer a = q.toAnswer(0, IpAddress.parse("192.0.2.1"), 1, 64, q.transportShort(6));
        ExtensionText.of(a.extensions());
        q.destination();
        q.source();
        q.transportInt(4);
        q.originalLength();
    }

    @Test
    void wellFormedErrorIsReadInFull() {
        ByteBuffer b = timeExceeded();
        Quote q = new Quote(false);
        assertTrue(q.decode(b, 0, b.capacity()));
        q.decodeExtensions();
        assertEquals(1, q.ttl());
        assertEquals(33434, q.transportShort(2));
        assertEquals("MPLS:L=16001,E=0,S=1,T=1", ExtensionText.of(q.extensions()));
    }

    @Test
    void everyTruncationIsRefusedOrRead() {
        Quote q = new Quote(false);
        for (int length = 0; length <= timeExceeded().capacity(); length++) {
            byte[] cut = java.util.Arrays.copyOf(timeExceeded().array(), length);
            boolean ok = q.decode(ByteBuffer.wrap(cut), 0, length);
            assertEquals(length >= 8 + 20 + 8, ok, "length " + length);
            if (ok) {
                readAll(q);
            }
        }
    }

    @Test
    void quoteOf28BytesIsEnough() {
        Quote q = new Quote(false);
        assertTrue(q.decode(timeExceeded(), 0, 8 + 28));
        q.decodeExtensions();
        assertEquals(List.of(), q.extensions());
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(3);
        for (boolean v6 : new boolean[] {false, true}) {
            Quote q = new Quote(v6);
            for (int i = 0; i < RUNS; i++) {
                byte[] bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
                if (bytes.length > 9) {
                    bytes[0] = (byte) (v6 ? 1 + random.nextInt(4) : 11);
                    bytes[8] = (byte) (v6 ? 0x60 : 0x40 | random.nextInt(16));
                }
                if (q.decode(ByteBuffer.wrap(bytes), 0, bytes.length)) {
                    readAll(q);
                }
            }
        }
    }

    @Test
    void flippedBytesNeverThrow() {
        Random random = new Random(4);
        Quote q = new Quote(false);
        for (int i = 0; i < RUNS; i++) {
            ByteBuffer b = timeExceeded();
            for (int k = random.nextInt(6); k >= 0; k--) {
                b.put(random.nextInt(b.capacity()), (byte) random.nextInt());
            }
            int end = random.nextInt(b.capacity() + 1);
            if (q.decode(b, 0, end)) {
                readAll(q);
            }
        }
    }

    @Test
    void laterFragmentHasNoPorts() {
        ByteBuffer b = timeExceeded().putShort(14, (short) 100);
        assertFalse(new Quote(false).decode(b, 0, b.capacity()));
    }

    @Test
    void extensionWithWrongChecksumIsNotBelieved() {
        ByteBuffer b = timeExceeded();
        b.putShort(8 + 128 + 2, (short) 0x1234);
        Quote q = new Quote(false);
        assertTrue(q.decode(b, 0, b.capacity()));
        q.decodeExtensions();
        assertEquals(List.of(), q.extensions());
    }
}

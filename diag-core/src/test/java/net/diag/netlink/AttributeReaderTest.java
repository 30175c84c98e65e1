package net.diag.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributeReaderTest {
    @Test
    void readsWhatTheWriterWrote() {
        AttributeWriter w = new AttributeWriter();
        w.u8(1, 0xfe).u16(2, 0xfedc).u32(3, -2).u64(4, -3L).be16(5, 0x1234).be32(6, 0x12345678);
        w.be64(7, 0x1122334455667788L)
                .string(8, "grün")
                .bytes(9, new byte[] {1, 2, 3})
                .flag(10);
        int nest = w.begin(11);
        w.u8(1, 7);
        w.end(nest);
        AttributeReader r = AttributeReader.of(w.toBytes());
        assertTrue(r.next());
        assertEquals(0xfe, r.u8());
        assertTrue(r.next());
        assertEquals(0xfedc, r.u16());
        assertTrue(r.next());
        assertEquals(0xffff_fffeL, r.u32());
        assertTrue(r.next());
        assertEquals(-3L, r.u64());
        assertTrue(r.next());
        assertEquals(0x1234, r.be16());
        assertTrue(r.next());
        assertEquals(0x12345678, r.be32());
        assertTrue(r.next());
        assertEquals(0x1122334455667788L, r.be64());
        assertTrue(r.next());
        assertEquals("grün", r.string());
        assertTrue(r.next());
        assertArrayEquals(new byte[] {1, 2, 3}, r.bytes());
        assertTrue(r.next());
        assertEquals(0, r.length());
        assertTrue(r.next());
        assertEquals(11, r.type());
        assertTrue(r.nestedFlag());
        AttributeReader inner = r.nested();
        assertTrue(inner.next());
        assertEquals(7, inner.u8());
        assertFalse(inner.next());
        assertFalse(r.next());
        assertFalse(r.malformed());
    }

    @Test
    void shortValueReadsZeroAndIsRemembered() {
        AttributeReader r =
                AttributeReader.of(new AttributeWriter().u16(1, 5).u8(2, 6).toBytes());
        assertTrue(r.next());
        assertEquals(0, r.u32());
        assertTrue(r.malformed());
        assertTrue(r.next());
        assertEquals(6, r.number());
        assertTrue(r.malformed(), "sticky");
    }

    @Test
    void everyCutOfAGoodListIsHarmless() {
        AttributeWriter w = new AttributeWriter().u64(1, 1).string(2, "abc");
        int nest = w.begin(3);
        w.u32(1, 1);
        w.end(nest);
        byte[] all = w.toBytes();
        for (int n = 0; n <= all.length; n++) {
            byte[] cut = java.util.Arrays.copyOf(all, n);
            walk(AttributeReader.of(cut), 0);
        }
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] b = new byte[random.nextInt(64)];
            random.nextBytes(b);
            if (b.length > 1 && i % 2 == 0) {
                b[0] = (byte) random.nextInt(24);
                b[1] = 0;
            }
            walk(AttributeReader.of(ByteBuffer.wrap(b).order(ByteOrder.nativeOrder())), 0);
        }
    }

    private static int walk(AttributeReader r, int depth) {
        int n = 0;
        while (r.next()) {
            n += r.u8() + r.u16() + r.s32() + (int) r.u64() + r.be16() + r.be32() + (int) r.be64();
            n += r.bytes().length + r.string().length() + (int) r.number() + r.type();
            if (depth < 4) {
                n += walk(r.nested(), depth + 1);
            }
        }
        return n;
    }
}

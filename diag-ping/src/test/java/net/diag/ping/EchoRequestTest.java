package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import net.diag.wire.Checksum;
import org.junit.jupiter.api.Test;

class EchoRequestTest {
    private static final long TIME = 1_795_474_885_321_052_000L;

    @Test
    void checksumIsRightForEveryLength() {
        for (int payload = 0; payload < 80; payload++) {
            EchoRequest r = new EchoRequest(false, 0xabcd, payload, null, payload >= 16, true);
            int length = r.encode(0x1234, TIME);
            ByteBuffer b = r.buffer().networkOrderView();
            assertEquals(8 + payload, length);
            assertTrue(Checksum.isValid(Checksum.sum(b, 0, length)), "payload " + payload);
            assertEquals(8, b.get(0));
            assertEquals(0xabcd, b.getShort(4) & 0xffff);
            assertEquals(0x1234, b.getShort(6));
        }
    }

    @Test
    void payloadIsTimeThenOffsets() {
        EchoRequest r = new EchoRequest(true, 1, 56, null, true, false);
        r.encode(1, TIME);
        assertEquals(1_795_474_885L, r.buffer().bytes().getLong(8));
        assertEquals(321_052L, r.buffer().bytes().getLong(16));
        assertEquals(16, r.payloadByte(16));
        assertEquals(55, r.payloadByte(55));
    }

    @Test
    void patternRepeatsBehindTheTime() {
        EchoRequest r = new EchoRequest(false, 1, 20, new byte[] {1, 2, 3}, true, true);
        r.encode(1, TIME);
        assertEquals(2, r.payloadByte(16));
        assertEquals(3, r.payloadByte(17));
        assertEquals(1, r.payloadByte(18));
    }

    @Test
    void everyChangedByteIsFound() {
        EchoRequest r = new EchoRequest(false, 1, 61, null, true, true);
        r.encode(7, TIME);
        byte[] payload = new byte[61];
        r.buffer().bytes().get(8, payload);
        assertEquals(-1, r.firstWrong(ByteBuffer.wrap(payload), 0, 61, TIME));
        for (int i = 0; i < payload.length; i++) {
            byte[] changed = payload.clone();
            changed[i] ^= 0x40;
            assertEquals(i, r.firstWrong(ByteBuffer.wrap(changed), 0, 61, TIME));
        }
        assertEquals(-1, r.firstWrong(ByteBuffer.wrap(payload), 0, 30, TIME), "a short reply is not a wrong one");
    }
}

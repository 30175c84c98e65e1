package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Ipv4OptionTest {
    private static final String ROUTE = "07 0b 08 0a000001 00000000";
    private static final String STAMPS = "44 14 0d 51 0a000001 00000064 0a000002 00000000";

    @Test
    void recordRoute() {
        Octets.everyWay(ROUTE, (b, off) -> {
            assertEquals(2, Ipv4Option.routeSlots(b, off));
            assertEquals(1, Ipv4Option.routeFilled(b, off));
            assertEquals(0x0a000001, Ipv4Option.routeAddress(b, off, 0));
        });
        Octets.everyTruncation(ROUTE, 11, Ipv4Option::checkLength);
    }

    @Test
    void pointerIsNotTrusted() {
        assertEquals(2, Ipv4Option.routeFilled(Octets.of("07 0b ff 0a000001 00000000"), 0));
        assertEquals(0, Ipv4Option.routeFilled(Octets.of("07 0b 00 0a000001 00000000"), 0));
        assertEquals(2, Ipv4Option.timestampFilled(Octets.of(STAMPS.replace("0d", "ff")), 0));
        assertEquals(0, Ipv4Option.timestampFilled(Octets.of(STAMPS.replace("0d", "00")), 0));
    }

    @Test
    void timestamps() {
        Octets.everyWay(STAMPS, (b, off) -> {
            assertEquals(Ipv4Option.TIMESTAMP_AND_ADDRESS, Ipv4Option.timestampFlag(b, off));
            assertEquals(5, Ipv4Option.timestampOverflow(b, off));
            assertEquals(2, Ipv4Option.timestampEntries(b, off));
            assertEquals(1, Ipv4Option.timestampFilled(b, off));
            assertEquals(0x0a000001, Ipv4Option.timestampAddress(b, off, 0));
            assertEquals(100, Ipv4Option.timestamp(b, off, 0));
        });
        Octets.everyTruncation(STAMPS, 20, Ipv4Option::checkLength);
        Octets.everyWay("44 0c 0d 00 80000001 00000002", (b, off) -> {
            assertEquals(2, Ipv4Option.timestampFilled(b, off));
            assertEquals(0x80000001L, Ipv4Option.timestamp(b, off, 0));
            assertEquals(2, Ipv4Option.timestamp(b, off, 1));
        });
    }

    @Test
    void lengthBelowTheLayoutIsMalformed() {
        assertEquals(HeaderCheck.MALFORMED, Ipv4Option.checkLength(Octets.of("07 02 04"), 0, 3));
        assertEquals(HeaderCheck.MALFORMED, Ipv4Option.checkLength(Octets.of("44 03 04 00"), 0, 4));
        assertEquals(HeaderCheck.MALFORMED, Ipv4Option.checkLength(Octets.of("94 00"), 0, 2));
        assertEquals(HeaderCheck.MALFORMED, Ipv4Option.checkLength(Octets.of("94 01"), 0, 2));
    }

    @Test
    void findPassesOverOthersAndStopsAtTheEnd() {
        ByteBuffer b = Octets.of("01 94 04 0000 01" + ROUTE);
        assertEquals(6, Ipv4Option.find(b, 0, 17, Ipv4Option.RECORD_ROUTE));
        assertEquals(-1, Ipv4Option.find(b, 0, 16, Ipv4Option.RECORD_ROUTE));
        assertEquals(-1, Ipv4Option.find(b, 0, 17, Ipv4Option.TIMESTAMP));
        assertEquals(-1, Ipv4Option.find(Octets.of("00" + ROUTE), 0, 12, Ipv4Option.RECORD_ROUTE));
    }

    @Test
    void encode() {
        Octets.encodes("07 27 04" + "00000000".repeat(9), b -> assertEquals(39, Ipv4Option.encodeRecordRoute(b, 0, 9)));
        Octets.encodes(
                "83 0b 04 0a000001 0a000002",
                b -> Ipv4Option.encodeRoute(b, 0, Ipv4Option.LOOSE_SOURCE_ROUTE, new int[] {0x0a000001, 0x0a000002}));
        Octets.encodes(
                "44 28 05 00" + "00000000".repeat(9),
                b -> Ipv4Option.encodeTimestamp(b, 0, Ipv4Option.TIMESTAMP_ONLY, 9));
        Octets.encodes(
                "44 14 05 03 0a000001 00000000 0a000002 00000000",
                b -> Ipv4Option.encodeTimestamp(b, 0, new int[] {0x0a000001, 0x0a000002}));
        ByteBuffer b = ByteBuffer.allocate(64);
        assertThrows(IllegalArgumentException.class, () -> Ipv4Option.encodeRecordRoute(b, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> Ipv4Option.encodeTimestamp(b, 0, 1, 5));
    }

    @Property
    void randomOptionsEndAndNeverReachBeyondTheLimit(@ForAll @Size(max = 40) byte[] bytes) {
        ByteBuffer b = ByteBuffer.wrap(bytes);
        int off = 0;
        while (off < bytes.length) {
            int length = Ipv4Option.checkLength(b, off, bytes.length);
            if (length < 0) {
                break;
            }
            assertTrue(length > 0 && off + length <= bytes.length);
            int type = Ipv4Option.type(b, off);
            if (Ipv4Option.isRoute(type)) {
                for (int i = 0; i < Ipv4Option.routeSlots(b, off); i++) {
                    Ipv4Option.routeAddress(b, off, i);
                }
            } else if (type == Ipv4Option.TIMESTAMP) {
                for (int i = 0; i < Ipv4Option.timestampEntries(b, off); i++) {
                    Ipv4Option.timestamp(b, off, i);
                }
            }
            off += length;
        }
    }
}

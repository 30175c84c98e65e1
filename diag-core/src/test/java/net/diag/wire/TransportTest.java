package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** UDP, TCP and TCP options. */
class TransportTest {
    private static final String TCP = "d431 0050 01020304 f0f1f2f3 a1ff ffff 0000 0001";
    private static final String OPTIONS = "0204 05b4 0402 080a 00000001 fffffffe 01 030307 050a 00000001 00000002 00";

    @Test
    void udp() {
        Octets.everyWay("829b 0035 000c 1234", (b, off) -> {
            assertEquals(33435, Udp.sourcePort(b, off));
            assertEquals(53, Udp.destinationPort(b, off));
            assertEquals(12, Udp.length(b, off));
            assertEquals(0x1234, Udp.checksum(b, off));
            assertEquals(off + 12, Udp.end(b, off, off + 20));
            assertEquals(off + 9, Udp.end(b, off, off + 9));
        });
        Octets.everyTruncation("829b 0035 000c 1234 00", 8, Udp::checkLength);
        Octets.encodes("829b 0035 000c 0000", b -> Udp.encode(b, 0, 33435, 53, 12));
        assertEquals(8, Udp.end(Octets.of("0001 0002 0003 0000"), 0, 20));
        assertEquals(20, Udp.end(Octets.of("0001 0002 0000 0000"), 0, 20));
    }

    @Test
    void udpChecksum() {
        ByteBuffer b = Octets.of("829b 0035 000a 0000 6869");
        int pseudo = Checksum.pseudoHeader4(0x0a000001, 0x0a000002, IpProtocol.UDP, 10);
        assertTrue(Udp.isChecksumValid(b, 0, 10, pseudo));
        Udp.putChecksum(b, 0, 10, pseudo);
        assertTrue(Udp.checksum(b, 0) != 0 && Udp.isChecksumValid(b, 0, 10, pseudo));
        b.put(9, (byte) 0);
        assertFalse(Udp.isChecksumValid(b, 0, 10, pseudo));
    }

    @Test
    void tcp() {
        Octets.everyWay(TCP + "00".repeat(20), (b, off) -> {
            assertEquals(54321, Tcp.sourcePort(b, off));
            assertEquals(80, Tcp.destinationPort(b, off));
            assertEquals(0x01020304, Tcp.sequence(b, off));
            assertEquals(0xf0f1f2f3L, Tcp.acknowledgment(b, off));
            assertEquals(40, Tcp.headerLength(b, off));
            assertEquals(0x1ff, Tcp.flags(b, off));
            assertEquals(65535, Tcp.window(b, off));
            assertEquals(1, Tcp.urgentPointer(b, off));
        });
        Octets.everyTruncation(TCP + "00".repeat(20), 40, Tcp::checkLength);
        assertEquals(HeaderCheck.MALFORMED, Tcp.checkLength(Octets.of(TCP.replace("a1ff", "41ff")), 0, 20));
    }

    @Test
    void tcpEncode() {
        Octets.encodes("d431 0050 01020304 f0f1f2f3 6002 faf0 0000 0000" + "0204 05b4", b -> {
            Tcp.encode(b, 0, 54321, 80, Tcp.SYN);
            Tcp.putSequence(b, 0, 0x01020304);
            Tcp.putAcknowledgment(b, 0, 0xf0f1f2f3L);
            Tcp.putWindow(b, 0, 64240);
            Tcp.putHeaderLength(b, 0, 20 + TcpOption.encodeMaximumSegmentSize(b, 20, 1460));
        });
        ByteBuffer b = ByteBuffer.allocate(64);
        assertThrows(IllegalArgumentException.class, () -> Tcp.putHeaderLength(b, 0, 22));
        Tcp.encode(b, 0, 1, 2, Tcp.AE | Tcp.ACK);
        Tcp.putHeaderLength(b, 0, 60);
        assertEquals(Tcp.AE | Tcp.ACK, Tcp.flags(b, 0));
        int pseudo = Checksum.pseudoHeader4(1, 2, IpProtocol.TCP, 60);
        Tcp.putChecksum(b, 0, 60, pseudo);
        assertTrue(Tcp.isChecksumValid(b, 0, 60, pseudo));
    }

    @Test
    void options() {
        int end = Octets.bytes(OPTIONS).length;
        Octets.everyWay(OPTIONS, (b, off) -> {
            int limit = off + end;
            assertEquals(1460, TcpOption.maximumSegmentSize(b, find(b, off, limit, TcpOption.MAXIMUM_SEGMENT_SIZE)));
            assertEquals(off + 4, find(b, off, limit, TcpOption.SACK_PERMITTED));
            int stamps = find(b, off, limit, TcpOption.TIMESTAMPS);
            assertEquals(1, TcpOption.timestampValue(b, stamps));
            assertEquals(0xfffffffeL, TcpOption.timestampEcho(b, stamps));
            assertEquals(7, TcpOption.windowScale(b, find(b, off, limit, TcpOption.WINDOW_SCALE)));
            int sack = find(b, off, limit, TcpOption.SACK);
            assertEquals(1, TcpOption.sackBlocks(b, sack));
            assertEquals(1, TcpOption.sackLeft(b, sack, 0));
            assertEquals(2, TcpOption.sackRight(b, sack, 0));
            assertEquals(-1, find(b, off, limit, TcpOption.FAST_OPEN));
        });
        Octets.everyTruncation("080a 00000001 fffffffe", 10, TcpOption::checkLength);
    }

    private static int find(ByteBuffer b, int off, int limit, int kind) {
        return TcpOption.find(b, off, limit, kind);
    }

    @Test
    void optionOfAnotherLengthThanItsKindIsMalformed() {
        for (String wrong : new String[] {"0203 00", "0304 0000", "0403 00", "0503 00", "0808 00", "fd01", "fd00"}) {
            ByteBuffer b = Octets.of(wrong);
            assertEquals(HeaderCheck.MALFORMED, TcpOption.checkLength(b, 0, b.limit()), wrong);
        }
    }

    @Test
    void encodeOptions() {
        Octets.encodes("0402 080a 00000001 00000000 01 030307", b -> {
            int at = TcpOption.encodeSackPermitted(b, 0);
            at += TcpOption.encodeTimestamps(b, at, 1, 0);
            at += TcpOption.encodeNoOperation(b, at);
            assertEquals(16, at + TcpOption.encodeWindowScale(b, at, 7));
        });
    }

    @Property
    void randomOptionsStayWithinTheLimit(@ForAll @Size(max = 40) byte[] bytes, @ForAll @IntRange(max = 40) int kind) {
        int found = TcpOption.find(ByteBuffer.wrap(bytes), 0, bytes.length, kind);
        assertTrue(found < bytes.length);
    }
}

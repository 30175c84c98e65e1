package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** IPv6 and the walk over its extension headers. */
class Ipv6Test {
    private static final String SOURCE = "20010db8000000000000000000000001";
    private static final String DESTINATION = "fe8000000000000002005efffe100001";

    private static String header(int payloadLength, int nextHeader) {
        return String.format("6ab12345 %04x %02x 3f", payloadLength, nextHeader) + SOURCE + DESTINATION;
    }

    @Test
    void fields() {
        Octets.everyWay(header(8, 58), (b, off) -> {
            assertEquals(0xab, Ipv6.trafficClass(b, off));
            assertEquals(0x12345, Ipv6.flowLabel(b, off));
            assertEquals(8, Ipv6.payloadLength(b, off));
            assertEquals(IpProtocol.ICMPV6, Ipv6.nextHeader(b, off));
            assertEquals(63, Ipv6.hopLimit(b, off));
            assertEquals(0x20010db800000000L, Ipv6.sourceHigh(b, off));
            assertEquals(1, Ipv6.sourceLow(b, off));
            assertEquals(0xfe80000000000000L, Ipv6.destinationHigh(b, off));
            assertEquals(0x02005efffe100001L, Ipv6.destinationLow(b, off));
            assertArrayEquals(Octets.bytes(SOURCE), Ipv6.source(b, off));
            assertArrayEquals(Octets.bytes(DESTINATION), Ipv6.destination(b, off));
        });
        Octets.everyTruncation(header(8, 58) + "80", 40, Ipv6::checkLength);
        assertEquals(
                HeaderCheck.MALFORMED, Ipv6.checkLength(Octets.of(header(8, 58).replaceFirst("6", "4")), 0, 40));
    }

    @Test
    void endIsNeverBeyondTheLimit() {
        assertEquals(48, Ipv6.end(Octets.of(header(8, 58)), 0, 60));
        assertEquals(44, Ipv6.end(Octets.of(header(8, 58)), 0, 44));
        assertEquals(60, Ipv6.end(Octets.of(header(0, 58)), 0, 60));
    }

    @Test
    void encode() {
        Octets.encodes(header(8, 58), b -> {
            Ipv6.encode(b, 0, 8, 58);
            Ipv6.putFlow(b, 0, 0xab, 0x12345);
            Ipv6.putHopLimit(b, 0, 63);
            Ipv6.putAddresses(b, 0, Octets.bytes(SOURCE), Octets.bytes(DESTINATION));
        });
    }

    @Property
    void decodedIsWhatWasEncoded(
            @ForAll @IntRange(max = 0xffff) int length,
            @ForAll @IntRange(max = 255) int octet,
            @ForAll @IntRange(max = 0xfffff) int flowLabel) {
        ByteBuffer b = ByteBuffer.allocate(40);
        Ipv6.encode(b, 0, length, octet);
        Ipv6.putFlow(b, 0, octet, flowLabel);
        Ipv6.putHopLimit(b, 0, octet);
        assertEquals(40, Ipv6.checkLength(b, 0, 40));
        assertEquals(length, Ipv6.payloadLength(b, 0));
        assertEquals(octet, Ipv6.nextHeader(b, 0));
        assertEquals(octet, Ipv6.trafficClass(b, 0));
        assertEquals(octet, Ipv6.hopLimit(b, 0));
        assertEquals(flowLabel, Ipv6.flowLabel(b, 0));
    }

    @Test
    void walkWithoutExtensions() {
        long walk = Ipv6Extension.walk(Octets.of(header(8, 58)), 0, 40);
        assertTrue(Ipv6Extension.isComplete(walk));
        assertEquals(58, Ipv6Extension.protocol(walk));
        assertEquals(40, Ipv6Extension.offset(walk));
        assertFalse(Ipv6Extension.isFragment(walk));
    }

    @Test
    void walkOverEveryKind() {
        String hopByHop = "3c 00 000000000000";
        String destinationOptions = "2b 01" + "00".repeat(14);
        String routing = "33 00 000000000000";
        String authentication = "2c 04" + "00".repeat(22);
        String fragment = "06 00 0001 00000007";
        String packet = header(64, 0) + hopByHop + destinationOptions + routing + authentication + fragment;
        long walk = Ipv6Extension.walk(Octets.of(packet), 0, 40 + 8 + 16 + 8 + 24 + 8);
        assertTrue(Ipv6Extension.isComplete(walk));
        assertEquals(IpProtocol.TCP, Ipv6Extension.protocol(walk));
        assertEquals(104, Ipv6Extension.offset(walk));
        assertTrue(Ipv6Extension.isFragment(walk));
        assertTrue(Ipv6Extension.isMoreFragments(walk));
        assertEquals(0, Ipv6Extension.fragmentOffset(walk));
        for (int limit = 40; limit < 104; limit++) {
            assertFalse(Ipv6Extension.isComplete(Ipv6Extension.walk(Octets.of(packet), 0, limit)), "limit " + limit);
        }
    }

    @Test
    void laterFragmentHasNoUpperLayerHeader() {
        // A destination options header by its number, but it is the middle of the payload.
        long walk = Ipv6Extension.walk(Octets.of("3c 00 fff9 00000007 3cff"), 0, 10, IpProtocol.FRAGMENT);
        assertTrue(Ipv6Extension.isComplete(walk));
        assertEquals(IpProtocol.DESTINATION_OPTIONS, Ipv6Extension.protocol(walk));
        assertEquals(65528, Ipv6Extension.fragmentOffset(walk));
        assertTrue(Ipv6Extension.isMoreFragments(walk));
        assertEquals(8, Ipv6Extension.offset(walk));
    }

    @Test
    void endlessChainIsNotFollowed() {
        long walk = Ipv6Extension.walk(Octets.of("3c00000000000000".repeat(100)), 0, 800, 60);
        assertFalse(Ipv6Extension.isComplete(walk));
        assertEquals(8 * Ipv6Extension.MAX_HEADERS, Ipv6Extension.offset(walk));
    }

    @Property
    void randomChainsStayWithinTheLimit(@ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 255) int first) {
        long walk = Ipv6Extension.walk(ByteBuffer.wrap(bytes), 0, bytes.length, first);
        assertTrue(Ipv6Extension.offset(walk) <= bytes.length);
    }
}

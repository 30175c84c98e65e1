package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Ipv4Test {
    private static final String HEADER = "45c0 0054 1234 4000 3f01 0000 0ad50101 0ad50602";
    private static final String WITH_OPTIONS = "4600 0018 1234 2003 3f01 0000 0ad50101 0ad50602 01010100";

    @Test
    void fields() {
        Octets.everyWay(HEADER, (b, off) -> {
            assertEquals(20, Ipv4.headerLength(b, off));
            assertEquals(0xc0, Ipv4.tos(b, off));
            assertEquals(84, Ipv4.totalLength(b, off));
            assertEquals(0x1234, Ipv4.id(b, off));
            assertTrue(Ipv4.isDontFragment(b, off));
            assertFalse(Ipv4.isFragment(b, off));
            assertEquals(63, Ipv4.ttl(b, off));
            assertEquals(IpProtocol.ICMP, Ipv4.protocol(b, off));
            assertEquals("10.213.1.1", InetAddresses.format(Ipv4.source(b, off)));
            assertEquals("10.213.6.2", InetAddresses.format(Ipv4.destination(b, off)));
        });
        Octets.everyWay(WITH_OPTIONS, (b, off) -> {
            assertEquals(24, Ipv4.headerLength(b, off));
            assertTrue(Ipv4.isMoreFragments(b, off));
            assertTrue(Ipv4.isFragment(b, off));
            assertEquals(24, Ipv4.fragmentOffset(b, off));
        });
    }

    @Test
    void truncation() {
        Octets.everyTruncation(HEADER + "0800", 20, Ipv4::checkLength);
        Octets.everyTruncation(WITH_OPTIONS + "0800", 24, Ipv4::checkLength);
    }

    @Test
    void impossibleHeaderIsMalformed() {
        assertEquals(HeaderCheck.MALFORMED, Ipv4.checkLength(Octets.of(HEADER.replaceFirst("45", "44")), 0, 20));
        assertEquals(HeaderCheck.MALFORMED, Ipv4.checkLength(Octets.of(HEADER.replaceFirst("45", "65")), 0, 20));
    }

    @Test
    void endIsNeverBeyondTheLimit() {
        ByteBuffer b = Octets.of(HEADER);
        assertEquals(20, Ipv4.end(b, 0, 20));
        assertEquals(84, Ipv4.end(b, 0, 100));
        Ipv4.putTotalLength(b, 0, 0);
        assertEquals(100, Ipv4.end(b, 0, 100));
    }

    @Test
    void encode() {
        Octets.encodes("45c0 0054 1234 4000 3f01 0c09 0ad50101 0ad50602", b -> {
            Ipv4.encode(b, 0, 84, IpProtocol.ICMP);
            Ipv4.putTos(b, 0, 0xc0);
            Ipv4.putId(b, 0, 0x1234);
            Ipv4.putFragmentWord(b, 0, Ipv4.DONT_FRAGMENT);
            Ipv4.putTtl(b, 0, 63);
            Ipv4.putAddresses(b, 0, 0x0ad50101, 0x0ad50602);
            Ipv4.putChecksum(b, 0);
            assertTrue(Ipv4.isChecksumValid(b, 0));
        });
        ByteBuffer b = ByteBuffer.allocate(60);
        for (int wrong : new int[] {0, 16, 21, 64}) {
            assertThrows(IllegalArgumentException.class, () -> Ipv4.putHeaderLength(b, 0, wrong));
        }
        Ipv4.putHeaderLength(b, 0, 60);
        assertEquals(60, Ipv4.checkLength(b, 0, 60));
    }

    @Property
    void decodedIsWhatWasEncoded(
            @ForAll @IntRange(max = 0xffff) int length,
            @ForAll @IntRange(max = 255) int ttlTosProtocol,
            @ForAll @IntRange(max = 0xffff) int idAndFragment,
            @ForAll int source,
            @ForAll int destination) {
        ByteBuffer b = ByteBuffer.allocate(20);
        assertEquals(20, Ipv4.encode(b, 0, length, ttlTosProtocol));
        Ipv4.putTos(b, 0, ttlTosProtocol);
        Ipv4.putTtl(b, 0, ttlTosProtocol);
        Ipv4.putId(b, 0, idAndFragment);
        Ipv4.putFragmentWord(b, 0, idAndFragment);
        Ipv4.putAddresses(b, 0, source, destination);
        Ipv4.putChecksum(b, 0);
        assertEquals(20, Ipv4.checkLength(b, 0, 20));
        assertEquals(length, Ipv4.totalLength(b, 0));
        assertEquals(ttlTosProtocol, Ipv4.tos(b, 0));
        assertEquals(ttlTosProtocol, Ipv4.ttl(b, 0));
        assertEquals(ttlTosProtocol, Ipv4.protocol(b, 0));
        assertEquals(idAndFragment, Ipv4.id(b, 0));
        assertEquals(idAndFragment, Ipv4.fragmentWord(b, 0));
        assertEquals(source, Ipv4.source(b, 0));
        assertEquals(destination, Ipv4.destination(b, 0));
        assertTrue(Ipv4.isChecksumValid(b, 0));
    }

    @Test
    void unknownProtocolKeepsItsNumber() {
        assertEquals("253", IpProtocol.name(253));
        assertEquals("ipv6-icmp", IpProtocol.name(58));
    }
}

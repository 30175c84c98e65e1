package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** ICMP, ICMPv6, neighbor discovery and node information. */
class IcmpTest {
    private static final byte[] LINK_LOCAL = Octets.bytes("fe8000000000000002005efffe100001");
    private static final byte[] ALL_NODES = Octets.bytes("ff020000000000000000000000000001");

    @Test
    void echo() {
        Octets.everyWay("0800 e5fd 1234 0001 0102 0303", (b, off) -> {
            assertEquals(Icmpv4.ECHO, Icmpv4.type(b, off));
            assertEquals(0x1234, Icmpv4.identifier(b, off));
            assertEquals(1, Icmpv4.sequence(b, off));
            Icmpv4.putChecksum(b, off, 12);
            assertEquals(0xe1c5, Icmpv4.checksum(b, off));
            assertTrue(Icmpv4.isChecksumValid(b, off, 12));
            b.put(off + 11, (byte) 4);
            assertFalse(Icmpv4.isChecksumValid(b, off, 12));
        });
        Octets.everyTruncation("0800 e5fd 1234 0001 00", 8, Icmpv4::checkLength);
        Octets.encodes("0800 0000 ffff 8001", b -> Icmpv4.encodeEcho(b, 0, 0xffff, 0x8001));
        Octets.encodes("8000 0000 0001 ffff", b -> Icmpv6.encodeEcho(b, 0, 1, 0x1ffff));
    }

    @Test
    void errors() {
        Octets.everyWay("0304 0000 0000 0578", (b, off) -> {
            assertTrue(Icmpv4.isError(Icmpv4.type(b, off)));
            assertEquals(Icmpv4.FRAG_NEEDED, Icmpv4.code(b, off));
            assertEquals(1400, Icmpv4.mtu(b, off));
        });
        Octets.everyWay("0501 0000 0a000001", (b, off) -> assertEquals(0x0a000001, Icmpv4.gateway(b, off)));
        Octets.everyWay("0c00 0000 14000000", (b, off) -> assertEquals(20, Icmpv4.pointer(b, off)));
        Octets.everyWay("0200 0000 ffffffff", (b, off) -> {
            assertTrue(Icmpv6.isError(Icmpv6.type(b, off)));
            assertEquals(0xffffffffL, Icmpv6.mtu(b, off));
            assertEquals(0xffffffffL, Icmpv6.pointer(b, off));
        });
        assertFalse(Icmpv4.isError(Icmpv4.ECHO_REPLY));
        assertFalse(Icmpv6.isError(Icmpv6.ECHO_REPLY));
    }

    @Test
    void icmpv6ChecksumCoversThePseudoHeader() {
        ByteBuffer b = ByteBuffer.allocate(10);
        Icmpv6.encodeEcho(b, 0, 1, 2);
        int pseudo = Checksum.pseudoHeader6(LINK_LOCAL, ALL_NODES, IpProtocol.ICMPV6, 10);
        Icmpv6.putChecksum(b, 0, 10, pseudo);
        assertTrue(Icmpv6.isChecksumValid(b, 0, 10, pseudo));
        assertFalse(Icmpv6.isChecksumValid(b, 0, 10, 0));
    }

    @Test
    void neighborAdvertisement() {
        String message = "8800 0000 60000000" + "fe8000000000000002005efffe100001" + "02 01 02005e100001";
        Octets.encodes(
                message,
                b -> NeighborDiscovery.encodeNeighbor(
                        b,
                        0,
                        Icmpv6.NEIGHBOR_ADVERTISEMENT,
                        NeighborDiscovery.SOLICITED | NeighborDiscovery.OVERRIDE,
                        LINK_LOCAL,
                        0x02005e100001L));
        Octets.everyWay(message, (b, off) -> {
            assertEquals(0x60000000, NeighborDiscovery.flags(b, off));
            assertArrayEquals(LINK_LOCAL, NeighborDiscovery.target(b, off));
            int option =
                    NeighborDiscovery.findOption(b, off + 24, off + 32, NeighborDiscovery.OPTION_TARGET_LINK_ADDRESS);
            assertEquals(off + 24, option);
            assertEquals(0x02005e100001L, NeighborDiscovery.linkAddress(b, option));
        });
        Octets.everyTruncation(message, 24, NeighborDiscovery::checkLength);
    }

    @Test
    void routerAdvertisement() {
        String message = "8600 0000 40 c0 0708 00007530 000003e8" + "05 01 0000 00000578";
        Octets.everyTruncation(message, 16, NeighborDiscovery::checkLength);
        Octets.everyWay(message, (b, off) -> {
            assertEquals(64, NeighborDiscovery.hopLimit(b, off));
            assertEquals(0xc0, NeighborDiscovery.routerFlags(b, off));
            assertEquals(1800, NeighborDiscovery.routerLifetimeSeconds(b, off));
            assertEquals(30000, NeighborDiscovery.reachableTimeMillis(b, off));
            assertEquals(1000, NeighborDiscovery.retransTimerMillis(b, off));
            int option = NeighborDiscovery.findOption(b, off + 16, off + 24, NeighborDiscovery.OPTION_MTU);
            assertEquals(1400, NeighborDiscovery.optionMtu(b, option));
        });
    }

    @Test
    void neighborOptionOfLengthZeroEndsTheSearch() {
        ByteBuffer b = Octets.of("03 00 000000000000 05 01 0000 00000578");
        assertEquals(HeaderCheck.MALFORMED, NeighborDiscovery.checkOption(b, 0, 16));
        assertEquals(-1, NeighborDiscovery.findOption(b, 0, 16, NeighborDiscovery.OPTION_MTU));
        assertEquals(HeaderCheck.MALFORMED, NeighborDiscovery.checkLength(Octets.of("8000 0000 00000000"), 0, 8));
        Octets.everyTruncation("05 01 0000 00000578", 8, NeighborDiscovery::checkOption);
        Octets.everyTruncation("8900 0000 00000000" + "00".repeat(32), 40, NeighborDiscovery::checkLength);
        Octets.everyTruncation("8500 0000 00000000", 8, NeighborDiscovery::checkLength);
    }

    @Test
    void nodeInformation() {
        String query = "8b01 0000 0002 0000 0102030405060708";
        Octets.encodes(query, b -> {
            NodeInformation.encode(b, 0, true, NodeInformation.SUBJECT_NAME, NodeInformation.QTYPE_NAME << 16);
            NodeInformation.putNonce(b, 0, 0x0102030405060708L);
        });
        Octets.everyWay(query, (b, off) -> {
            assertEquals(NodeInformation.QTYPE_NAME, NodeInformation.qtype(b, off));
            assertEquals(0, NodeInformation.flags(b, off));
            assertEquals(0x0102030405060708L, NodeInformation.nonce(b, off));
        });
        Octets.everyTruncation(query, 16, NodeInformation::checkLength);
    }

    @Test
    void nodeInformationGroupHashesTheFirstLabelInLowerCase() {
        // printf '\003foo' | md5sum: cc6165…
        assertEquals("ff02::2:ffcc:6165", InetAddresses.format(NodeInformation.groupAddress("foo")));
        assertEquals("ff02::2:ffcc:6165", InetAddresses.format(NodeInformation.groupAddress("FOO.example.net")));
    }
}

package net.diag.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Ethernet, VLAN tags, cooked headers and ARP. */
class LinkLayerTest {
    private static final String ETHERNET = "ffffffffffff 02005e100001 0806";
    private static final String SLL = "0004 0001 0006 02005e100001 0000 0800";
    private static final String SLL2 = "86dd 0000 00000003 0304 00 08 0102030405060708";
    private static final String ARP = "0001 0800 06 04 0001 02005e100001 c0000201 000000000000 c0000202";

    @Test
    void ethernet() {
        Octets.everyWay(ETHERNET, (b, off) -> {
            assertEquals(MacAddress.BROADCAST, Ethernet.destination(b, off));
            assertEquals(0x02005e100001L, Ethernet.source(b, off));
            assertEquals(EtherType.ARP, Ethernet.type(b, off));
        });
        Octets.everyTruncation(ETHERNET + "00", Ethernet.HEADER_LENGTH, Ethernet::checkLength);
        Octets.encodes(ETHERNET, b -> Ethernet.encode(b, 0, MacAddress.BROADCAST, 0x02005e100001L, EtherType.ARP));
        assertTrue(Ethernet.isLength(1500));
        assertFalse(Ethernet.isLength(0x600));
    }

    @Test
    void vlan() {
        Octets.everyWay("b123 0800", (b, off) -> {
            assertEquals(0x123, Vlan.id(b, off));
            assertEquals(5, Vlan.priority(b, off));
            assertTrue(Vlan.isDropEligible(b, off));
            assertEquals(EtherType.IPV4, Vlan.type(b, off));
        });
        Octets.everyTruncation("b123 0800", Vlan.TAG_LENGTH, Vlan::checkLength);
        Octets.encodes("a123 0800", b -> Vlan.encode(b, 0, 5, 0x123, EtherType.IPV4));
        assertTrue(EtherType.isVlan(0x8100) && EtherType.isVlan(0x88a8) && !EtherType.isVlan(0x0800));
    }

    @Test
    void unknownEtherTypeKeepsItsNumber() {
        assertEquals("0x9999", EtherType.name(0x9999));
        assertEquals("IPv6", EtherType.name(0x86dd));
    }

    @Test
    void cooked() {
        Octets.everyWay(SLL, (b, off) -> {
            assertEquals(4, Sll.packetType(b, off));
            assertEquals(1, Sll.arphrd(b, off));
            assertEquals(6, Sll.addressAvailable(b, off));
            assertEquals("02:00:5e:10:00:01", MacAddress.format(b, off + Sll.ADDRESS_OFFSET, 6));
            assertEquals(EtherType.IPV4, Sll.protocol(b, off));
        });
        Octets.everyTruncation(SLL, Sll.HEADER_LENGTH, Sll::checkLength);
    }

    @Test
    void cookedAddressLengthIsNotTrusted() {
        Octets.everyWay("0004 0001 ffff 02005e100001 0000 0800", (b, off) -> {
            assertEquals(0xffff, Sll.addressLength(b, off));
            assertEquals(8, Sll.addressAvailable(b, off));
        });
    }

    @Test
    void cookedVersionTwo() {
        Octets.everyWay(SLL2, (b, off) -> {
            assertEquals(EtherType.IPV6, Sll2.protocol(b, off));
            assertEquals(3, Sll2.ifIndex(b, off));
            assertEquals(0x304, Sll2.arphrd(b, off));
            assertEquals(0, Sll2.packetType(b, off));
            assertEquals(8, Sll2.addressAvailable(b, off));
        });
        Octets.everyTruncation(SLL2, Sll2.HEADER_LENGTH, Sll2::checkLength);
    }

    @Test
    void arp() {
        Octets.everyWay(ARP, (b, off) -> {
            assertTrue(Arp.isEthernetIpv4(b, off));
            assertEquals(Arp.REQUEST, Arp.operation(b, off));
            assertEquals(0x02005e100001L, BigEndian.u48(b, Arp.senderHardwareOffset(b, off)));
            assertEquals(0xc0000201, BigEndian.i32(b, Arp.senderProtocolOffset(b, off)));
            assertEquals(0, BigEndian.u48(b, Arp.targetHardwareOffset(b, off)));
            assertEquals(0xc0000202, BigEndian.i32(b, Arp.targetProtocolOffset(b, off)));
        });
        Octets.everyTruncation(ARP + "0000", Arp.ETHERNET_IPV4_LENGTH, Arp::checkLength);
        Octets.encodes(ARP, b -> {
            Arp.encodeEthernetIpv4(b, 0, Arp.REQUEST);
            Arp.putSender(b, 0, 0x02005e100001L, 0xc0000201);
            Arp.putTarget(b, 0, 0, 0xc0000202);
        });
    }

    @Test
    void arpOfAnyAddressLength() {
        Octets.everyTruncation("0020 0800 01 02 0002 aa bbbb cc dddd", 14, Arp::checkLength);
        Octets.everyWay("0020 0800 01 02 0002 aa bbbb cc dddd", (b, off) -> {
            assertFalse(Arp.isEthernetIpv4(b, off));
            assertEquals(0xcc, BigEndian.u8(b, Arp.targetHardwareOffset(b, off)));
            assertEquals(0xdddd, BigEndian.u16(b, Arp.targetProtocolOffset(b, off)));
        });
    }

    @Test
    void macAddressText() {
        assertEquals(0x02005e10000aL, MacAddress.parse("02:00:5e:10:00:0a"));
        assertEquals(0x02005e10000aL, MacAddress.parse("2-0-5E-10-0-A"));
        for (String wrong : new String[] {
            "",
            "02:00:5e:10:00",
            "02:00:5e:10:00:0a:0b",
            "02:00:5e:10:00:",
            "g0:0:0:0:0:0",
            "002:0:0:0:0:0",
            ":0:0:0:0:0:0",
            "02005e10000a"
        }) {
            assertEquals(-1, MacAddress.parse(wrong), wrong);
        }
        assertEquals("02:00:5e:10:00:0a", MacAddress.format(0x02005e10000aL));
        assertTrue(MacAddress.isGroup(0x01005e000001L));
        assertFalse(MacAddress.isGroup(0x02005e10000aL));
    }
}

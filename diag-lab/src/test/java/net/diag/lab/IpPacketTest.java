package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IpPacketTest {
    static final String ECHO = "4500001e0001400040010000 0a000001 0a000002 0800 0000 1234 0005 6869";
    static final String ECHO6 = "600000000009 3a 40" + "fd000000000000000000000000000001"
            + "fd000000000000000000000000000002" + "8000 0000 1234 0005 68";

    static IpPacket packet(String hex) {
        return IpPacket.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void echoOfBothFamilies() {
        for (IpPacket packet : new IpPacket[] {packet(ECHO), packet(ECHO6)}) {
            assertTrue(packet.isEchoRequest() && packet.isIcmp() && !packet.isEchoReply());
            assertEquals(0x1234, packet.identifier());
            assertEquals(5, packet.sequence());
            assertEquals(64, packet.ttl());
            assertFalse(packet.isHousekeeping() || packet.isUdp() || packet.isTcp());
        }
        assertEquals("10.0.0.1", packet(ECHO).source());
        assertEquals("fd00::2", packet(ECHO6).destination());
        assertEquals(30, packet(ECHO).length());
        assertEquals(9, packet(ECHO6).transportLength());
    }

    @Test
    void paddingBehindThePacketIsNotPartOfIt() {
        assertArrayEquals(packet(ECHO).toBytes(), packet(ECHO + "000000").toBytes());
    }

    @Test
    void laterFragmentHasNoTransportHeader() {
        IpPacket fragment = packet(ECHO.replace("00014000", "00010010"));
        assertEquals(-1, fragment.icmpType());
        assertEquals(0, fragment.transportLength());
    }

    @Test
    void neighborDiscoveryIsHousekeeping() {
        String solicitation = "60000000 0018 3a ff" + "fe800000000000000000000000000001"
                + "ff0200000000000000000001ff000002" + "8700 0000 00000000 fd000000000000000000000000000002";
        assertTrue(packet(solicitation).isHousekeeping());
        String report = "60000000 0010 00 01" + "00".repeat(16) + "ff020000000000000000000000000016"
                + "3a00 0502 0000 0100" + "8f00 0000 0000 0001";
        assertTrue(packet(report).isHousekeeping());
    }

    @Test
    void whatIsNoIpPacket() {
        assertNull(IpPacket.of(new byte[0]));
        assertNull(packet("0806" + ECHO));
        assertNull(packet("4500001e0001400040010000"));
    }

    @Property
    void randomBytesDoNoHarm(@ForAll @Size(max = 100) byte[] bytes, @ForAll boolean ipv6) {
        if (bytes.length > 0) {
            bytes[0] = (byte) (ipv6 ? 0x60 : 0x45);
        }
        IpPacket packet = IpPacket.of(bytes);
        if (packet != null) {
            assertTrue(packet.transportLength() >= 0);
            packet.isHousekeeping();
            packet.isEchoReply();
            assertEquals(packet.length(), packet.toBytes().length);
        }
    }
}

package net.diag.dump.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HexFormat;
import java.util.Random;
import net.diag.capture.LinkType;
import net.diag.capture.PacketReader;
import org.junit.jupiter.api.Test;

/** Headers cut at every length and with every kind of damage. */
class PacketDecoderTest {
    /** An Ethernet frame with a VLAN tag, IPv4 and a TCP SYN of port 1025 to 80, made by hand. */
    private static final byte[] SYN = HexFormat.of()
            .parseHex("0200000000020200000000018100006408004500002800010000400600007f0000017f000001"
                    + "0401005000000007000000005002200000000000");

    private final PacketDecoder decoder = new PacketDecoder();

    private Packet decode(byte[] frame, int captured) {
        PacketReader reader = new PacketReader() {
            @Override
            public boolean next() {
                return false;
            }

            @Override
            public int linkType() {
                return LinkType.ETHERNET;
            }

            @Override
            public int snaplen() {
                return 65535;
            }

            @Override
            public boolean nanos() {
                return false;
            }

            @Override
            public void close() {}
        };
        reader.bytes = frame;
        reader.captured = captured;
        reader.length = frame.length;
        reader.seconds = 1;
        reader.fraction = 5;
        return decoder.decode(reader, 1, null, null);
    }

    @Test
    void aWholeFrame() {
        Packet p = decode(SYN, SYN.length);
        assertEquals(1_000_005_000L, p.timeNanos());
        assertEquals(new Packet.Eth("02:00:00:00:00:01", "02:00:00:00:00:02", 0x0800, 100), p.eth());
        assertEquals(40, p.ip().length());
        assertEquals(new Packet.Tcp(1025, 80, "S", 7, -1, 8192, 0), p.tcp());
        assertNull(p.udp());
    }

    @Test
    void partsThatWereCutAreAbsent() {
        assertNull(decode(SYN, 13).eth());
        assertNotNull(decode(SYN, 14).eth());
        assertNull(decode(SYN, 37).ip());
        assertNotNull(decode(SYN, 38).ip());
        assertNull(decode(SYN, 57).tcp());
        assertNotNull(decode(SYN, 58).tcp());
    }

    @Test
    void damageIsNeverAnException() {
        Random random = new Random(7);
        for (int round = 0; round < 100_000; round++) {
            byte[] frame = SYN.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                frame[12 + random.nextInt(frame.length - 12)] = (byte) random.nextInt();
            }
            Packet p = decode(frame, random.nextInt(frame.length + 1));
            assertEquals(frame.length, p.length());
        }
    }
}

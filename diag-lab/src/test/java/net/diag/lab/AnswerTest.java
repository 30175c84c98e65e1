package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.diag.wire.Checksum;
import net.diag.wire.IcmpExtension;
import net.diag.wire.Icmpv4;
import net.diag.wire.Icmpv6;
import net.diag.wire.IpProtocol;
import net.diag.wire.Ipv4;
import net.diag.wire.MplsLabelStack;
import org.junit.jupiter.api.Test;

/** Answers are right in everything but what they were told to get wrong. */
class AnswerTest {
    private static final IpPacket ECHO = IpPacketTest.packet(IpPacketTest.ECHO);
    private static final IpPacket ECHO6 = IpPacketTest.packet(IpPacketTest.ECHO6);

    private static boolean isValid(IpPacket packet) {
        int length = packet.transportLength();
        if (packet.isIpv6()) {
            int pseudo = Checksum.pseudoHeader6(packet.buffer(), 0, packet.protocol(), length);
            return Checksum.isValid(
                    Checksum.add(pseudo, Checksum.sum(packet.buffer(), packet.transportOffset(), length)));
        }
        int pseudo = packet.isIcmp() ? 0 : Checksum.pseudoHeader4(packet.buffer(), 0, packet.protocol(), length);
        return Ipv4.isChecksumValid(packet.buffer(), 0)
                && Checksum.isValid(
                        Checksum.add(pseudo, Checksum.sum(packet.buffer(), packet.transportOffset(), length)));
    }

    @Test
    void honestReply() {
        for (IpPacket request : new IpPacket[] {ECHO, ECHO6}) {
            IpPacket reply = IpPacket.of(EchoReply.to(request).ttl(7).tos(4).build());
            assertTrue(reply.isEchoReply() && isValid(reply));
            assertEquals(request.source(), reply.destination());
            assertEquals(request.destination(), reply.source());
            assertEquals(request.sequence(), reply.sequence());
            assertEquals(request.length(), reply.length());
            assertEquals(7, reply.ttl());
            assertEquals(4, reply.tos());
        }
    }

    @Test
    void dishonestReplies() {
        assertFalse(isValid(IpPacket.of(EchoReply.to(ECHO).badChecksum().build())));
        assertFalse(isValid(IpPacket.of(EchoReply.to(ECHO6).badChecksum().build())));
        assertEquals(9, IpPacket.of(EchoReply.to(ECHO).shortened(1).build()).transportLength());
        assertEquals(3, IpPacket.of(EchoReply.to(ECHO).cutTo(3).build()).transportLength());
        assertEquals(77, IpPacket.of(EchoReply.to(ECHO).sequence(77).build()).sequence());
        assertEquals(
                "10.0.0.9",
                IpPacket.of(EchoReply.to(ECHO).from("10.0.0.9").build()).source());
        IpPacket options =
                IpPacket.of(EchoReply.to(ECHO).options(new byte[] {1, 1, 1, 0}).build());
        assertEquals(24, options.transportOffset());
        assertTrue(isValid(options));
    }

    @Test
    void errorsQuoteThePacket() {
        for (IpPacket packet : new IpPacket[] {ECHO, ECHO6}) {
            IpPacket error =
                    IpPacket.of(IcmpError.about(packet).portUnreachable().build());
            assertTrue(isValid(error));
            assertEquals(packet.isIpv6() ? Icmpv6.DEST_UNREACH : Icmpv4.DEST_UNREACH, error.icmpType());
            IpPacket quoted = IpPacket.of(error.buffer(), error.transportOffset() + Icmpv4.PAYLOAD_OFFSET, error.end());
            assertArrayEquals(packet.toBytes(), quoted.toBytes());
            IpPacket expired = IpPacket.of(IcmpError.about(packet).quoting(48).build());
            assertEquals(
                    1,
                    IpPacket.of(expired.buffer(), expired.transportOffset() + 8, expired.end())
                            .ttl());
        }
    }

    @Test
    void extensionsAreFoundAgain() {
        MplsLabelStack stack = new MplsLabelStack(List.of(new MplsLabelStack.Entry(5, 1, true, 9)));
        for (IpPacket packet : new IpPacket[] {ECHO, ECHO6}) {
            for (IcmpError error : new IcmpError[] {
                IcmpError.about(packet).extensions(List.of(stack)),
                IcmpError.about(packet).extensions(List.of(stack)).withoutLengthField()
            }) {
                IpPacket built = IpPacket.of(error.build());
                assertTrue(isValid(built));
                int found = IcmpExtension.find(built.buffer(), built.transportOffset(), built.end(), built.isIpv6());
                assertEquals(built.transportOffset() + 8 + 128, found);
                assertEquals(
                        List.of(stack),
                        IcmpExtension.decode(built.buffer(), found, built.end()).objects());
            }
        }
    }

    @Test
    void datagramsAndSegments() {
        String udp = "4500001d0001400040110000 0a000001 0a000002 1388 0035 0009 0000 68";
        IpPacket reply =
                IpPacket.of(UdpReply.to(IpPacketTest.packet(udp), new byte[3]).build());
        assertTrue(reply.isUdp() && isValid(reply));
        assertEquals(0x35, reply.sourcePort());
        assertEquals(5000, reply.destinationPort());
        String tcp = "45000028000140004006 0000 0a000001 0a000002 1388 0050 00000001 00000000 5002 ffff 0000 0000";
        IpPacket open = IpPacket.of(TcpReply.synAck(IpPacketTest.packet(tcp))
                .tcpOptions(new byte[] {1, 1, 1, 0})
                .build());
        assertTrue(open.isTcp() && isValid(open));
        assertEquals(IpProtocol.TCP, open.protocol());
        assertTrue(isValid(IpPacket.of(TcpReply.reset(IpPacketTest.packet(tcp)).build())));
    }
}

package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import net.diag.wire.Icmpv4;
import net.diag.wire.InterfaceInformation;
import net.diag.wire.MplsLabelStack;
import org.junit.jupiter.api.Test;

/** Scripted answers arrive as the peers' programs understand them. */
@InLab(programs = {"ping", "traceroute", "nstat"})
class ResponderIT {
    private static Namespace world(Lab lab, Responder.Script script) {
        Namespace a = lab.namespace("a");
        lab.responder(a.end("10.8.0.1/24", "fd08::1/64"), script);
        return a.route("default dev sim").route("::/0 dev sim");
    }

    @Test
    void honestEchoOfBothFamilies(Lab lab) {
        Namespace a = world(lab, (packet, out) -> out.send(EchoReply.to(packet).ttl(33)));
        String v4 = a.run("ping", "-c", "2", "-i", "0.01", "192.0.2.1")
                .requireSuccess()
                .stdout();
        assertTrue(v4.contains("64 bytes from 192.0.2.1: icmp_seq=2 ttl=33"), v4);
        String v6 = a.run("ping", "-c", "2", "-i", "0.01", "2001:db8::1")
                .requireSuccess()
                .stdout();
        assertTrue(v6.contains("icmp_seq=2 ttl=33"), v6);
    }

    @Test
    void hostileEchoes(Lab lab) {
        Namespace a = world(lab, (packet, out) -> {
            switch (packet.sequence()) {
                case 1 -> out.send(EchoReply.to(packet).badChecksum());
                case 2 -> out.send(EchoReply.to(packet).shortened(4));
                case 3 -> {
                    out.send(EchoReply.to(packet));
                    out.send(EchoReply.to(packet));
                }
                case 4 -> out.send(EchoReply.to(packet).flip(20, 0xff));
                case 5 -> out.send(EchoReply.to(packet).sequence(999));
                case 6 -> out.send(EchoReply.to(packet).from("10.8.0.66"));
                case 7 -> out.send(EchoReply.to(packet), Duration.ofMillis(50));
                default -> out.send(EchoReply.to(packet).identifier(packet.identifier() + 1));
            }
        });
        String text = a.run("ping", "-n", "-c", "8", "-i", "0.1", "-W", "1", "192.0.2.1")
                .stdout();
        // Debian's ping 20221126 does not look at the checksum; the kernel does, and counts.
        String errors = a.run("nstat", "-asz", "IcmpInCsumErrors").stdout();
        assertTrue(errors.matches("(?s).*IcmpInCsumErrors +1 .*"), errors);
        assertTrue(text.contains("12 bytes from 192.0.2.1: icmp_seq=2"), text);
        assertTrue(text.contains("DUP!"), text);
        assertTrue(text.contains("wrong data byte #20"), text);
        assertTrue(text.contains("icmp_seq=999"), text);
        assertTrue(text.contains("icmp_seq=7"), text);
        assertTrue(!text.contains("icmp_seq=8"), text);
    }

    @Test
    void errorsOfBothFamilies(Lab lab) {
        Namespace a = world(lab, (packet, out) -> {
            IcmpError error = IcmpError.about(packet);
            boolean isFirst = packet.sequence() == 1;
            if (packet.isIpv6()) {
                out.send((isFirst ? error.tooBig(1300) : error.unreachable(1)).from("2001:db8::fe"));
            } else {
                out.send((isFirst ? error.tooBig(1300) : error.redirect(1, "10.8.0.9")).from("10.8.0.254"));
            }
        });
        String v4 = a.run("ping", "-n", "-c", "2", "-i", "0.1", "-W", "1", "192.0.2.1")
                .stdout();
        assertTrue(v4.contains("From 10.8.0.254 icmp_seq=1 Frag needed and DF set (mtu = 1300)"), v4);
        assertTrue(v4.contains("Redirect Host(New nexthop: 10.8.0.9)"), v4);
        String v6 = a.run("ping", "-n", "-c", "2", "-i", "0.1", "-W", "1", "2001:db8::1")
                .stdout();
        assertTrue(v6.contains("From 2001:db8::fe icmp_seq=1 Packet too big: mtu=1300"), v6);
        assertTrue(v6.contains("Destination unreachable: Administratively prohibited"), v6);
    }

    @Test
    void extensionsAsTracerouteReadsThem(Lab lab) {
        MplsLabelStack stack = new MplsLabelStack(
                List.of(new MplsLabelStack.Entry(16001, 0, false, 1), new MplsLabelStack.Entry(299920, 5, true, 1)));
        InterfaceInformation incoming = new InterfaceInformation(0, 7, null, "ge-0/0/1", 9000);
        Namespace a = world(lab, (packet, out) -> {
            if (packet.ttl() == 1) {
                String router = packet.isIpv6() ? "2001:db8:1::1" : "192.0.2.254";
                out.send(IcmpError.about(packet).extensions(List.of(stack)).from(router));
            } else if (packet.ttl() == 2) {
                IcmpError error = IcmpError.about(packet)
                        .extensions(List.of(stack, incoming))
                        .withoutLengthField();
                out.send(error.from(packet.isIpv6() ? "2001:db8:1::2" : "192.0.2.253"));
            } else {
                out.send(IcmpError.about(packet).portUnreachable());
            }
        });
        String labels = "<MPLS:L=16001,E=0,S=0,T=1/L=299920,E=5,S=1,T=1>";
        String v4 = a.run("traceroute", "-n", "-e", "-q", "1", "198.51.100.1").stdout();
        assertTrue(v4.contains(" 1  192.0.2.254 " + labels), v4);
        assertTrue(v4.contains(" 2  192.0.2.253 <MPLS:"), v4);
        assertTrue(v4.contains(" 3  198.51.100.1 "), v4);
        String v6 = a.run("traceroute", "-n", "-e", "-q", "1", "2001:db8::1").stdout();
        assertTrue(v6.contains(" 1  2001:db8:1::1 " + labels), v6);
        assertTrue(v6.contains(" 3  2001:db8::1 "), v6);
    }

    @Test
    void udpAndTcpAnswers(Lab lab) {
        Namespace a = world(lab, (packet, out) -> {
            if (packet.isUdp()) {
                out.send(UdpReply.to(packet, "pong".getBytes()));
            } else if (packet.isTcp()) {
                out.send(packet.destinationPort() == 80 ? TcpReply.synAck(packet) : TcpReply.reset(packet));
            }
        });
        for (String address : new String[] {"192.0.2.1", "2001:db8::1"}) {
            a.call(() -> {
                InetAddress there = InetAddress.getByName(address);
                try (DatagramSocket socket = new DatagramSocket()) {
                    socket.setSoTimeout(5000);
                    socket.send(new DatagramPacket(new byte[] {1}, 1, there, 7));
                    DatagramPacket in = new DatagramPacket(new byte[100], 100);
                    socket.receive(in);
                    assertEquals("pong", new String(in.getData(), 0, in.getLength()));
                }
                new Socket(there, 80).close();
                assertThrows(ConnectException.class, () -> new Socket(there, 81));
                return null;
            });
        }
    }

    @Test
    void failingScriptFailsTheTest() {
        Lab lab = new Lab();
        Namespace a = world(lab, (packet, out) -> {
            throw new IllegalStateException("from the script");
        });
        a.run("ping", "-c", "1", "-W", "1", "192.0.2.1");
        LabException end = assertThrows(LabException.class, lab::close);
        assertTrue(end.getMessage().contains("from the script"), end.getMessage());
    }

    @Test
    void quotedHeaderStaysConsistent(Lab lab) {
        List<byte[]> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        Namespace a = world(lab, (packet, out) -> {
            seen.add(packet.toBytes());
            byte[] error = IcmpError.about(packet).quotedTos(0x28).build();
            seen.add(error);
            out.send(error);
        });
        a.run("ping", "-c", "1", "-W", "1", "192.0.2.1");
        IpPacket quoted = IpPacket.of(java.util.Arrays.copyOfRange(seen.get(1), 28, seen.get(1).length));
        assertEquals(1, quoted.ttl());
        assertEquals(0x28, quoted.tos());
        assertTrue(net.diag.wire.Ipv4.isChecksumValid(quoted.buffer(), 0));
        assertTrue(Icmpv4.isChecksumValid(quoted.buffer(), 20, quoted.length() - 20));
    }
}

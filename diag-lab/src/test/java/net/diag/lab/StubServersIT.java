package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.diag.wire.DnsMessage;
import net.diag.wire.DnsRecord;
import net.diag.wire.DnsType;
import net.diag.wire.InetAddresses;
import org.junit.jupiter.api.Test;

/** The stub servers as the machine's own resolver and a plain socket see them. */
@InLab(programs = "getent")
class StubServersIT {
    private static Namespace resolving(Lab lab) {
        return lab.namespace("a")
                .ip("address add 10.9.0.53/32 dev lo")
                .etc("resolv.conf", "nameserver 10.9.0.53\noptions timeout:1 attempts:1\n")
                .etc("nsswitch.conf", "hosts: dns\n");
    }

    @Test
    void resolverGetsNamesAndAddresses(Lab lab) {
        Namespace a = resolving(lab);
        StubDns dns = lab.dns(a, "10.9.0.53")
                .add(DnsRecord.address("host.example", 60, InetAddresses.parse("192.0.2.7")))
                .addReverse("192.0.2.7", "host.example")
                .addReverse("2001:db8::7", "host6.example");
        assertTrue(a.run("getent", "ahostsv4", "host.example").stdout().startsWith("192.0.2.7"));
        assertTrue(a.run("getent", "hosts", "192.0.2.7").stdout().contains("host.example"));
        assertTrue(a.run("getent", "hosts", "2001:db8::7").stdout().contains("host6.example"));
        assertEquals(2, a.run("getent", "ahostsv4", "other.example").exitCode());
        assertTrue(dns.questions().contains(new DnsMessage.Question("7.2.0.192.in-addr.arpa", DnsType.PTR, 1)));
    }

    @Test
    void longAnswerComesOverTcp(Lab lab) {
        Namespace a = resolving(lab);
        StubDns dns = lab.dns(a, "10.9.0.53");
        for (int i = 1; i <= 60; i++) {
            dns.add(DnsRecord.address("many.example", 60, new byte[] {10, 1, 1, (byte) i}));
        }
        String text =
                a.run("getent", "ahostsv4", "many.example").requireSuccess().stdout();
        assertTrue(text.contains("10.1.1.60"), text);
        assertEquals(2, dns.questions().size());
    }

    @Test
    void silentAndSlowServers(Lab lab) {
        Namespace a = resolving(lab);
        StubDns dns = lab.dns(a, "10.9.0.53").answer(query -> null);
        assertTrue(a.run("getent", "ahostsv4", "host.example").elapsed().toMillis() >= 900);
        dns.answer(query -> query.respond(
                        0, List.of(DnsRecord.address("host.example", 1, InetAddresses.parse("192.0.2.9")))))
                .delay(Duration.ofMillis(300));
        Outcome slow = a.run("getent", "ahostsv4", "host.example").requireSuccess();
        assertTrue(slow.elapsed().toMillis() >= 300 && slow.stdout().startsWith("192.0.2.9"), slow.toString());
    }

    @Test
    void whois(Lab lab) {
        Namespace a = lab.namespace("a");
        StubWhois whois = lab.whois(a, "127.0.0.1", 4343, line -> "route: 192.0.2.0/24\norigin: AS64500\n");
        assertTrue(ask(a, "192.0.2.1\r\n").contains("AS64500"));
        assertEquals(List.of("192.0.2.1"), whois.questions());
    }

    private static String ask(Namespace a, String line) {
        return a.call(() -> {
            try (Socket socket = new Socket("127.0.0.1", 4343)) {
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            } catch (IOException e) {
                throw new LabException("whois", e);
            }
        });
    }
}

package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.diag.lab.Command;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import org.junit.jupiter.api.Test;

/** Names: from hosts and PTR records, hostile ones, and a resolver that doesn't answer. */
@InLab
class PingNamesIT {
    private static Namespace world(Lab lab, String hosts, String resolver) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.0.0.1/24"), b.end("10.0.0.2/24"));
        a.etc("hosts", hosts);
        a.etc("nsswitch.conf", "hosts: files dns\n");
        a.etc("resolv.conf", resolver);
        return a;
    }

    @Test
    void aNameIsShownWithItsAddress(Lab lab) {
        Namespace a = world(lab, "10.0.0.2 gateway.example gw\n", "");
        Outcome o = a.diag("ping", "-c", "1", "gw").run();
        assertTrue(
                o.stdout()
                        .startsWith("PING gateway.example (10.0.0.2) 56(84) bytes of data.\n"
                                + "64 bytes from gateway.example (10.0.0.2): icmp_seq=1 ttl=64 time="),
                o.stdout());
        assertTrue(o.stdout().contains("--- gateway.example ping statistics ---"), o.stdout());
    }

    @Test
    void aResolverThatDoesNotAnswerDelaysNoProbe(Lab lab) {
        // The name server's address is a neighbor that isn't there: each question takes its time-out.
        Namespace a = world(lab, "", "nameserver 10.0.0.77\noptions timeout:1 attempts:1\n");
        Outcome o = a.diag("ping", "-H", "--stats", "-c", "5", "-i", "0.1", "10.0.0.2")
                .run();
        assertEquals(0, o.exitCode(), o.stderr());
        long time = Long.parseLong(o.stdout().replaceAll("(?s).*, time ([0-9]+)ms.*", "$1"));
        assertTrue(time < 800, o.stdout());
        assertTrue(o.stdout().contains("64 bytes from 10.0.0.2: icmp_seq=5 "), o.stdout());
    }

    @Test
    void aNameThatIsNotKnownIsTheErrorOfTheResolver(Lab lab) {
        Namespace a = world(lab, "", "");
        a.etc("nsswitch.conf", "hosts: files\n");
        Outcome o = a.diag("ping", "-c", "1", "nosuch.example").run();
        assertEquals(2, o.exitCode());
        assertEquals("ping: nosuch.example: Name or service not known\n", o.stderr());
    }

    @Test
    void controlCharactersOfANameDoNotReachTheTerminal(Lab lab) {
        Namespace a = world(lab, "", "");
        a.etc("nsswitch.conf", "hosts: files\n");
        Outcome o = a.diag("ping", "-c", "1", "no\u001b[31msuch").run();
        assertEquals(2, o.exitCode());
        assertFalse(o.stderr().contains("\u001b"), o.stderr());
    }

    @Test
    void theEnvironmentSwitchesNamesOff(Lab lab) {
        Namespace a = world(lab, "10.0.0.2 gateway.example gw\n", "");
        Command c = a.diag("ping", "-c", "1", "gw")
                .env("IPUTILS_PING_PTR_LOOKUP", "0")
                .timeout(Duration.ofSeconds(20));
        Outcome o = c.run();
        assertTrue(o.stdout().contains("64 bytes from 10.0.0.2: icmp_seq=1"), o.stdout());
        assertEquals("ping: WARNING: reverse DNS resolution (PTR lookup) disabled, enforce with -H\n", o.stderr());
    }
}

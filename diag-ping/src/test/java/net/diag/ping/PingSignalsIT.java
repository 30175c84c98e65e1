package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.diag.lab.Command;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import net.diag.lab.RunningProgram;
import org.junit.jupiter.api.Test;

/** Signals, a reader that goes away, a link that goes down, and users without privilege. */
@InLab
class PingSignalsIT {
    @Test
    void interruptPrintsTheSummaryAndQuitTheFiguresSoFar(Lab lab) {
        Namespace a = lab.namespace("a");
        try (RunningProgram p = a.diag("ping", "-i", "0.1", "127.0.0.1").start()) {
            p.awaitStdout("icmp_seq=2 ");
            p.signal("QUIT");
            p.awaitStderr("\\r[0-9]+/[0-9]+ packets, 0% loss, min/avg/ewma/max = [0-9./]+ ms");
            p.signal("INT");
            Outcome o = p.await();
            assertEquals(0, o.exitCode());
            assertTrue(o.stdout().contains("--- 127.0.0.1 ping statistics ---"), o.stdout());
            assertTrue(o.stdout().contains(" 0% packet loss"), o.stdout());
        }
    }

    @Test
    void aReaderThatGoesAwayEndsItQuietly(Lab lab) {
        Namespace a = lab.namespace("a");
        try (RunningProgram p = a.diag("ping", "-i", "0.05", "127.0.0.1").start()) {
            p.awaitStdout("icmp_seq=1 ");
            p.closeStdout();
            Outcome o = p.await();
            assertEquals(141, o.exitCode());
            assertEquals("", o.stderr());
        }
    }

    @Test
    void aLinkGoingDownIsSaidAndCounted(Lab lab) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.0.0.1/24").named("eth0"), b.end("10.0.0.2/24"));
        try (RunningProgram p = a.diag("ping", "-i", "0.1", "10.0.0.2").start()) {
            p.awaitStdout("icmp_seq=2 ");
            a.ip("link set eth0 down");
            p.awaitStderr("ping: sendmsg: Network is unreachable");
            p.signal("INT");
            Outcome o = p.await();
            assertEquals(0, o.exitCode());
            assertTrue(o.stdout().matches("(?s).*[0-9.]+% packet loss.*"), o.stdout());
        }
    }

    @Test
    void aUserInThePingGroupNeedsNoCapability(Lab lab) {
        Namespace a = lab.namespace("a");
        a.allowPingSockets();
        Command c = a.diag("ping", "-c", "1", "127.0.0.1").user("nobody");
        Outcome o = c.run();
        assertEquals(0, o.exitCode(), o.stderr());
        assertTrue(o.stdout().contains("64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time="), o.stdout());
        Outcome fast = a.diag("ping", "-c", "1", "-i", "0.001", "127.0.0.1")
                .user("nobody")
                .run();
        assertEquals(2, fast.exitCode());
        assertEquals(
                "ping: cannot flood, minimal interval for user must be >= 2 ms, use -i 0.002 (or higher)\n",
                fast.stderr());
        assertTrue(fast.stdout().startsWith("PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data."), fast.stdout());
    }

    @Test
    void withoutPrivilegeTheMissingCapabilityIsNamed(Lab lab) {
        Namespace a = lab.namespace("a");
        a.sysctl("net.ipv4.ping_group_range", "1 0");
        Outcome o = a.diag("ping", "-c", "1", "127.0.0.1").user("nobody").run();
        assertEquals(2, o.exitCode());
        assertTrue(o.stderr().contains("ping: => missing cap_net_raw+p capability or setuid?"), o.stderr());
        assertTrue(o.stderr().contains("net.ipv4.ping_group_range"), o.stderr());
    }
}

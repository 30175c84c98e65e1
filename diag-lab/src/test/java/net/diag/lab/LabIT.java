package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.diag.sys.NetNamespace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lab builds works, and goes. */
@InLab(programs = {"ip", "nft", "iptables", "ping", "setpriv"})
class LabIT {
    private Lab labOfBeforeEach;

    @BeforeEach
    void keep(Lab lab) {
        labOfBeforeEach = lab;
    }

    @Test
    void testGetsTheLabOfItsBeforeEach(Lab lab) {
        assertSame(labOfBeforeEach, lab);
    }

    @Test
    void linkCarriesBothFamilies(Lab lab) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        Link link = lab.link(a.end("10.1.0.1/24", "fd01::1/64").mtu(1400), b.end("10.1.0.2/24", "fd01::2/64"));
        assertEquals("b", link.a().name());
        a.run("ping", "-c", "1", "-W", "5", "10.1.0.2").requireSuccess();
        a.run("ping", "-c", "1", "-W", "5", "fd01::2").requireSuccess();
        assertTrue(a.run("ip", "link", "show", "b").stdout().contains("mtu 1400"));
        link.down();
        assertNotEquals(0, a.run("ping", "-c", "1", "-W", "1", "10.1.0.2").exitCode());
        link.up();
        a.run("ping", "-c", "1", "-W", "5", "10.1.0.2").requireSuccess();
        a.run("ping", "-c", "1", "-W", "5", "fd01::2").requireSuccess();
    }

    @Test
    void chainRoutesFromEndToEnd(Lab lab) {
        Chain chain = lab.chain(77, 2);
        Outcome reply = chain.client().run("ping", "-c", "1", "-W", "5", chain.serverAddress());
        assertTrue(reply.requireSuccess().stdout().contains("ttl=62"), reply.stdout());
        chain.client()
                .run("ping", "-6", "-c", "1", "-W", "5", chain.serverAddress6())
                .requireSuccess();
        chain.server().run("ping", "-c", "1", "-W", "5", chain.clientAddress()).requireSuccess();
        Outcome expired = chain.client().run("ping", "-t", "2", "-c", "1", "-W", "5", chain.serverAddress());
        assertTrue(expired.stdout().contains("From " + chain.hop(2)), expired.stdout());
    }

    @Test
    void routersAnswerWithoutRateLimit(Lab lab) {
        Chain chain = lab.chain(78, 1);
        Outcome flood =
                chain.client().run("ping", "-f", "-t", "1", "-c", "300", "-q", "-W", "2", chain.serverAddress());
        assertTrue(flood.stdout().contains("+300 errors"), flood.stdout());
    }

    @Test
    void bridgeJoinsMany(Lab lab) {
        Bridge lan = lab.bridge("lan");
        Namespace first = lab.namespace("h1");
        lan.attach(first.end("10.3.0.1/24"));
        for (int i = 2; i <= 4; i++) {
            lan.attach(lab.namespace("h" + i).end("10.3.0." + i + "/24"));
        }
        for (int i = 2; i <= 4; i++) {
            first.run("ping", "-c", "1", "-W", "5", "10.3.0." + i).requireSuccess();
        }
    }

    @Test
    void multipathRouteIsInstalled(Lab lab) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.4.1.1/24"), b.end("10.4.1.2/24"));
        lab.link(a.end("10.4.2.1/24"), b.end("10.4.2.2/24"));
        a.route("10.9.0.0/16 nexthop via 10.4.1.2 nexthop via 10.4.2.2");
        a.sysctl("net.ipv4.fib_multipath_hash_policy", "1");
        String routes = a.run("ip", "route").stdout();
        assertTrue(routes.contains("nexthop via 10.4.2.2 dev b2"), routes);
        assertEquals("1", a.sysctl("net.ipv4.fib_multipath_hash_policy"));
    }

    @Test
    void firewallRulesApply(Lab lab) {
        Namespace a = lab.namespace("a");
        a.run("ping", "-c", "1", "-W", "1", "127.0.0.1").requireSuccess();
        a.nft("table inet t {\n chain in {\n type filter hook input priority 0\n meta l4proto icmp drop\n }\n}");
        assertEquals(1, a.run("ping", "-c", "1", "-W", "1", "127.0.0.1").exitCode());
        a.run("nft", "flush", "ruleset").requireSuccess();
        a.iptables("-A INPUT -p icmp -j DROP");
        a.ip6tables("-A INPUT -p ipv6-icmp -j DROP");
        assertEquals(1, a.run("ping", "-c", "1", "-W", "1", "127.0.0.1").exitCode());
        LabException wrong = assertThrows(LabException.class, () -> a.iptables("-A NOWHERE"));
        assertTrue(wrong.getMessage().contains("exit code"), wrong.getMessage());
    }

    @Test
    void settingsAreTheNamespacesOwn(Lab lab) {
        Namespace a = lab.namespace("a").allowPingSockets();
        assertEquals("0\t2147483647", a.sysctl("net.ipv4.ping_group_range"));
        assertNotEquals("1", lab.namespace("b").ignoreEcho().sysctl("net.ipv4.ip_forward"));
        assertThrows(LabException.class, () -> a.sysctl("net.ipv4.no_such_thing", "1"));
        assertEquals("1", lab.router("r").sysctl("net.ipv4.ip_forward"));
    }

    @Test
    void programsRunAsOthersAndWithInput(Lab lab) {
        Namespace a = lab.namespace("a");
        Outcome id = a.command("sh", "-c", "id -u; echo $HOME; grep CapBnd /proc/self/status; cat")
                .user("nobody")
                .env("HOME", "/tmp")
                .stdin("hello")
                .run();
        List<String> lines = id.lines();
        assertEquals("/tmp", lines.get(1));
        assertTrue(lines.get(2).endsWith("0000000000000000"), id.toString());
        assertEquals("hello", lines.get(3));
        assertNotEquals("0", lines.get(0));
        assertEquals(3, a.run("sh", "-c", "echo no >&2; exit 3").exitCode());
        assertEquals("no\n", a.run("sh", "-c", "echo no >&2; exit 3").stderr());
        String big = "x".repeat(1 << 20);
        assertEquals(1 << 20, a.command("cat").stdin(big).run().stdoutBytes().length);
    }

    @Test
    void signalsReachTheProgramItself(Lab lab) {
        Namespace a = lab.namespace("a");
        try (RunningProgram ping = a.command("ping", "-i", "0.2", "127.0.0.1").start()) {
            ping.awaitStdout("icmp_seq=2");
            ping.signal("QUIT");
            ping.awaitStderr("packets");
            ping.signal("INT");
            Outcome end = ping.await();
            assertEquals(0, end.exitCode());
            assertTrue(end.stdout().contains("ping statistics"), end.stdout());
        }
    }

    @Test
    void interactiveProgramReadsWhatIsTyped(Lab lab) {
        try (RunningProgram cat =
                lab.namespace("a").command("cat").interactive().start()) {
            cat.type("one\n");
            cat.awaitStdout("one");
            cat.type("two\n");
            cat.awaitStdout("two");
            cat.endInput();
            assertEquals(0, cat.await().exitCode());
        }
    }

    @Test
    void endlessProgramIsKilled(Lab lab) {
        RunningProgram sleep = lab.namespace("a")
                .command("sleep", "600")
                .timeout(Duration.ofMillis(200))
                .start();
        LabException late = assertThrows(LabException.class, sleep::await);
        assertTrue(late.getMessage().contains("still running"), late.getMessage());
        assertTrue(!sleep.isAlive());
        LabException absent = assertThrows(
                LabException.class,
                () -> lab.namespace("b").command("echo", "hi").start().awaitStdout("never"));
        assertTrue(absent.getMessage().contains("hi"), absent.getMessage());
    }

    @Test
    void codeRunsInside(Lab lab) throws Exception {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.5.0.1/24"), b.end("10.5.0.2/24"));
        String outside = NetNamespace.current().id();
        assertNotEquals(outside, a.call(() -> NetNamespace.current().id()));
        assertEquals(outside, NetNamespace.current().id());
        try (ServerSocket server = b.call(() -> new ServerSocket(7, 5, InetAddress.getByName("10.5.0.2")))) {
            a.call(() -> new java.net.Socket("10.5.0.2", 7)).close();
            server.accept().close();
        }
        assertThrows(
                IllegalStateException.class,
                () -> a.call(() -> {
                    throw new IllegalStateException("from inside");
                }));
        assertThrows(LabException.class, () -> a.call(() -> new java.net.Socket("10.5.0.2", 8)));
    }

    @Test
    void etcFilesAreSeenInside(Lab lab) {
        Namespace a = lab.namespace("a").etc("hosts", "10.5.0.9 somewhere.example\n");
        assertTrue(a.run("getent", "hosts", "somewhere.example").stdout().startsWith("10.5.0.9"));
        assertThrows(LabException.class, () -> a.etc("passwd", ""));
    }

    @Test
    void closedLabLeavesNothing() {
        Lab lab = new Lab();
        Namespace a = lab.namespace("a").etc("hosts", "");
        RunningProgram sleep = a.command("sleep", "600").start();
        // What a shell left running in the background is not our child any more.
        String orphan = a.run("sh", "-c", "sleep 601 >/dev/null 2>&1 & echo $!")
                .stdout()
                .trim();
        assertTrue(Files.exists(Path.of("/run/netns", a.name())));
        lab.close();
        assertTrue(!Files.exists(Path.of("/run/netns", a.name())));
        assertTrue(!Files.exists(Path.of("/etc/netns", a.name())));
        assertTrue(!sleep.isAlive());
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (ProcessHandle.of(Long.parseLong(orphan))
                .map(ProcessHandle::isAlive)
                .orElse(false)) {
            assertTrue(System.nanoTime() < deadline, "still alive: " + orphan);
            Thread.onSpinWait();
        }
        assertThrows(LabException.class, () -> lab.namespace("late"));
        lab.close();
    }
}

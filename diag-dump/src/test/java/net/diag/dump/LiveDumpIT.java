package net.diag.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.diag.lab.Command;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import net.diag.lab.RunningProgram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live captures on a veth pair: text, files, filter in the kernel, counts. */
@InLab(programs = {"ping", "tcpdump"})
class LiveDumpIT {
    private Namespace a;
    private Namespace b;

    @BeforeEach
    void pair(Lab lab) {
        a = lab.namespace("a");
        b = lab.namespace("b");
        lab.link(a.end("10.7.0.1/24").named("eth0"), b.end("10.7.0.2/24").named("eth0"));
    }

    private Outcome captureThreePings(String... arguments) {
        RunningProgram dump = a.diag("dump", arguments).start();
        dump.awaitStderr("listening on");
        b.run("ping", "-c3", "-i0.2", "10.7.0.1").requireSuccess();
        dump.signal("INT");
        return dump.await();
    }

    @Test
    void textAndCountsAreTcpdumps() {
        Outcome outcome = captureThreePings("-i", "eth0", "-nn", "-t", "icmp[icmptype] = icmp-echo");
        assertEquals(0, outcome.exitCode());
        assertEquals(
                3,
                outcome.lines().stream()
                        .filter(l -> l.contains("ICMP echo request"))
                        .count());
        assertTrue(outcome.stderr().contains("3 packets captured"), outcome.stderr());
        assertTrue(outcome.stderr().contains("3 packets received by filter"), outcome.stderr());
        assertTrue(outcome.stderr().contains("0 packets dropped by kernel"), outcome.stderr());
    }

    @Test
    void aWrittenFileIsReadByTcpdump(@TempDir Path folder) {
        for (String name : new String[] {"a.pcap", "a.pcapng"}) {
            String file = folder.resolve(name).toString();
            captureThreePings("-i", "eth0", "-w", file, "icmp");
            Outcome read = Command.of("tcpdump", "-nn", "-t", "-r", file).run().requireSuccess();
            assertEquals(6, read.lines().size(), read.stdout());
        }
    }

    @Test
    void liveRecordsAreShownAtOnceAndNothingElse() {
        RunningProgram dump = a.diag("dump", "-i", "eth0", "--json", "--where", "icmp.type == 8", "icmp")
                .start();
        dump.awaitStderr("listening on");
        b.run("ping", "-c3", "-i0.2", "10.7.0.1").requireSuccess();
        dump.signal("INT");
        Outcome outcome = dump.await();
        assertEquals(0, outcome.exitCode());
        assertEquals(3, outcome.lines().size(), outcome.stdout());
        for (String line : outcome.lines()) {
            assertTrue(line.contains("\"interface\":\"eth0\""), line);
            assertTrue(line.contains("\"src\":\"10.7.0.2\",\"dst\":\"10.7.0.1\""), line);
        }
    }

    @Test
    void countStopsTheCapture() {
        RunningProgram dump =
                a.diag("dump", "-i", "any", "-nn", "-c", "2", "icmp").start();
        dump.awaitStderr("listening on any, link-type LINUX_SLL2");
        b.run("ping", "-c3", "-i0.2", "10.7.0.1").requireSuccess();
        Outcome outcome = dump.await();
        assertEquals(0, outcome.exitCode());
        assertEquals(2, outcome.lines().size(), outcome.stdout());
    }
}

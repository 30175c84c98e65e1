package net.diag.ping.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.diag.lab.EchoReply;
import net.diag.lab.IcmpError;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import org.junit.jupiter.api.Test;

@InLab(programs = {"fping"})
class SweepIT {
    @Test
    void reportsAreFpingsOnTheSameTargets(Lab lab) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.1.0.1/24"), b.end("10.1.0.2/24"));
        Outcome ours = a.diag("ping", "--many", "--retries", "0", "10.1.0.2", "127.0.0.1", "10.1.0.77")
                .run();
        Outcome theirs = a.run("fping", "-r", "0", "10.1.0.2", "127.0.0.1", "10.1.0.77");
        assertEquals(sorted(theirs), sorted(ours));
        assertEquals(1, ours.exitCode(), ours.stderr());
    }

    private static List<String> sorted(Outcome o) {
        return o.lines().stream().sorted().toList();
    }

    @Test
    void rangeIsAnsweredWholeAndOnceEach(Lab lab) {
        Namespace a = lab.namespace("a");
        Outcome o = a.diag("ping", "-g", "127.0.0.0/20", "-c", "2", "-i", "0.2", "-q")
                .run();
        assertEquals(0, o.exitCode(), o.stderr());
        assertEquals(
                4094,
                o.lines().stream()
                        .filter(l -> l.contains("xmt/rcv/%loss = 2/2/0%"))
                        .count());
    }

    @Test
    void unprivilegedUserSweepsByDatagramSockets(Lab lab) {
        Namespace a = lab.namespace("a");
        a.allowPingSockets();
        Outcome o = a.diag("ping", "-g", "127.0.0.1", "127.0.0.9", "-c", "1", "-q")
                .user("nobody")
                .run();
        assertEquals(9, o.lines().stream().filter(l -> l.contains("= 1/1/0%")).count(), o.stderr());
    }

    @Test
    void foreignAndEditedRepliesAreNotTaken(Lab lab) {
        Namespace a = lab.namespace("a");
        lab.responder(a.end("10.8.0.1/24"), (packet, out) -> {
            int last = Integer.parseInt(packet.destination().substring(7));
            switch (last) {
                case 2 -> out.send(EchoReply.to(packet));
                case 3 -> out.send(EchoReply.to(packet).flip(3, 0xff));
                case 4 -> out.send(EchoReply.to(packet).shortened(4));
                case 5 -> out.send(EchoReply.to(packet).sequence(packet.sequence() + 100));
                case 6 -> out.send(EchoReply.to(packet).badChecksum());
                case 7 -> out.send(IcmpError.about(packet).unreachable(1).from("10.8.0.99"));
                default -> {
                    out.send(EchoReply.to(packet));
                    out.send(EchoReply.to(packet));
                }
            }
        });
        a.route("default dev sim");
        Outcome o = a.diag("ping", "-g", "10.8.0.2", "10.8.0.8", "-c", "1", "-q", "-W", "1", "--json")
                .run();
        String alive = o.lines().stream()
                .filter(l -> l.contains("\"type\":\"target\"") && l.contains("\"alive\":true"))
                .map(l -> l.replaceAll(".*\"address\":\"([^\"]*)\".*", "$1"))
                .toList()
                .toString();
        assertEquals("[10.8.0.2, 10.8.0.8]", alive, o.stdout() + o.stderr());
        assertTrue(o.stdout().contains("\"from\":\"10.8.0.99\",\"error\":\"ICMP Host Unreachable\""), o.stdout());
        assertTrue(o.stdout().contains("\"duplicates\":1"), o.stdout());
    }

    @Test
    void nameThatFailsStaysInTheReport(Lab lab) {
        Namespace a = lab.namespace("a");
        a.etc("hosts", "127.0.0.1 here\n");
        a.etc("nsswitch.conf", "hosts: files\n");
        Outcome o = a.diag("ping", "--file", "-")
                .stdin("here\n# comment\nnowhere\n")
                .run();
        assertEquals(List.of("here is alive"), o.lines());
        assertTrue(o.stderr().startsWith("nowhere: "), o.stderr());
        assertEquals(2, o.exitCode());
    }
}

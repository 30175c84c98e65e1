package net.diag.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A simulated path as traceroute sees it. */
@InLab(programs = "traceroute")
class SimulatedPathIT {
    private static Namespace at(Lab lab, SimulatedPath path) {
        Namespace a = lab.namespace("a");
        lab.responder(a.end("10.8.0.1/24", "fd08::1/64"), path);
        return a.route("default dev sim").route("::/0 dev sim");
    }

    private static String trace(Namespace a, String... options) {
        String[] words = new String[options.length + 6];
        System.arraycopy(new String[] {"traceroute", "-n", "-q", "1", "-w", "2"}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        return a.run(words).stdout();
    }

    @Test
    void everyMethodReachesTheTarget(Lab lab) {
        SimulatedPath path = new SimulatedPath("198.51.100.9").open(443);
        path.hop("192.0.2.1");
        path.hop("192.0.2.2").delay(Duration.ofMillis(30));
        path.hop("192.0.2.3");
        Namespace a = at(lab, path);
        for (String method : new String[] {"-U", "-I", "-T"}) {
            String text = trace(a, method, "-p", "443", "198.51.100.9");
            assertTrue(text.contains(" 1  192.0.2.1 ") && text.contains(" 4  198.51.100.9 "), text);
        }
    }

    @Test
    void silentRefusingAndBalancedHops(Lab lab) {
        SimulatedPath path = new SimulatedPath("198.51.100.9");
        path.hop("192.0.2.1").silent();
        path.hop("192.0.2.2", "192.0.2.22").balance((packet, number) -> packet.destinationPort());
        path.hop("192.0.2.3").unreachable(13);
        Namespace a = at(lab, path);
        String text = trace(a, "-q", "4", "198.51.100.9");
        assertTrue(text.contains(" 1  *"), text);
        assertTrue(text.contains("192.0.2.2 ") && text.contains("192.0.2.22 "), text);
        assertTrue(text.contains(" 3  192.0.2.3 ") && text.contains("!X"), text);
    }

    @Test
    void pathMtu(Lab lab) {
        SimulatedPath path = new SimulatedPath("2001:db8:9::9");
        path.hop("2001:db8::1");
        path.hop("2001:db8::2").mtu(1300);
        path.hop("2001:db8::3");
        String text = trace(at(lab, path), "--mtu", "2001:db8:9::9");
        assertTrue(text.contains("F=1300"), text);
        assertTrue(text.contains(" 4  2001:db8:9::9 "), text);
    }

    @Test
    void pathMayChangeInBetween(Lab lab) {
        SimulatedPath path = new SimulatedPath("198.51.100.9");
        path.hop("192.0.2.1");
        Namespace a = at(lab, path);
        assertEquals(3, trace(a, "198.51.100.9").lines().count());
        path.hop("192.0.2.2").returnTtl(60);
        assertEquals(4, trace(a, "198.51.100.9").lines().count());
        String other = trace(a, "203.0.113.1");
        assertTrue(other.contains("192.0.2.2") && other.contains("!H"), other);
    }
}

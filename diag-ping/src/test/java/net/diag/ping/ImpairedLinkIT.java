package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import net.diag.lab.ImpairedLink;
import net.diag.lab.Impairment;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import net.diag.lab.Tally;
import org.junit.jupiter.api.Test;

/** Counts over a relay that loses, doubles and reorders agree exactly with what the relay did. */
@InLab
class ImpairedLinkIT {
    private static JsonNode summary(Outcome o) throws Exception {
        String last = o.stdout().lines().reduce((a, b) -> b).orElseThrow();
        return new ObjectMapper().readTree(last);
    }

    @Test
    void countsAreThoseOfTheRelay(Lab lab) throws Exception {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        ImpairedLink link = lab.impairedLink(a.end("10.0.0.1/24"), b.end("10.0.0.2/24"));
        // Harm the replies only, so that each of the relay's counts is one of ping's.
        link.bToA().impair(Impairment.none().seed(7).loss(0.10).duplicate(0.05).reorder(0.1, Duration.ofMillis(8)));
        int probes = 400;
        Outcome o = a.diag("ping", "-q", "--json", "-c", "" + probes, "-i", "0.005", "-w", "20", "10.0.0.2")
                .run();
        link.awaitIdle(Duration.ofSeconds(2));
        Tally relay = link.bToA().tally();
        JsonNode s = summary(o);
        long transmitted = s.get("transmitted").asLong();
        long lost = transmitted - s.get("received").asLong();
        // With -w, probes go on until as many replies are in, so the last one may still be under way.
        assertEquals(relay.lost(), lost - s.get("in_flight").asLong(), o.stdout() + relay);
        assertEquals(relay.duplicates(), s.get("duplicates").asLong(), o.stdout() + relay);
        assertTrue(relay.lost() > 10 && relay.duplicates() > 5, relay.toString());
        assertEquals(0, s.get("unexpected").asLong());
        assertEquals(0, s.get("overflowed").asLong());
    }

    @Test
    void roundTripTimeIsTheDelayOfTheLink(Lab lab) throws Exception {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.impairedLink(a.end("10.0.0.1/24"), b.end("10.0.0.2/24"))
                .impair(Impairment.none().delay(Duration.ofMillis(20)));
        Outcome o = a.diag("ping", "-q", "--json", "-c", "5", "-i", "0.05", "10.0.0.2")
                .run();
        JsonNode s = summary(o);
        assertEquals(5, s.get("received").asInt());
        assertTrue(s.get("rtt_min_ms").asDouble() >= 40, o.stdout());
        assertTrue(s.get("rtt_min_ms").asDouble() < 80, o.stdout());
    }
}

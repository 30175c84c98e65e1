package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import net.diag.lab.Command;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import org.junit.jupiter.api.Test;

/** {@code jc --ping}, which many scripts use, reads ours as it reads iputils'. */
@InLab(programs = {"ping", "jc"})
class PingParsersIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode read(String text) throws Exception {
        return MAPPER.readTree(
                Command.of("jc", "--ping").stdin(text).run().requireSuccess().stdout());
    }

    private static List<String> shape(JsonNode n) {
        List<String> all = new ArrayList<>();
        n.fieldNames().forEachRemaining(all::add);
        for (JsonNode r : n.get("responses")) {
            List<String> keys = new ArrayList<>();
            r.fieldNames().forEachRemaining(keys::add);
            all.add(r.get("type").asText() + keys + r.path("icmp_seq"));
        }
        for (String count : new String[] {"packets_transmitted", "packets_received", "duplicates", "errors"}) {
            all.add(count + n.path(count));
        }
        return all;
    }

    @Test
    void readsTheSame(Lab lab) throws Exception {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.0.0.1/24", "fd00::1/64"), b.end("10.0.0.2/24", "fd00::2/64"));
        a.run("ping", "-c1", "fd00::2");
        String[][] runs = {
            {"-c", "3", "-i", "0.1", "10.0.0.2"},
            {"-c", "3", "-i", "0.1", "fd00::2"},
            {"-c", "2", "-i", "0.1", "-D", "10.0.0.2"},
            {"-c", "2", "-i", "0.1", "-W", "0.2", "10.0.0.99"},
            {"-c", "1", "10.0.0.77"},
        };
        for (String[] run : runs) {
            List<String> real = new ArrayList<>(List.of("ping"));
            real.addAll(List.of(run));
            // Debian 12's IPv6 header has no blank before the bracket; iputils 20250605's and ours have. jc takes a
            // blank for a sign of a host name, so it reads fewer of the newer release's IPv6 lines, and of ours.
            String theirs = a.run(real.toArray(new String[0])).stdout().replaceAll("(?m)^PING (\\S+?)\\(", "PING $1 (");
            String ours = a.diag("ping", run).run().stdout();
            assertEquals(shape(read(theirs)), shape(read(ours)), String.join(" ", run));
        }
    }

    @Test
    void intervalDoesNotDrift(Lab lab) throws Exception {
        Namespace a = lab.namespace("a");
        String last = a.diag("ping", "-q", "--json", "-c", "101", "-i", "0.02", "127.0.0.1")
                .run()
                .lines()
                .get(1);
        double elapsed = MAPPER.readTree(last).get("elapsed_ms").asDouble();
        assertTrue(elapsed >= 1999 && elapsed < 2200, last); // iputils takes 2.4 s
    }
}

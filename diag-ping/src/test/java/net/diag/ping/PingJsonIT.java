package net.diag.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import net.diag.lab.Chain;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.lab.Outcome;
import org.junit.jupiter.api.Test;

/** {@code --json} under every option: one object a line, a summary last, nothing else on standard output. */
@InLab
class PingJsonIT {
    private static List<JsonNode> run(Namespace ns, String... arguments) throws Exception {
        Outcome o = ns.diag("ping", arguments).run();
        List<JsonNode> all = new ArrayList<>();
        for (String line : o.lines()) {
            all.add(new ObjectMapper().readTree(line));
        }
        String what = String.join(" ", arguments) + "\n" + o.stdout();
        assertEquals("start", all.get(0).get("type").asText(), what);
        assertEquals("summary", all.get(all.size() - 1).get("type").asText(), what);
        return all;
    }

    @Test
    void isValidUnderEveryOption(Lab lab) throws Exception {
        Chain chain = lab.chain(78, 1);
        Namespace a = chain.client();
        String server = chain.serverAddress();
        a.run("ping", "-c1", server);
        String[][] options = {
            {"-D"},
            {"-a"},
            {"-R"},
            {"-T", "tsonly"},
            {"-p", "ff"},
            {"-v"},
            {"-q"},
            {"-f"},
            {"-f", "-q"},
            {"-O"},
            {"-A"},
            {"-U"},
            {"-s", "0"},
            {"-s", "65507"},
            {"-t", "1"},
            {"-M", "do", "-s", "2000"},
            {"-3"},
            {"-n"},
        };
        for (String[] o : options) {
            List<String> all = new ArrayList<>(List.of("--json", "-c", "2", "-i", "0.02", "-W", "0.3"));
            all.addAll(List.of(o));
            all.add(server);
            run(a, all.toArray(new String[0]));
        }
    }

    @Test
    void errorsSayWhoAndWhat(Lab lab) throws Exception {
        Chain chain = lab.chain(78, 1);
        Namespace a = chain.client();
        a.run("ping", "-c1", chain.serverAddress());
        List<JsonNode> all = run(a, "--json", "-c", "1", "-t", "1", chain.serverAddress());
        JsonNode error = all.get(1);
        assertEquals("error", error.get("type").asText());
        assertEquals(chain.hop(1), error.get("from").asText());
        assertEquals(11, error.get("icmp_type").asInt());
        assertEquals(0, error.get("icmp_code").asInt());
        assertEquals("Time to live exceeded", error.get("text").asText());
        assertEquals(1, all.get(2).get("errors").asInt());
    }

    @Test
    void aTimeIsANumberBetweenTheKernelsStamps(Lab lab) throws Exception {
        Namespace a = lab.namespace("a");
        List<JsonNode> all = run(a, "--json", "-c", "2", "-i", "0.05", "127.0.0.1");
        JsonNode reply = all.get(1);
        assertTrue(reply.get("rtt_ms").isNumber());
        assertEquals("kernel", reply.get("timing").asText());
        assertEquals(64, reply.get("ttl").asInt());
    }

    @Test
    void stopConditionsSetTheExitStatus(Lab lab) {
        Namespace a = lab.namespace("a");
        Namespace b = lab.namespace("b");
        lab.link(a.end("10.0.0.1/24"), b.end("10.0.0.2/24"));
        b.ignoreEcho();
        Outcome lost = a.diag("ping", "-q", "-i", "0.05", "-W", "0.1", "--stop-after-losses", "3", "10.0.0.2")
                .run();
        assertEquals(1, lost.exitCode(), lost.stdout());
        assertEquals(0, a.diag("ping", "--until-reachable", "127.0.0.1").run().exitCode());
        assertEquals(
                1,
                a.diag("ping", "-c1", "--rtt-limit", "0.000001", "127.0.0.1")
                        .run()
                        .exitCode());
        assertEquals(
                0,
                a.diag("ping", "-c1", "--rtt-limit", "1000", "--loss-limit", "50", "127.0.0.1")
                        .run()
                        .exitCode());
    }
}

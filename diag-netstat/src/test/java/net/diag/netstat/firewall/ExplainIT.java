package net.diag.netstat.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.netstat.ViewRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code firewall explain} says against what becomes of a real packet. */
@InLab(programs = {"nft", "iptables-legacy"})
class ExplainIT {
    private static final int RULESETS = Integer.getInteger("diag.explain.rulesets", 70);
    private static final Pattern COUNT = Pattern.compile("counter packets (\\d+)");

    @TempDir
    Path directory;

    private final Random random = new Random(Long.getLong("diag.explain.seed", 20261124));
    private Namespace client;
    private Namespace router;
    private Namespace server;
    private int nextPort = 20_000;

    @BeforeEach
    void build(Lab lab) {
        client = lab.namespace("c");
        router = lab.router("r");
        server = lab.namespace("s");
        lab.link(
                client.end("10.1.0.2/24").named("eth0"),
                router.end("10.1.0.1/24").named("in0"));
        lab.link(
                router.end("10.2.0.1/24").named("out0"),
                server.end("10.2.0.2/24").named("eth0"));
        client.route("default via 10.1.0.1");
        server.route("default via 10.2.0.1");
        // Counts what reaches the server's own input.
        server.nft(
                "table ip probe { chain c { type filter hook prerouting priority -400; counter packets 0 bytes 0\n}\n}");
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String address() {
        return pick(List.of("10.1.0.2", "10.1.0.1", "10.2.0.2", "10.2.0.1", "10.1.0.9"));
    }

    private String match() {
        String port = Integer.toString(pick(List.of(22, 53, 80, 443)));
        return pick(List.of(
                "ip saddr " + address(),
                "ip daddr != " + address(),
                "ip saddr 10." + random.nextInt(3) + ".0.0/16",
                "ip daddr { " + address() + ", 10.9.0.0/16 }",
                "ip saddr @known",
                "ip daddr @nets",
                "ip saddr . ip daddr { 10.1.0.2 . 10.2.0.2, 10.2.0.1 . 10.2.0.2 }",
                "ip protocol " + pick(List.of("tcp", "udp", "icmp")),
                "meta l4proto { tcp, udp }",
                "meta l4proto != udp",
                "tcp dport " + port,
                "udp dport " + port,
                "tcp dport { 22, 80-90 }",
                "th dport 50-60",
                "udp dport != 53",
                "tcp sport 20000-65535",
                "tcp flags & (syn | ack) == syn",
                "tcp flags syn",
                "iifname \"in0\"",
                "iifname { \"in0\", \"lo\" }",
                "oifname \"out0\"",
                "iifname != \"in0\"",
                "iif \"in0\"",
                "oif != \"out0\"",
                "ct state new",
                "ct state established,related",
                "ct state { new, untracked }",
                "ct mark 0x7",
                "meta mark 0x1",
                "meta mark & 0xf0 == 0x10",
                "meta nfproto ipv4",
                "meta length > 0",
                "ip ttl > 0",
                "ip dscp cs0",
                "ip version 4",
                "ip frag-off & 0x1fff == 0",
                "fib daddr type local",
                "ip daddr . th dport @pairs",
                "limit rate 1000/second"));
    }

    private String rule() {
        StringBuilder s = new StringBuilder();
        for (int n = random.nextInt(3); n > 0; n--) {
            s.append(match()).append(' ');
        }
        if (random.nextInt(8) == 0) {
            s.append("meta mark set ")
                    .append(pick(List.of("0x1", "0x11", "meta mark | 0x10", "ct mark")))
                    .append(' ');
        }
        if (random.nextInt(8) == 0) {
            s.append("ct mark set 0x7 ");
        }
        if (random.nextInt(4) == 0) {
            s.append("counter ");
        }
        String verdict = pick(List.of(
                "accept",
                "accept",
                "drop",
                "drop",
                "drop",
                "reject",
                "jump a",
                "jump b",
                "goto b",
                "return",
                "continue",
                "tcp dport vmap { 22 : accept, 80 : drop }",
                "ip saddr vmap { 10.1.0.0/16 : jump a, 10.2.0.0/16 : drop }",
                "ip protocol vmap { tcp : jump b, udp : accept }"));
        return s.append(verdict).toString();
    }

    private String chain(String head, int most) {
        StringBuilder s = new StringBuilder(head);
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            s.append("    ").append(rule()).append('\n');
        }
        return s.append("  }\n").toString();
    }

    private String ruleset() {
        StringBuilder s = new StringBuilder();
        for (String table : List.of("one", "two")) {
            s.append("table ")
                    .append(table.equals("one") ? "inet" : "ip")
                    .append(' ')
                    .append(table)
                    .append(" {\n");
            s.append("  set known { type ipv4_addr; elements = { 10.1.0.2, 10.2.0.1 }; }\n");
            s.append("  set nets { type ipv4_addr; flags interval; elements = { 10.2.0.0/24, 10.1.0.1 }; }\n");
            s.append("  set pairs { type ipv4_addr . inet_service; flags interval; "
                    + "elements = { 10.2.0.0/24 . 50-80, 10.1.0.1 . 22 }; }\n");
            s.append(chain("  chain b {\n", 3)
                    .replace("jump b", "accept")
                    .replace("goto b", "drop")
                    .replace("jump a", "return"));
            s.append(chain("  chain a {\n", 3).replace("jump a", "drop"));
            for (String hook : List.of("prerouting", "input", "forward", "output", "postrouting")) {
                if (random.nextInt(3) == 0 && !hook.equals("input")) {
                    continue;
                }
                int priority = random.nextInt(5) * 10 - 20;
                String policy = random.nextInt(3) == 0 ? "drop" : "accept";
                String head = "  chain " + hook + " {\n    type filter hook " + hook + " priority " + priority
                        + "; policy " + policy + ";\n";
                String body = chain(head, 4);
                // The kernel has no reject there.
                s.append(
                        hook.endsWith("routing")
                                ? body.replace(" reject", " drop").replace("oifname", "iifname")
                                : body);
            }
            s.append("}\n");
        }
        return s.toString();
    }

    /** Load a random ruleset; nft refuses some, for example with a reject reached from prerouting. */
    private String load() throws Exception {
        while (true) {
            String ruleset = ruleset();
            // Counts what gets past all other chains at the router's own input.
            String probe =
                    "table ip probe { chain c { type filter hook input priority 1000; counter packets 0 bytes 0\n}\n}\n";
            Path file = Files.writeString(directory.resolve("r.nft"), "flush ruleset\n" + ruleset + probe);
            if (router.run("nft", "-f", file.toString()).exitCode() == 0) {
                return ruleset;
            }
        }
    }

    private static int count(Namespace n) {
        Matcher m = COUNT.matcher(
                n.run("nft", "list", "table", "ip", "probe").requireSuccess().stdout());
        return m.find() ? Integer.parseInt(m.group(1)) : -1;
    }

    private void send(Namespace from, String protocol, String source, int sourcePort, String to, int port)
            throws Exception {
        from.call(() -> {
            if (protocol.equals("udp")) {
                try (DatagramSocket s = new DatagramSocket(new InetSocketAddress(source, sourcePort))) {
                    s.send(new DatagramPacket(new byte[0], 0, InetAddress.getByName(to), port));
                } catch (java.io.IOException e) {
                    return null; // refused on the way out
                }
            } else {
                try (Socket s = new Socket()) {
                    s.bind(new InetSocketAddress(source, sourcePort));
                    s.connect(new InetSocketAddress(to, port), 40);
                } catch (java.io.IOException e) {
                    return null; // nobody listens
                }
            }
            return null;
        });
    }

    /** Where the packet that came through is counted, and whether it did. */
    private boolean arrives(
            Namespace from, String protocol, String source, int sourcePort, String to, int port, boolean expected)
            throws Exception {
        boolean toRouter = to.equals("10.1.0.1");
        Namespace end = toRouter ? router : server;
        int before = count(end);
        send(from, protocol, source, sourcePort, to, port);
        // Delivery over a veth is done when the sender's call returns; the kernel's work queue may lag a little.
        int after = count(end);
        for (int i = 0; i < (expected ? 200 : 2) && after == before; i++) {
            Thread.sleep(10);
            after = count(end);
        }
        return after > before;
    }

    private JsonNode explain(String protocol, String source, int sourcePort, String to, int port) throws Exception {
        ViewRun run = router.call(() -> ViewRun.of(
                "firewall",
                "--json",
                "--sport",
                Integer.toString(sourcePort),
                "explain",
                protocol,
                source,
                to,
                Integer.toString(port)));
        assertEquals(0, run.status(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void explanationAgreesWithTheFateOfPackets() throws Exception {
        List<String> mistakes = new ArrayList<>();
        int judged = 0;
        int unknown = 0;
        for (int i = 0; i < RULESETS; i++) {
            String ruleset = load();
            for (int kind = 0; kind < 3; kind++) {
                String protocol = pick(List.of("tcp", "udp"));
                int port = pick(List.of(22, 53, 55, 80, 85, 443));
                int sourcePort = nextPort++;
                Namespace from = kind == 2 ? router : client;
                String source = kind == 2 ? "10.2.0.1" : "10.1.0.2";
                String to = kind == 0 ? "10.1.0.1" : "10.2.0.2";
                JsonNode said = explain(protocol, source, sourcePort, to, port);
                String verdict = said.get("verdict").asText();
                boolean arrived = arrives(from, protocol, source, sourcePort, to, port, verdict.equals("accept"));
                if (verdict.equals("unknown")) {
                    unknown++;
                } else {
                    judged++;
                    if (verdict.equals("accept") != arrived) {
                        mistakes.add("packet " + protocol + ' ' + source + ' ' + to + ' ' + port
                                + (arrived ? " arrived" : " did not arrive") + ", said: " + said + "\n" + ruleset);
                    }
                }
            }
        }
        assertTrue(
                mistakes.isEmpty(),
                mistakes.size() + " of " + judged + " wrong, " + unknown + " unknown; first:\n"
                        + (mistakes.isEmpty() ? "" : mistakes.get(0)));
        assertTrue(judged > 2 * RULESETS, judged + " judged, " + unknown + " unknown");
    }

    @Test
    void natIsFollowedAndTheRuleNamed() throws Exception {
        router.nft(
                "table ip n { chain pre { type nat hook prerouting priority dstnat; tcp dport 8080 dnat to 10.2.0.2:80\n}\n"
                        + "chain f { type filter hook forward priority 0; policy drop; ip daddr 10.2.0.2 tcp dport 80 accept\n}\n}");
        JsonNode v = explain("tcp", "10.1.0.2", 40_000, "10.1.0.1", 8080);
        assertEquals("accept", v.get("verdict").asText());
        assertEquals("forward", v.get("path").asText());
        assertEquals("f", v.get("chain").asText());
        assertEquals(
                "drop",
                explain("tcp", "10.1.0.2", 40_000, "10.2.0.2", 81)
                        .get("verdict")
                        .asText());
    }

    @Test
    void legacyRulesCount() throws Exception {
        router.run(
                        "iptables-legacy",
                        "-A",
                        "FORWARD",
                        "-p",
                        "tcp",
                        "-m",
                        "multiport",
                        "--dports",
                        "22,80:90",
                        "-j",
                        "REJECT")
                .requireSuccess();
        JsonNode v = explain("tcp", "10.1.0.2", 40_000, "10.2.0.2", 85);
        assertEquals("reject", v.get("verdict").asText());
        assertEquals("iptables-legacy", v.get("engine").asText());
        assertEquals(1, v.get("position").asInt());
        assertEquals(
                "accept",
                explain("tcp", "10.1.0.2", 40_000, "10.2.0.2", 91)
                        .get("verdict")
                        .asText());
        assertEquals(
                "accept",
                explain("udp", "10.1.0.2", 40_000, "10.2.0.2", 85)
                        .get("verdict")
                        .asText());
    }

    @Test
    void whatCantBeJudgedIsUnknown() throws Exception {
        router.nft("table ip n { chain f { type filter hook forward priority 0; numgen random mod 2 0 drop\n}\n}");
        JsonNode v = explain("tcp", "10.1.0.2", 40_000, "10.2.0.2", 22);
        assertEquals("unknown", v.get("verdict").asText());
        assertEquals("numgen random mod 2 0 drop", v.get("rule").asText());
    }

    @Test
    void textNamesTheRule() throws Exception {
        router.nft("table ip n { chain f { type filter hook forward priority 0; tcp dport 22 drop\n}\n}");
        String text = router.call(() -> ViewRun.of("firewall", "explain", "tcp", "10.1.0.2", "10.2.0.2", "22"))
                .out();
        assertTrue(text.startsWith("tcp 10.1.0.2:40000 > 10.2.0.2:22: forwarded from in0 to out0: drop\n"), text);
        assertTrue(text.contains("table ip n, chain f at forward, rule 1 (handle "), text);
        assertTrue(text.endsWith("    tcp dport 22 drop\n"), text);
    }
}

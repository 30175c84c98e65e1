package net.diag.netstat.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.netstat.ViewRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code firewall} prints is read back by nft, and nft then lists the same as before. */
@InLab(programs = {"nft", "iptables", "iptables-legacy", "iptables-legacy-save"})
class FirewallIT {
    @TempDir
    Path directory;

    private Namespace first;
    private Namespace second;

    @BeforeEach
    void build(Lab lab) {
        first = lab.namespace("first");
        second = lab.namespace("second");
        for (Namespace n : List.of(first, second)) {
            n.ip("link add eth0 type veth peer name eth1");
        }
    }

    private static List<Path> rulesets() throws Exception {
        Path folder = Path.of(FirewallIT.class.getResource("rulesets").toURI());
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.nft")) {
            files.forEach(all::add);
        }
        all.sort(null);
        return all;
    }

    private ViewRun firewall(Namespace n, String... args) throws Exception {
        return n.call(() -> ViewRun.of("firewall", args));
    }

    private static String listed(Namespace n) {
        // What is left of a time-out goes on between the two listings.
        return n.run("nft", "list", "ruleset").requireSuccess().stdout().replaceAll(" expires [0-9a-z]+", "");
    }

    private void load(Namespace n, String text) throws IOException {
        Path file = Files.writeString(directory.resolve("ruleset.nft"), text);
        n.run("nft", "flush", "ruleset").requireSuccess();
        n.run("nft", "-f", file.toString()).requireSuccess();
    }

    @Test
    void everyRulesetReadsBackTheSame() throws Exception {
        List<Path> all = rulesets();
        assertTrue(all.size() >= 30, "the corpus is there");
        List<String> mistakes = new ArrayList<>();
        for (Path p : all) {
            load(first, Files.readString(p));
            ViewRun run = firewall(first);
            assertEquals(0, run.status(), run.err());
            try {
                load(second, run.out());
                if (!listed(first).equals(listed(second))) {
                    mistakes.add(p.getFileName() + " differs");
                }
            } catch (RuntimeException e) {
                mistakes.add(p.getFileName() + ": " + e.getMessage());
            }
        }
        assertEquals(List.of(), mistakes);
    }

    @Test
    void allThreeGenerationsAreListed() throws Exception {
        load(first, "table inet native { chain c { type filter hook input priority 5; tcp dport 1 drop; }\n}");
        first.run(
                        "iptables",
                        "-A",
                        "INPUT",
                        "-p",
                        "tcp",
                        "--dport",
                        "2",
                        "-m",
                        "comment",
                        "--comment",
                        "two words",
                        "-j",
                        "DROP")
                .requireSuccess();
        for (String rule : List.of(
                "-N other",
                "-A INPUT -p tcp -m tcp --dport 3 -j DROP",
                "-A INPUT -s 10.0.0.0/8 ! -d 1.2.3.4/32 -i eth+ -p udp -m udp --sport 5:9 -j other",
                "-A other -p tcp -m conntrack --ctstate NEW,ESTABLISHED -m multiport --dports 1,2,3:4 -j RETURN",
                "-A other -m limit --limit 5/min -j LOG --log-prefix \"a b\"",
                "-A OUTPUT -m owner --uid-owner 5 -m mark --mark 0x1/0xf -g other",
                "-P FORWARD DROP")) {
            List<String> command = new ArrayList<>(List.of("iptables-legacy"));
            for (String word : rule.replace("\"a b\"", "a_b").split(" ")) {
                command.add(word);
            }
            first.run(command.toArray(new String[0])).requireSuccess();
        }
        String text = firewall(first).out();
        assertTrue(text.contains("tcp dport 1 drop"), text);
        assertTrue(text.contains("# tcp dport 2 -m comment --comment \"two words\""), text);
        List<String> saved = new ArrayList<>();
        for (String line : first.run("iptables-legacy-save").requireSuccess().lines()) {
            if (!line.startsWith("#")) {
                saved.add("# " + line);
            }
        }
        List<String> printed = text.lines().filter(l -> l.matches("# [-*:C].*")).toList();
        assertEquals(saved, printed);
        load(second, text);
    }

    @Test
    void recordsHaveChainsRulesAndSets() throws Exception {
        load(
                first,
                "table inet t { set s { type ipv4_addr; elements = { 1.2.3.4 }; }\n chain c { type filter hook input "
                        + "priority -5; policy drop; ip saddr @s counter packets 7 bytes 9 accept comment \"why\"\n }\n}");
        List<JsonNode> records = new ArrayList<>();
        for (String line : firewall(first, "--json").out().lines().toList()) {
            records.add(new ObjectMapper().readTree(line));
        }
        assertEquals(3, records.size());
        assertEquals("drop", records.get(0).get("policy").asText());
        assertEquals(-5, records.get(0).get("priority").asInt());
        assertEquals(
                "ip saddr @s counter packets 7 bytes 9 accept comment \"why\"",
                records.get(1).get("rule").asText());
        assertEquals(7, records.get(1).get("packets").asInt());
        assertEquals("1.2.3.4", records.get(2).get("elements").get(0).asText());
    }
}

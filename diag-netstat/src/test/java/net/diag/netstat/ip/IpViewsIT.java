package net.diag.netstat.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.diag.lab.InLab;
import net.diag.lab.Lab;
import net.diag.lab.Namespace;
import net.diag.netstat.ViewRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InLab(programs = "ip")
class IpViewsIT {
    /** Values that move between two readings, or that are told otherwise (docs/netstat-ip-mapping.md). */
    private static final Set<String> MOVING = Set.of(
            "valid_life_time",
            "preferred_life_time",
            "used",
            "confirmed",
            "updated",
            "expires",
            "gc_timer",
            "hello_timer",
            "forward_delay_timer",
            "message_age_timer",
            "hold_timer",
            "bytes",
            "packets",
            "multicast",
            "state",
            "tentative",
            "refcnt");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Namespace here;
    private Namespace there;

    @BeforeEach
    void build(Lab lab) {
        here = lab.namespace("here");
        there = lab.namespace("there");
        lab.link(
                here.end("10.1.0.1/24", "fd00::1/64").named("v0"),
                there.end("10.1.0.2/24").named("v1"));
        for (String command : List.of(
                "link add br0 type bridge",
                "link add va type veth peer name vb",
                "link set va master br0",
                "link set va alias some\u00a0alias",
                "link property add dev va altname another-name",
                "link add vx type vxlan id 42 dstport 4789 local 10.1.0.1 remote 10.1.0.2",
                "tuntap add tun0 mode tun",
                "addr add 10.9.0.1 peer 10.9.0.2 dev tun0",
                "addr add 10.2.0.1/24 brd + dev v0 label v0:x",
                "addr add 10.2.0.2/24 dev v0",
                "addr add fd07::1/64 dev v0 valid_lft 1000 preferred_lft 500",
                "route add 10.5.0.0/16 via 10.1.0.9 metric 5 mtu 1400 advmss 1300 initcwnd 10 rto_min 5ms",
                "route add blackhole 10.6.0.0/16",
                "route add 10.7.0.0/16 nexthop via 10.1.0.8 weight 2 nexthop via 10.1.0.9",
                "nexthop add id 5 via 10.1.0.8 dev v0",
                "route add 10.8.0.0/16 nhid 5",
                "-4 route add default via inet6 fd00::5 dev v0 table 77 proto bgp src 10.1.0.1",
                "route add fd05::/64 via fd00::5 metric 7 pref high",
                "rule add from 10.1.0.0/24 to 10.2.0.0/24 iif v0 fwmark 0x5/0xff table 77 prio 100",
                "rule add prio 200 ipproto tcp sport 10-20 dport 80 uidrange 0-10 lookup main suppress_prefixlength 0",
                "rule add prio 32768 unreachable not from 1.2.3.4 tos 0x10 iif br0",
                "rule add goto 32768 iif br0 prio 250",
                "neigh add 10.1.0.8 lladdr 02:00:00:00:00:01 dev v0 nud permanent",
                "neigh add 10.1.0.9 lladdr 02:00:00:00:00:02 router dev v0 nud stale",
                "neigh add proxy 10.1.0.77 dev v0")) {
            here.ip(command);
        }
    }

    private ViewRun view(String name, String... args) throws Exception {
        return here.call(() -> ViewRun.of(name, args));
    }

    private List<JsonNode> ours(String name, String... args) throws Exception {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--json");
        ViewRun run = view(name, all.toArray(new String[0]));
        assertEquals(0, run.status(), run.err());
        List<JsonNode> list = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            list.add(JSON.readTree(line));
        }
        return list;
    }

    private JsonNode ips(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("ip", "-j", "-d", "-s"));
        command.addAll(List.of(args));
        String text = here.run(command.toArray(new String[0])).requireSuccess().stdout();
        return JSON.readTree(text.isBlank() ? "[]" : text);
    }

    private static void compare(JsonNode theirs, JsonNode ours, String path, List<String> mistakes) {
        if (theirs.isObject()) {
            for (Map.Entry<String, JsonNode> f : theirs.properties()) {
                // a record of ours has a type of its own (docs/netstat-ip-mapping.md)
                boolean routeType = f.getKey().equals("type") && ours.has("route_type");
                JsonNode own = ours.get(routeType ? "route_type" : f.getKey());
                if (own == null && !MOVING.contains(f.getKey())) {
                    mistakes.add(path + '.' + f.getKey() + " is missing, ip has " + f.getValue());
                } else if (own != null && (f.getValue().isContainerNode() || !MOVING.contains(f.getKey()))) {
                    compare(f.getValue(), own, path + '.' + f.getKey(), mistakes);
                }
            }
        } else if (theirs.isArray()) {
            if (ours.size() != theirs.size()) {
                mistakes.add(path + " has " + ours + ", ip has " + theirs);
                return;
            }
            for (int i = 0; i < theirs.size(); i++) {
                compare(theirs.get(i), ours.get(i), path + '[' + i + ']', mistakes);
            }
        } else if (theirs.isNumber() && ours.isNumber()) {
            if (theirs.asDouble() != ours.asDouble()) {
                mistakes.add(path + " is " + ours + ", ip has " + theirs);
            }
        } else if (!theirs.asText().equals(ours.asText()) && !(theirs.isNull() && ours.asBoolean())) {
            mistakes.add(path + " is " + ours + ", ip has " + theirs);
        }
    }

    private static void assertCarries(JsonNode theirs, List<JsonNode> ours) {
        List<String> mistakes = new ArrayList<>();
        assertTrue(theirs.size() > 0, "nothing to compare");
        compare(theirs, JSON.valueToTree(ours), "", mistakes);
        assertEquals(List.of(), mistakes);
    }

    @Test
    void jsonCarriesEveryValueOfIp() throws Exception {
        assertCarries(ips("link"), ours("link"));
        assertCarries(ips("addr"), ours("addr"));
        assertCarries(ips("route", "show", "table", "all"), ours("route"));
        assertCarries(ips("-4", "rule"), ours("rule", "-4"));
        assertCarries(ips("-6", "rule"), ours("rule", "-6"));
        assertCarries(ips("neigh"), ours("neigh", "--where", "proxy != true"));
        assertCarries(ips("maddr"), ours("maddr"));
        assertCarries(ips("route", "get", "10.5.0.1"), ours("route", "get", "10.5.0.1"));
    }

    @Test
    void textIsLikeIps() throws Exception {
        for (String[] words : new String[][] {
            {"rule"}, {"maddr"}, {"route"}, {"route", "show", "table", "all"}, {"route", "get", "10.5.0.1"}
        }) {
            String[] command = new String[words.length + 1];
            command[0] = "ip";
            System.arraycopy(words, 0, command, 1, words.length);
            String[] rest = java.util.Arrays.copyOfRange(words, 1, words.length);
            List<String> expected =
                    here.run(command).requireSuccess().stdout().lines().toList();
            List<String> printed = view(words[0], rest).out().lines().toList();
            if (words.length == 1 && words[0].equals("route")) {
                printed = printed.subList(0, expected.size());
            }
            assertEquals(expected, printed, String.join(" ", words));
        }
    }

    @Test
    void vethPeerIsNamedWithItsNamespace() throws Exception {
        JsonNode peer = ours("link", "dev", "v0").get(0).get("peer");
        assertEquals("v1", peer.get("ifname").asText());
        assertEquals(there.name(), peer.get("netns").asText());
        assertEquals(
                "vb", ours("link", "dev", "va").get(0).get("peer").get("ifname").asText());
    }

    @Test
    void refusalsAreOneLine() throws Exception {
        ViewRun run = view("link", "dev", "nosuch0");
        assertEquals(1, run.status());
        assertEquals("netstat: Device \"nosuch0\" does not exist.\n", run.err());
        assertEquals(1, view("route", "get", "nonsense").status());
        assertFalse(view("route", "get", "10.1.0.2", "iif", "nosuch0").err().isEmpty());
    }

    @Test
    void everyNamespaceIsListed() throws Exception {
        String names = view("netns").out();
        assertTrue(names.contains(here.name()) && names.contains(there.name()), names);
    }
}

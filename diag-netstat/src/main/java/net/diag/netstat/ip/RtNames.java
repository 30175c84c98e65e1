package net.diag.netstat.ip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of rtnetlink's numbers: the kernel's own, and those of {@code /etc/iproute2}. A number
 * without a name stays a number.
 */
final class RtNames {
    private static final String[] TYPES = {
        "none",
        "unicast",
        "local",
        "broadcast",
        "anycast",
        "multicast",
        "blackhole",
        "unreachable",
        "prohibit",
        "throw",
        "nat",
        "xresolve"
    };

    private final Path directory;
    private Map<Long, String> tables;
    private Map<Long, String> groups;
    private Map<Long, String> protocols;

    /** Names from the files in {@code directory}, usually {@code /etc/iproute2}; they may be missing. */
    RtNames(Path directory) {
        this.directory = directory;
    }

    private Map<Long, String> read(String file, Object... builtIn) {
        Map<Long, String> names = new HashMap<>();
        for (int i = 0; i < builtIn.length; i += 2) {
            names.put(((Integer) builtIn[i]).longValue(), (String) builtIn[i + 1]);
        }
        try {
            for (String line : Files.readAllLines(directory.resolve(file))) {
                String[] words = line.strip().split("\\s+");
                if (words.length >= 2 && !words[0].startsWith("#")) {
                    names.put(Long.decode(words[0]), words[1]);
                }
            }
        } catch (IOException | RuntimeException e) {
            // No file, or one in another form: the built-in names do.
            return names;
        }
        return names;
    }

    private static String name(Map<Long, String> names, long number) {
        String n = names.get(number);
        return n == null ? Long.toString(number) : n;
    }

    /** A routing table. */
    String table(long id) {
        if (tables == null) {
            tables = read("rt_tables", 253, "default", 254, "main", 255, "local");
        }
        return name(tables, id);
    }

    /** An interface group. */
    String group(long id) {
        if (groups == null) {
            groups = read("group", 0, "default");
        }
        return name(groups, id);
    }

    /** Who made a route ({@code RTPROT_*}). */
    String protocol(int id) {
        if (protocols == null) {
            protocols = read(
                    "rt_protos",
                    0,
                    "unspec",
                    1,
                    "redirect",
                    2,
                    "kernel",
                    3,
                    "boot",
                    4,
                    "static",
                    8,
                    "gated",
                    9,
                    "ra",
                    10,
                    "mrt",
                    11,
                    "zebra",
                    12,
                    "bird",
                    13,
                    "dnrouted",
                    14,
                    "xorp",
                    15,
                    "ntk",
                    16,
                    "dhcp",
                    18,
                    "keepalived",
                    42,
                    "babel",
                    186,
                    "bgp",
                    187,
                    "isis",
                    188,
                    "ospf",
                    189,
                    "rip",
                    192,
                    "eigrp");
        }
        return name(protocols, id);
    }

    /** A scope ({@code RT_SCOPE_*}). */
    static String scope(int id) {
        return switch (id) {
            case 0 -> "global";
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(id);
        };
    }

    /** A route's type ({@code RTN_*}). */
    static String type(int id) {
        return id < TYPES.length ? TYPES[id] : Integer.toString(id);
    }

    /** A family, as ip says it. */
    static String family(int id) {
        return switch (id) {
            case 2 -> "inet";
            case 10 -> "inet6";
            case 7 -> "bridge";
            case 28 -> "mpls";
            default -> Integer.toString(id);
        };
    }

    /** An IP protocol, by the names that matter here. */
    static String ipProtocol(int id) {
        return switch (id) {
            case 1 -> "icmp";
            case 2 -> "igmp";
            case 4 -> "ipencap";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 33 -> "dccp";
            case 41 -> "ipv6";
            case 47 -> "gre";
            case 50 -> "esp";
            case 51 -> "ah";
            case 58 -> "ipv6-icmp";
            case 132 -> "sctp";
            case 136 -> "udplite";
            default -> Integer.toString(id);
        };
    }
}

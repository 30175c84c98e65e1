package net.diag.netstat.ip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Multicast groups that interfaces have joined, from {@code dev_mcast}, {@code igmp} and {@code
 * igmp6}, with the names of {@code ip -j maddr}. Counts of users are added, which ip prints as text
 * only when they are not 1.
 */
final class GroupRows {
    private final Path net;

    /** Groups from the files in {@code net}, usually {@code /proc/thread-self/net}. */
    GroupRows(Path net) {
        this.net = net;
    }

    /** One row per interface that has any group. */
    List<Map<String, Object>> read() {
        Map<Integer, Map<String, Object>> byIndex = new TreeMap<>();
        for (String line : lines("dev_mcast")) {
            String[] w = line.strip().split("\\s+");
            if (w.length >= 5) {
                Map<String, Object> g = new LinkedHashMap<>();
                g.put("link", hexPairs(w[4]));
                users(g, number(w[2], 10));
                if (number(w[3], 10) > 0) {
                    g.put("static", true);
                }
                add(byIndex, number(w[0], 10), w[1], g);
            }
        }
        igmp(byIndex);
        for (String line : lines("igmp6")) {
            String[] w = line.strip().split("\\s+");
            if (w.length >= 4) {
                Map<String, Object> g = new LinkedHashMap<>();
                g.put("family", "inet6");
                g.put("address", AddressText.ip(bytes(w[2])));
                users(g, number(w[3], 10));
                add(byIndex, number(w[0], 10), w[1], g);
            }
        }
        return new ArrayList<>(byIndex.values());
    }

    private void igmp(Map<Integer, Map<String, Object>> byIndex) {
        int index = 0;
        String name = "";
        for (String line : lines("igmp")) {
            String[] w = line.strip().split("[\\s:]+");
            if (line.startsWith("Idx") || w.length < 3) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                index = number(w[0], 10);
                name = w[1];
                continue;
            }
            byte[] b = bytes(w[0]);
            if (b.length == 4) {
                // Printed as a number of this machine: little end first.
                boolean little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
                byte[] order = little ? new byte[] {b[3], b[2], b[1], b[0]} : b;
                Map<String, Object> g = new LinkedHashMap<>();
                g.put("family", "inet");
                g.put("address", AddressText.ip(order));
                users(g, number(w[1], 10));
                add(byIndex, index, name, g);
            }
        }
    }

    private static void users(Map<String, Object> g, int users) {
        if (users != 1) {
            g.put("users", users);
        }
    }

    private static void add(Map<Integer, Map<String, Object>> all, int index, String name, Map<String, Object> g) {
        Map<String, Object> row = all.computeIfAbsent(index, i -> {
            Map<String, Object> r = new LinkedHashMap<>();
            r.put("ifindex", i);
            r.put("ifname", name);
            r.put("maddr", new ArrayList<Map<String, Object>>());
            return r;
        });
        Rows.list(row, "maddr").add(g);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(net.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // The family is not in this kernel.
            return List.of();
        }
    }

    private static int number(String s, int radix) {
        try {
            return Integer.parseInt(s, radix);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static byte[] bytes(String hex) {
        byte[] b = new byte[hex.length() / 2];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) (Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16));
        }
        return b;
    }

    private static String hexPairs(String hex) {
        return AddressText.link(bytes(hex));
    }
}

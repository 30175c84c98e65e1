package net.diag.shell.term;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.diag.record.Escape;
import net.diag.shell.exec.Session;
import net.diag.sys.ErrnoException;
import net.diag.sys.NetNamespace;

/** What this machine has that may be named: interfaces, namespaces, hosts, ports, processes, users, files. */
final class ValueSources {
    /** Enough of a table for a menu, little enough to be read at once on a busy machine. */
    private static final int MOST_BYTES = 1 << 16;

    private static final int MOST_VALUES = 500;
    private static final int NOT_LOADED = -1;

    private final Session session;
    private final List<Suggestion> services = new ArrayList<>();
    private int servicesState = NOT_LOADED;

    ValueSources(Session session) {
        this.session = session;
    }

    private static String head(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The head of a file below {@code /proc/net} of the session's namespace. */
    private String netFile(String name) {
        NetNamespace n = session.namespace();
        if (n == null) {
            return head("/proc/net/" + name);
        }
        try (NetNamespace.Entered in = n.enter()) {
            return head("/proc/thread-self/net/" + name);
        } catch (ErrnoException e) {
            return "";
        }
    }

    List<Suggestion> interfaces() {
        List<Suggestion> all = new ArrayList<>();
        String[] lines = netFile("dev").split("\n");
        for (int i = 2; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                all.add(Suggestion.of(lines[i].substring(0, colon).trim(), "interface"));
            }
        }
        return all;
    }

    List<Suggestion> namespaces() {
        List<Suggestion> all = new ArrayList<>();
        for (NetNamespace n : NetNamespace.named()) {
            all.add(Suggestion.of(n.label(), "network namespace"));
        }
        return all;
    }

    /** Hosts of this session, the hosts file, neighbours and the far ends of connections, in this order. */
    List<Suggestion> hosts() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String h : session.recentHosts().keySet()) {
            all.put(h, "used before");
        }
        for (String line : head("/etc/hosts").split("\n")) {
            String[] f = line.replaceAll("#.*", "").trim().split("\\s+");
            for (int i = 1; i < f.length; i++) {
                all.putIfAbsent(f[i], "hosts file: " + f[0]);
            }
        }
        String[] arp = netFile("arp").split("\n");
        for (int i = 1; i < arp.length; i++) {
            String[] f = arp[i].trim().split("\\s+");
            if (f.length >= 6) {
                all.putIfAbsent(f[0], "neighbour on " + f[5]);
            }
        }
        String[] tcp = netFile("tcp").split("\n");
        for (int i = 1; i < tcp.length && all.size() < MOST_VALUES; i++) {
            String[] f = tcp[i].trim().split("\\s+");
            if (f.length > 3 && f[2].length() == 13 && !f[2].startsWith("00000000")) {
                all.putIfAbsent(dotted(f[2]), "connected");
            }
        }
        return suggestions(all);
    }

    /** The address of {@code /proc/net/tcp}: a word in the machine's byte order. */
    private static String dotted(String hex) {
        try {
            int a = Integer.parseUnsignedInt(hex.substring(0, 8), 16);
            a = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN ? Integer.reverseBytes(a) : a;
            return (a >>> 24) + "." + (a >> 16 & 0xff) + "." + (a >> 8 & 0xff) + "." + (a & 0xff);
        } catch (NumberFormatException e) {
            return hex;
        }
    }

    List<Suggestion> localAddresses() {
        Map<String, String> all = new LinkedHashMap<>();
        String name = "";
        for (String line : netFile("fib_trie").split("\n")) {
            String s = line.trim();
            if (s.startsWith("|-- ")) {
                name = s.substring(4);
            } else if (s.contains("host LOCAL")) {
                all.put(name, "address of this host");
            }
        }
        return suggestions(all);
    }

    synchronized List<Suggestion> services() {
        if (servicesState == NOT_LOADED) {
            Map<String, String> all = new LinkedHashMap<>();
            for (String line : head("/etc/services").split("\n")) {
                String[] f = line.replaceAll("#.*", "").trim().split("\\s+");
                if (f.length >= 2) {
                    all.putIfAbsent(f[0], f[1]);
                }
            }
            services.addAll(suggestions(all));
            servicesState = services.size();
        }
        return services;
    }

    List<Suggestion> protocols() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : head("/etc/protocols").split("\n")) {
            String[] f = line.replaceAll("#.*", "").trim().split("\\s+");
            if (f.length >= 2) {
                all.putIfAbsent(f[0], "protocol " + f[1]);
            }
        }
        return suggestions(all);
    }

    List<Suggestion> users() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String line : head("/etc/passwd").split("\n")) {
            String[] f = line.split(":");
            if (f.length > 2) {
                all.put(f[0], "uid " + f[2]);
            }
        }
        return suggestions(all);
    }

    List<Suggestion> processes() {
        List<Suggestion> all = new ArrayList<>();
        String[] names = new File("/proc").list();
        for (String n : names == null ? new String[0] : names) {
            if (Character.isDigit(n.charAt(0)) && all.size() < MOST_VALUES) {
                all.add(Suggestion.of(
                        n, Escape.text(head("/proc/" + n + "/comm").trim())));
            }
        }
        return all;
    }

    /** Files that begin like {@code prefix}, directories with a slash. */
    List<Suggestion> files(String prefix, boolean onlyDirectories) {
        int slash = prefix.lastIndexOf('/') + 1;
        String directory = prefix.substring(0, slash);
        File dir = directory.isEmpty() ? new File(".") : new File(directory);
        List<Suggestion> all = new ArrayList<>();
        File[] files = dir.listFiles();
        for (File f : files == null ? new File[0] : files) {
            boolean hidden = f.getName().startsWith(".") && !prefix.startsWith(".", slash);
            if (hidden || onlyDirectories && !f.isDirectory() || all.size() >= MOST_VALUES) {
                continue;
            }
            String end = f.isDirectory() ? "/" : "";
            all.add(new Suggestion(directory + f.getName() + end, Escape.text(f.getName()) + end, "", end.isEmpty()));
        }
        return all;
    }

    /** Programs on the PATH that begin like {@code prefix}. */
    List<Suggestion> programs(String prefix) {
        Map<String, String> all = new LinkedHashMap<>();
        String path = System.getenv("PATH");
        for (String d : path == null || prefix.isEmpty() ? new String[0] : path.split(":")) {
            String[] names = new File(d).list();
            for (String n : names == null ? new String[0] : names) {
                if (n.startsWith(prefix) && all.size() < MOST_VALUES) {
                    all.putIfAbsent(n, "program");
                }
            }
        }
        return suggestions(all);
    }

    private static List<Suggestion> suggestions(Map<String, String> values) {
        List<Suggestion> all = new ArrayList<>(values.size());
        for (Map.Entry<String, String> e : values.entrySet()) {
            all.add(Suggestion.of(e.getKey(), e.getValue()));
        }
        return all;
    }
}

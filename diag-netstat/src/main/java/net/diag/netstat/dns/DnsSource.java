package net.diag.netstat.dns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads the files below a root: {@code /}, a captured tree, or {@code /proc/PID/root}. */
final class DnsSource {
    private final Path root;
    private final Path overlay;

    /**
     * A source.
     *
     * @param root usually {@code /}
     * @param overlay {@code /etc/netns/NAME} of a named namespace, whose files hide those of {@code
     *     /etc}; or null
     */
    DnsSource(Path root, Path overlay) {
        this.root = root;
        this.overlay = overlay;
    }

    /** The file that counts for {@code /etc/NAME}. */
    Path etc(String name) {
        Path own = overlay == null ? null : overlay.resolve(name);
        return own != null && Files.exists(own) ? own : root.resolve("etc").resolve(name);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Not there, or not for us: the defaults hold, which the view says.
            return List.of();
        }
    }

    ResolverConfig resolver() {
        return ResolverConfig.parse(lines(etc("resolv.conf")));
    }

    List<HostEntry> hosts() {
        return HostEntry.parse(lines(etc("hosts")));
    }

    /** Where {@code resolv.conf} leads, if it is a symbolic link; else empty. */
    String linkTarget() {
        try {
            Path p = etc("resolv.conf");
            return Files.isSymbolicLink(p) ? Files.readSymbolicLink(p).toString() : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The {@code hosts:} line of nsswitch.conf, or glibc's default. */
    DnsSetting hostsOrder() {
        Path file = etc("nsswitch.conf");
        for (String line : lines(file)) {
            String s = line.strip();
            if (s.startsWith("hosts:")) {
                int comment = s.indexOf('#');
                String value =
                        (comment < 0 ? s : s.substring(0, comment)).substring(6).strip();
                return new DnsSetting("hosts", value.replaceAll("\\s+", " "), file.toString());
            }
        }
        return new DnsSetting("hosts", "dns [!UNAVAIL=return] files", "default");
    }

    /** Servers per link, from the state files of systemd-resolved and systemd-networkd. */
    List<DnsServer> linkServers(IntFunction<String> ifNames) {
        List<DnsServer> all = new ArrayList<>();
        for (String directory : List.of("run/systemd/resolve/netif", "run/systemd/netif/links")) {
            Path d = root.resolve(directory);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(d, "[0-9]*")) {
                for (Path f : files) {
                    link(f, ifNames, all);
                }
            } catch (IOException e) {
                // Neither runs here.
                continue;
            }
            if (!all.isEmpty()) {
                break;
            }
        }
        return all;
    }

    private static void link(Path file, IntFunction<String> ifNames, List<DnsServer> all) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines(file)) {
            int eq = line.indexOf('=');
            if (eq > 0) {
                values.put(line.substring(0, eq), line.substring(eq + 1).strip());
            }
        }
        String name = ifNames.apply(number(file.getFileName().toString()));
        String servers = values.getOrDefault("SERVERS", values.getOrDefault("DNS", ""));
        String domains = values.getOrDefault("DOMAINS", values.getOrDefault("ROUTE_DOMAINS", ""));
        for (String s : servers.split("\\s+")) {
            if (!s.isEmpty()) {
                all.add(new DnsServer(0, s, "systemd-resolved", name == null ? "" : name, domains, "", -1));
            }
        }
    }

    private static int number(String s) {
        try {
            return Integer.parseInt(s);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

package net.diag.netstat.classic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Names of ports ({@code services(5)}); the first of a port counts. */
final class ServiceNames {
    private final Map<String, String> names = new HashMap<>();

    ServiceNames() {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/services"), StandardCharsets.ISO_8859_1)) {
                int hash = line.indexOf('#');
                String[] words =
                        (hash < 0 ? line : line.substring(0, hash)).trim().split("\\s+");
                if (words.length >= 2 && words[1].indexOf('/') > 0) {
                    names.putIfAbsent(words[1], words[0]);
                }
            }
        } catch (IOException e) {
            names.clear(); // no such file: numbers are shown
        }
        readProtocols();
    }

    /** The name of an IP protocol ({@code protocols(5)}): what stands in the port's place of a raw socket. */
    private void readProtocols() {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/protocols"), StandardCharsets.ISO_8859_1)) {
                int hash = line.indexOf('#');
                String[] words =
                        (hash < 0 ? line : line.substring(0, hash)).trim().split("\\s+");
                if (words.length >= 2) {
                    names.putIfAbsent(words[1] + "/raw", words[0]);
                }
            }
        } catch (IOException e) {
            return; // no such file: numbers are shown
        }
    }

    /** The name of {@code port} over {@code protocol} (tcp, udp, raw), or null. */
    String name(int port, String protocol) {
        return names.get(port + "/" + protocol);
    }
}

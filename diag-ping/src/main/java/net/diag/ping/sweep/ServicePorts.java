package net.diag.ping.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Port numbers of services by name ({@code services(5)}). */
final class ServicePorts {
    private static final Path SERVICES = Path.of("/etc/services");

    private ServicePorts() {}

    /** The port of {@code name} over {@code protocol}, or -1. */
    static int find(String name, String protocol) {
        try {
            for (String line : Files.readAllLines(SERVICES, StandardCharsets.ISO_8859_1)) {
                int hash = line.indexOf('#');
                String[] words =
                        (hash < 0 ? line : line.substring(0, hash)).trim().split("\\s+");
                int slash = words.length < 2 ? -1 : words[1].indexOf('/');
                if (slash > 0 && words[1].substring(slash + 1).equals(protocol)) {
                    for (int i = 0; i < words.length; i++) {
                        if (i != 1 && words[i].equals(name)) {
                            return Integer.parseInt(words[1].substring(0, slash));
                        }
                    }
                }
            }
        } catch (IOException | NumberFormatException e) {
            return -1; // no file, or not one of services: no name is known
        }
        return -1;
    }
}
